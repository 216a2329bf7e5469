using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

/// <summary>Which questions bring a power-up, to whom, and which one.</summary>
public sealed class PowerUpEarningsTests
{
    private static readonly SessionSettings Streaks = new() { PowerUps = new() { Earning = PowerUpEarning.Streak } };
    private static readonly SessionSettings Comebacks = new() { PowerUps = new() { Earning = PowerUpEarning.Comeback } };

    [Fact]
    public void Every_third_right_answer_in_a_row_earns_one()
    {
        int[] earned =
        [
            .. Enumerable.Range(0, 7)
                .Select(round => Given(Lobby(Streaks, Quizzes.Of(10), "Ann", "Bob"), Rights(round), Asked(round), Answered(0, 950, round: round)).WhenDue())
                .Select(closed => closed.Events.OfType<PowerUpsEarned>().Sum(happened => happened.Earned.Length)),
        ];
        Assert.Equal([0, 0, 1, 0, 0, 1, 0], earned);
    }

    [Fact]
    public void A_right_answer_of_the_last_third_earns_one_and_then_none_for_two_questions()
    {
        var game = Given(Lobby(Comebacks, Quizzes.Of(10), "Ann", "Bob", "Zoe"), Played(0, (0, 950, 0), (1, 900, 0)));
        List<int[]> earned = [];
        for (var round = 1; round < 6; round++)
        {
            game = new(Decider.Evolve(game.Game, Asked(round)));
            foreach (var (seat, points) in new[] { (0, 950), (1, 900), (2, 500) })
                game = new(Decider.Evolve(game.Game, Answered(seat, points, round: round, operation: 600 + round)));
            var closed = game.WhenDue();
            earned.Add([.. closed.Events.OfType<PowerUpsEarned>().SelectMany(happened => happened.Earned).Select(one => one.Seat)]);
            game = closed.After;
        }
        Assert.Equal([[2], [], [], [2], []], earned);
    }

    [Fact]
    public void A_wrong_answer_and_a_question_without_points_earn_none()
    {
        var quiz = Quizzes.Of([.. Enumerable.Range(0, 5).Select(number => Quizzes.Question(number, points: number == 2 ? 0 : 1000))]);
        var worthless = Given(Lobby(Streaks, quiz, "Ann"), Played(0, (0, 950, 0)), Played(1, (0, 950, 0)), Asked(2), Answered(0, 1, round: 2)).WhenDue();
        Assert.Empty(worthless.Events.OfType<PowerUpsEarned>());
        var wrong = Given(Lobby(Comebacks, Quizzes.Of(5), "Ann", "Bob"), Played(0, (0, 950, 0)), Asked(1), Answered(1, 0, round: 1)).WhenDue();
        Assert.Empty(wrong.Events.OfType<PowerUpsEarned>());
    }

    [Fact]
    public void Only_kinds_that_are_on_not_in_hand_and_useful_later_are_earned()
    {
        Assert.Equal(PowerUpKind.DoublePoints, Third(new() { Kinds = [PowerUpKind.DoublePoints, PowerUpKind.Shield] }));
        Assert.Null(Third(new() { Kinds = [PowerUpKind.Shield] }));
        Assert.Null(Third(new() { Kinds = [PowerUpKind.DoublePoints] }, PowerUpKind.DoublePoints));
        Assert.Null(Third(new() { Kinds = [PowerUpKind.FiftyFifty] }, last: Quizzes.TrueFalse()));
        Assert.Null(Third(new(), last: new OpenTextQuestion(Operation(6_000), "Thoughts?", 20_000)));
        Assert.Null(Third(new(), PowerUpKind.DoublePoints, PowerUpKind.ExtraTime, PowerUpKind.SecondChance));
    }

    /// <summary>The last question brings none: there is nothing left to use it on.</summary>
    [Fact]
    public void The_last_question_earns_none() =>
        Assert.Empty(Given(Lobby(Streaks, "Ann"), Rights(2), Asked(2), Answered(0, 950, round: 2)).WhenDue().Events.OfType<PowerUpsEarned>());

    [Fact]
    public void Which_one_is_chosen_by_the_seed_and_all_come_up()
    {
        SortedSet<PowerUpKind> drawn = [.. Enumerable.Range(0, 100).Select(seed => Third(new(), seed: seed)!.Value)];
        Assert.Equal([PowerUpKind.DoublePoints, PowerUpKind.FiftyFifty, PowerUpKind.ExtraTime, PowerUpKind.StreakFreeze, PowerUpKind.SecondChance], drawn);
        Assert.Equal(Third(new(), seed: 7), Third(new(), seed: 7));
    }

    [Fact]
    public void A_text_that_a_host_accepts_later_may_be_the_third_in_a_row()
    {
        var typed = new TypedAnswerQuestion(Operation(6_000), "Capital?", ["Bern"], 20_000, 1000);
        var quiz = Quizzes.Of(Quizzes.Question(0), Quizzes.Question(1), typed, Quizzes.Question(3));
        var game = Given(Lobby(Streaks, quiz, "Ann"), Rights(2), Asked(2))
            .When(new GameCommand.SubmitAnswer(Operation(60), 0, 2, new TextAnswer("Berna"), 12_000, 0), at: 12_000).ThenDone().WhenDue();
        Assert.Empty(game.Events.OfType<PowerUpsEarned>());
        Assert.Single(game.After.WhenHost(new HostAction.AcceptAnswer(2, "Berna"), at: 35_000).The<PowerUpsEarned>().Earned);
    }

    [Fact]
    public void Settings_outside_their_limits_are_refused()
    {
        PowerUpSettings[] unfit =
        [
            new() { Kinds = [] }, new() { Kinds = default }, new() { Kinds = [PowerUpKind.Shield, PowerUpKind.Shield] }, new() { Kinds = [(PowerUpKind)6] },
            new() { Earning = (PowerUpEarning)3 },
        ];
        Assert.All(unfit, settings => Given().When(Launch(new() { PowerUps = settings }), at: 0).Then(GameErrorCode.OutOfRange));
        Assert.Equal(7, Given().When(Launch(new() { PowerUps = new() }, seed: 7), at: 0).The<SessionLaunched>().Seed);
        Assert.Null(Given().When(Launch(seed: 7), at: 0).The<SessionLaunched>().Seed);
    }

    /// <summary>Which power-up the third right answer in a row earns, with a last question to come.</summary>
    private static PowerUpKind? Third(PowerUpSettings settings, params PowerUpKind[] hand) => Third(settings, null, 0, hand);

    private static PowerUpKind? Third(PowerUpSettings settings, Question? last = null, long seed = 0, params PowerUpKind[] hand)
    {
        var quiz = Quizzes.Of([.. Enumerable.Range(0, 3).Select(number => Quizzes.Question(number)), last ?? Quizzes.Question(3)]);
        var game = Given(Lobby(new() { PowerUps = settings }, quiz, "Ann"), Earned(0, hand), Rights(2), Asked(2), Answered(0, 950, round: 2));
        var closed = new Situation(game.State with { Seed = seed }).WhenDue();
        var earned = closed.Events.OfType<PowerUpsEarned>().SingleOrDefault()?.Earned.Single().Kind;
        Assert.Equal(earned, Viewer.Seat(closed.After.State, closed.After.Player(0)).EarnedPowerUp);
        return earned;
    }

    /// <summary>Ann answers the first questions, each right.</summary>
    private static PastEvents Rights(int rounds) => new(Enumerable.Range(0, rounds).SelectMany(round => Played(round, (0, 950, 0)).Events));
}
