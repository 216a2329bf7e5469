using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.PowerUps;

/// <summary>
/// Removes wrong options of a question with one right option, and leaves at least one. The seed of the game chooses them, the same for all
/// players: two who compare know no more than one. Each of the options that are left is as likely to be right as before.
/// </summary>
internal sealed class FiftyFiftyRules(FiftyFiftyEffect effect) : PowerUpRules
{
    /// <summary>Apart from the order of options, which players see.</summary>
    private const long Salt = 0x35305F3530;

    public override bool Fits(GameState state, Question question) => question is SingleChoiceQuestion choice && CountOf(choice) > 0;

    public override ImmutableArray<int> Remove(GameState state, int round)
    {
        if (state.Quiz.Questions[round] is not SingleChoiceQuestion question)
            return [];
        return [.. SeededShuffle.Shuffle(WrongOf(question), Draws.SeedOf(state, Salt, round)).Take(CountOf(question)).Order()];
    }

    private int CountOf(SingleChoiceQuestion question)
    {
        var wrong = WrongOf(question).Length;
        return wrong == question.Options.Length - 1 ? Math.Min(question.Options.Length * effect.Percent / 100, wrong - 1) : 0;
    }

    private static ImmutableArray<int> WrongOf(SingleChoiceQuestion question) =>
        [.. Enumerable.Range(0, question.Options.Length).Where(option => question.Judge(ChoiceAnswer.Of(option)).Verdict == Verdict.Wrong)];
}
