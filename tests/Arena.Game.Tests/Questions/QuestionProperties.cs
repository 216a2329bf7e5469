using System.Collections.Immutable;
using System.Text.Json;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using FsCheck;
using FsCheck.Fluent;

namespace Arena.Game.Tests.Questions;

/// <summary>what holds for every type of question, for any answer.</summary>
public sealed class QuestionProperties
{
    private static readonly string?[] Strings =
        ["Bern", " berne ", "BERNE", "", " ", "\uD800", "\uFFFE", "\u200B", "\u0301", new('x', 26), new('x', 101), new('x', 5_000), "a\nb", "l’été", "œuf", "ß", null];

    private static readonly decimal[] Numbers =
        [0, 1, -1, 1_964, 4_810.55m, 1900, 2000, 2001, 1_000_000_000_001m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m];

    private static readonly double[] Shares = [0, 1, 0.5, 0.123456789, -0.1, 1.0000001, double.NaN, double.PositiveInfinity, double.Epsilon];

    private static readonly Gen<int> Indexes = Gen.OneOf(Gen.Choose(-1, 9), Gen.Elements(int.MaxValue, int.MinValue));

    private static readonly Gen<AnswerValue> Answers = Gen.OneOf<AnswerValue>(
        Indexes.Select(option => (AnswerValue)new ChoiceAnswer(option)),
        Lists(Indexes).Select(options => (AnswerValue)new ChoicesAnswer(options)),
        Gen.Elements(Strings).Select(text => (AnswerValue)new TextAnswer(text!)),
        Lists(Gen.Elements(Strings)).Select(words => (AnswerValue)new WordsAnswer(words!)),
        Gen.Elements(Shares).Two().Select(point => (AnswerValue)new PointAnswer(point.Item1, point.Item2)),
        Gen.Elements(Numbers).Select(number => (AnswerValue)new NumberAnswer(number)),
        Gen.Shuffle(new[] { 0, 1, 2, 3 }).Select(items => (AnswerValue)new OrderAnswer([.. items])),
        Gen.Shuffle(new[] { 0, 1, 2 }).Select(items => (AnswerValue)new OrderAnswer([.. items])),
        Lists(Indexes).Select(items => (AnswerValue)new OrderAnswer(items)));

    private static readonly Gen<(Question Question, ImmutableArray<AnswerValue> Answers)> Asked =
        from sample in Gen.Elements(EveryType.All.ToArray())
        from seed in Gen.Choose(int.MinValue, int.MaxValue)
        from answers in Gen.ListOf(Answers)
        select (sample.Question.Prepare(seed), answers.ToImmutableArray());

    [Fact]
    public void Every_answer_is_refused_or_has_one_form_that_is_judged_within_bounds() => All(asked =>
    {
        foreach (var answer in asked.Answers)
        {
            if (asked.Question.Normalize(answer, out var normal) is { } refusal)
            {
                Assert.True(refusal is GameErrorCode.InvalidAnswer or GameErrorCode.UnknownOption);
                continue;
            }
            Assert.Null(asked.Question.Normalize(normal, out var again));
            Assert.Equal(normal, again);
            var (verdict, share) = asked.Question.Judge(normal);
            Assert.InRange(share, -1, 1);
            Assert.Equal(asked.Question.IsScored(), verdict != Verdict.Unscored);
            Assert.True(verdict != Verdict.Partial || share is > 0 and < 1);
            Assert.True(verdict != Verdict.Correct || share > 0);
        }
    });

    /// <summary>The journal may hold answers that no longer fit: they are counted as far as they do.</summary>
    [Fact]
    public void Every_list_of_answers_can_be_counted_and_shown() => All(asked =>
    {
        Text.View(asked.Question.Publish(asked.Question.Count(asked.Answers)));
        Text.View(asked.Question.CountOpen(asked.Answers));
    });

    [Fact]
    public void A_launched_question_has_its_key_wherever_things_are_shown() => Assert.All(EveryType.All, sample =>
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var launched = sample.Question.Prepare(seed);
            Assert.True(launched.IsPlayable());
            Assert.Equal(Text.View(launched.Show()), Text.View(sample.Question.Prepare(seed).Show()));
            if (sample.Right(launched) is not { } right)
                continue;
            Assert.Null(launched.Normalize(right, out var normal));
            Assert.Equal(launched.IsScored() ? Judgement.Correct : Judgement.Unscored, launched.Judge(normal));
        }
    });

    [Fact]
    public void A_shuffle_shows_every_order() => Assert.All(
        EveryType.All.Where(sample => sample.Question is OptionsQuestion { Shuffle: true } or OrderQuestion or MatchQuestion),
        sample => Assert.InRange(Enumerable.Range(0, 300).Select(seed => Text.View(sample.Question.Prepare(seed).Show())).Distinct().Count(), 6, 24));

    [Fact]
    public void Before_its_reveal_a_key_changes_nothing_that_a_task_shows() => Assert.All(EveryType.All, sample =>
    {
        var other = EveryType.WithOtherKey(sample.Question);
        for (var seed = 0; seed < 20; seed++)
        {
            var (one, two) = (sample.Question.Prepare(seed), other.Prepare(seed));
            Assert.Equal(Text.View(one.Show()), Text.View(two.Show()));
            Assert.Equal(one.Reveal() is null, Text.View(one.Reveal()) == Text.View(two.Reveal()));
        }
    });

    [Fact]
    public void A_launched_question_is_the_same_when_its_log_is_replayed() => Assert.All(EveryType.All, sample =>
    {
        var launched = new SessionLaunched(0, Scenario.SessionId, "ABCDEF", Quizzes.Of(sample.Question.Prepare(7)), new());
        Assert.Equal(Text.Events([launched]), Text.Events([Text.Reread(launched)]));
    });

    [Fact]
    public void An_answer_that_is_kept_is_the_same_when_it_is_read_again() => All(asked =>
    {
        foreach (var answer in asked.Answers)
        {
            if (asked.Question.Normalize(answer, out var normal) is null)
                Assert.Equal(normal, JsonSerializer.Deserialize<AnswerValue>(JsonSerializer.Serialize(normal)));
        }
    });

    private static Gen<ImmutableArray<T>> Lists<T>(Gen<T> items) => Gen.ListOf(items).Select(list => list.ToImmutableArray());

    private static void All(Action<(Question Question, ImmutableArray<AnswerValue> Answers)> property) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Arb.From(Asked), property));
}
