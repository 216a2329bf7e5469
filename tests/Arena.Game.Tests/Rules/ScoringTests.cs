using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

public sealed class ScoringTests
{
    [Theory]
    [InlineData(1000, 20_000, -150, 1000)]
    [InlineData(1000, 20_000, 0, 1000)]
    [InlineData(1000, 20_000, 499, 1000)]
    [InlineData(1000, 20_000, 500, 988)] // 987.5
    [InlineData(1000, 20_000, 1_000, 975)]
    [InlineData(1000, 20_000, 5_000, 875)]
    [InlineData(1000, 20_000, 10_000, 750)]
    [InlineData(1000, 20_000, 19_999, 500)]
    [InlineData(1000, 20_000, 20_000, 500)]
    [InlineData(1000, 20_000, 26_000, 500)]
    [InlineData(1000, 5_000, 500, 950)]
    [InlineData(1000, 30_000, 2_000, 967)] // 966.67, Kahoot's own worked example
    [InlineData(1000, 240_000, 60_000, 875)]
    [InlineData(2000, 20_000, 499, 2000)]
    [InlineData(2000, 20_000, 5_000, 1750)]
    [InlineData(2000, 20_000, 20_000, 1000)]
    [InlineData(0, 20_000, 0, 0)]
    [InlineData(0, 20_000, 10_000, 0)]
    public void Speed_is_Kahoots_formula(int points, int limit, int elapsed, int expected) =>
        Assert.Equal(expected, Scoring.Points(ScoringFormula.Speed, Quizzes.Question(0, points, limit), elapsed));

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(1000, 20_000)]
    [InlineData(2000, 19_000)]
    [InlineData(0, 19_000)]
    public void Flat_is_all_the_points_at_any_time(int points, int elapsed) =>
        Assert.Equal(points, Scoring.Points(ScoringFormula.Flat, Quizzes.Question(0, points), elapsed));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 100)]
    [InlineData(3, 200)]
    [InlineData(4, 300)]
    [InlineData(5, 400)]
    [InlineData(6, 500)]
    [InlineData(7, 500)]
    [InlineData(200, 500)]
    public void A_streak_earns_from_the_second_up_to_500_from_the_sixth(int streak, int bonus) =>
        Assert.Equal(bonus, Scoring.StreakBonus(streak));

    [Fact]
    public void Seven_right_in_a_row_earn_0_100_200_300_400_500_500()
    {
        var game = Given(Lobby(new SessionSettings { Formula = ScoringFormula.Flat }, Quizzes.Of(7), "Ann"));
        for (var round = 0; round < 7; round++)
            game = Play(game, round, Right);
        Assert.Equal([0, 100, 200, 300, 400, 500, 500], game.Player(0).Answers.Select(answer => answer.StreakBonus));
        Assert.Equal(7 * 1000 + 2000, game.Player(0).Score);
        Assert.Equal(7, game.Player(0).Streak);
    }

    [Fact]
    public void A_wrong_answer_ends_a_streak() =>
        Assert.Equal([0, 100, 0, 0, 100], Bonuses(Right, Right, Wrong, Right, Right));

    [Fact]
    public void No_answer_ends_a_streak() =>
        Assert.Equal([0, 100, 0], Bonuses(Right, Right, null, Right));

    [Fact]
    public void A_wrong_answer_earns_nothing()
    {
        var answer = Given(Lobby("Ann"), Asked()).When(Answer(0, choice: Wrong), at: 12_000).The<AnswerAccepted>().Answer;
        Assert.Equal((Verdict.Wrong, 0, 0), (answer.Verdict, answer.Points, answer.StreakBonus));
    }

    [Theory]
    [InlineData(Right, 2)]
    [InlineData(Wrong, 2)]
    [InlineData(null, 2)]
    public void A_question_worth_nothing_neither_makes_nor_breaks_a_streak(int? choice, int streakAfter)
    {
        var quiz = Quizzes.Of(Quizzes.Question(0), Quizzes.Question(1), Quizzes.Question(2, points: 0), Quizzes.Question(3));
        var game = Play(Play(Play(Given(Lobby(null, quiz, "Ann")), 0, Right), 1, Right), 2, choice);
        Assert.Equal(streakAfter, game.Player(0).Streak);
        Assert.DoesNotContain(game.Player(0).Answers, answer => answer is { Round: 2 } and not { Points: 0, StreakBonus: 0 });
        Assert.Equal(200, Play(game, 3, Right).Player(0).Answers[^1].StreakBonus);
    }

    [Fact]
    public void A_skipped_question_neither_makes_nor_breaks_a_streak()
    {
        var game = Given(Lobby("Ann"), Played(0, (0, 1000, 0)), Asked(1), Answered(0, 1000, 100, round: 1), Skipped(1));
        Assert.Equal(1, game.Player(0).Streak);
        Assert.Equal(1000, game.Player(0).Score);
    }

    [Fact]
    public void The_streak_bonus_can_be_off() =>
        Assert.Equal([0, 0, 0], Bonuses(new SessionSettings { StreakBonus = false }, Right, Right, Right));

    [Fact]
    public void Either_of_two_correct_options_is_right()
    {
        var question = Quizzes.Question() with { Options = [new("A", true), new("B", true), new("C", false)] };
        var game = Given(Lobby(null, Quizzes.Of(question), "Ann", "Bob"), Asked());
        Assert.Equal(Verdict.Correct, game.When(Answer(0, choice: 0), at: 12_000).The<AnswerAccepted>().Answer.Verdict);
        Assert.Equal(Verdict.Correct, game.When(Answer(1, choice: 1), at: 12_000).The<AnswerAccepted>().Answer.Verdict);
    }

    private static int[] Bonuses(params int?[] choices) => Bonuses(new SessionSettings(), choices);

    private static int[] Bonuses(SessionSettings settings, params int?[] choices)
    {
        var game = Given(Lobby(settings, Quizzes.Of(choices.Length), "Ann"));
        for (var round = 0; round < choices.Length; round++)
            game = Play(game, round, choices[round]);
        return [.. game.Player(0).Answers.Select(answer => answer.StreakBonus)];
    }

    /// <summary>One question, answered by the first player after two seconds.</summary>
    private static Situation Play(Situation game, int round, int? choice)
    {
        var asked = new Situation(Decider.Evolve(game.Game, Asked(round)));
        var answered = choice is { } chosen
            ? asked.When(Answer(0, choice: chosen, round: round, operation: 60 + round), at: 12_000).ThenDone()
            : asked;
        return answered.WhenDue().ThenDone();
    }
}
