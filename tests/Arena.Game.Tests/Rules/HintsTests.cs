using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

/// <summary>A player uses the hint of the open question, for a part of its points.</summary>
public sealed class HintsTests
{
    private const string Help = "It is not A.";

    [Theory]
    [InlineData(10, 855)]
    [InlineData(25, 713)] // 712.5
    [InlineData(50, 475)]
    [InlineData(75, 238)] // 237.5
    [InlineData(100, 0)]
    public void A_right_answer_earns_what_the_hint_leaves(int cost, int points)
    {
        var answered = Asking(cost).When(UseHint(0), at: 11_000).Then(Hinted(0)).When(Answer(0), at: 12_000).The<AnswerAccepted>();
        Assert.Equal((Verdict.Correct, 1, points), (answered.Answer.Verdict, answered.Answer.Share, answered.Answer.Points));
    }

    [Fact]
    public void Those_who_did_not_use_it_earn_everything() =>
        Assert.Equal(950, Asking().When(UseHint(0), at: 11_000).ThenDone().When(Answer(1), at: 12_000).The<AnswerAccepted>().Answer.Points);

    [Fact]
    public void It_costs_nothing_of_the_streak_and_its_bonus()
    {
        var game = Given(Lobby(null, Quizzes.Of(Quizzes.Question(0), WithHint(100, 1)), "Ann"), Played(0, (0, 950, 0)), Asked(1))
            .When(UseHint(0, round: 1), at: 11_000).ThenDone()
            .When(Answer(0, round: 1, operation: 61), at: 12_000).ThenDone().WhenDue().ThenDone();
        Assert.Equal((950 + 100, 2), (game.Player(0).Score, game.Player(0).Streak));
    }

    [Fact]
    public void It_costs_nothing_of_what_a_wrong_answer_takes()
    {
        var question = WithHint(50) with { Options = [new("A", false) { Weight = -0.5 }, new("B", true)] };
        var game = Given(Lobby(null, Quizzes.Of(question), "Ann"), Asked()).When(UseHint(0), at: 11_000).ThenDone();
        Assert.Equal(-475, game.When(Answer(0, choice: Wrong), at: 12_000).The<AnswerAccepted>().Answer.Points);
    }

    [Fact]
    public void An_answer_that_a_host_accepts_later_earns_what_the_hint_leaves()
    {
        var question = new TypedAnswerQuestion(Operation(6_000), "Capital?", ["Bern"], 20_000, 1000) { Hint = new(Help, 50) };
        var game = Given(Lobby(null, Quizzes.Of(question), "Ann"), Asked())
            .When(UseHint(0), at: 11_000).ThenDone()
            .When(new GameCommand.SubmitAnswer(Operation(60), 0, 0, new TextAnswer("Berna"), 12_000, 0), at: 12_000).ThenDone()
            .WhenDue().ThenDone();
        Assert.Equal(475, game.WhenHost(new HostAction.AcceptAnswer(0, "Berna"), at: 35_000).ThenDone().Player(0).Score);
    }

    [Fact]
    public void Using_it_again_or_repeating_the_command_changes_nothing()
    {
        var used = Asking().When(UseHint(0), at: 11_000).ThenDone();
        used.When(UseHint(0), at: 11_500).ThenNothing();
        used.When(UseHint(0, operation: 66), at: 11_500).ThenNothing();
        used.When(Answer(0), at: 12_000).ThenDone().When(UseHint(0), at: 12_500).ThenNothing();
        used.WhenDue().ThenDone().When(UseHint(0), at: 35_000).ThenNothing();
    }

    [Fact]
    public void Only_the_player_who_used_it_sees_it_and_only_while_the_question_is_open()
    {
        var game = Asking().When(UseHint(0), at: 11_000).ThenDone();
        Assert.Equal(Help, Viewer.Seat(game.State, game.Player(0)).Hint);
        Assert.Null(Viewer.Seat(game.State, game.Player(1)).Hint);
        Assert.Null(Viewer.Seat(game.WhenDue().ThenDone().State, game.WhenDue().After.Player(0)).Hint);
        Assert.DoesNotContain(Help, Text.View(Viewer.Everyone(game.State)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, 25)]
    [InlineData(0, 0)]
    public void Everyone_sees_what_it_costs(int points, int cost)
    {
        var game = Given(Lobby(null, Quizzes.Of(WithHint(25) with { Points = points }, Quizzes.Question(1)), "Ann"), Asked());
        Assert.Equal(cost, Assert.IsType<AskingView>(Viewer.Everyone(game.State).Phase).HintCostPercent);
    }

    [Fact]
    public void A_question_without_one_has_no_cost() =>
        Assert.Null(Assert.IsType<AskingView>(Viewer.Everyone(Given(Lobby("Ann"), Asked()).State).Phase).HintCostPercent);

    [Fact]
    public void Results_the_roster_and_the_summary_tell_who_used_it()
    {
        var game = Asking().When(UseHint(0), at: 11_000).ThenDone().When(UseHint(2), at: 11_000).ThenDone()
            .When(Answer(0), at: 12_000).ThenDone().WhenDue().ThenDone();
        Assert.Equal([true, false, true], game.State.Players.Select(player => Viewer.Seat(game.State, player).Result!.UsedHint));
        Assert.Equal([1, 0, 1], game.State.Players.Select(player => Viewer.Roster(game.State, player, connected: true).Hints));
        Assert.Equal(2, game.State.Rounds[0].Hints);
    }

    [Fact]
    public void It_outlasts_a_skip_that_is_undone()
    {
        var game = Asking().When(UseHint(0), at: 11_000).ThenDone()
            .WhenHost(HostActionKind.Skip, at: 12_000).ThenDone()
            .WhenHost(HostActionKind.UndoSkip, at: 13_000, operation: 98).ThenDone();
        Assert.Equal(Help, Viewer.Seat(game.State, game.Player(0)).Hint);
        game.When(UseHint(0), at: 13_100).ThenNothing();
    }

    [Fact]
    public void Before_it_opens_and_after_it_closes_there_is_none()
    {
        Asking().When(UseHint(0), at: Opens - 1).Then(GameErrorCode.TooEarly);
        Asking().When(UseHint(0), at: Closes + 1).Then(GameErrorCode.TooLate);
        Asking().When(UseHint(0, round: 1), at: 11_000).Then(GameErrorCode.TooEarly);
        Asking().When(UseHint(0, round: 9), at: 11_000).Then(GameErrorCode.OutOfRange);
    }

    [Fact]
    public void A_player_with_more_time_has_it_until_that_is_over()
    {
        var game = Asking().WhenGranted(0, PlayerTime.Double, at: 11_000).ThenDone();
        game.When(UseHint(0), at: Closes + 1).Then(new HintUsed(Closes + 1, 0, 0, Operation(65)));
        game.When(UseHint(0), at: Opens + 40_001).Then(GameErrorCode.TooLate);
    }

    [Fact]
    public void Who_has_answered_was_removed_has_no_seat_or_gave_it_away_gets_none()
    {
        Asking().When(Answer(0), at: 12_000).ThenDone().When(UseHint(0), at: 12_500).Then(GameErrorCode.AlreadyAnswered);
        Asking().When(UseHint(9), at: 11_000).Then(GameErrorCode.UnknownSeat);
        Asking().When(UseHint(0, issue: 1), at: 11_000).Then(GameErrorCode.SeatHandedOver);
        Asking().WhenHost(new HostAction.Kick(0), at: 11_000).ThenDone().When(UseHint(0), at: 11_500).Then(GameErrorCode.Kicked);
        Asking().When(new GameCommand.UseHint(Guid.Empty, 0, 0), at: 11_000).Then(GameErrorCode.InvalidMessage);
    }

    [Fact]
    public void Questions_without_a_right_answer_and_costs_of_no_step_are_not_played()
    {
        Assert.All(EveryType.All, sample => Assert.Equal(sample.Question.IsScored(), (sample.Question with { Hint = new(Help) }).IsPlayable()));
        Assert.All([0, 5, 11, 99, 101, -10], cost => Assert.False(WithHint(cost).IsPlayable()));
        Assert.False((WithHint(25) with { Hint = new(null!) }).IsPlayable());
    }

    private static Situation Asking(int cost = 25) => Given(Lobby(null, Quizzes.Of(WithHint(cost), Quizzes.Question(1)), "Ann", "Bob", "Zoe"), Asked());

    private static SingleChoiceQuestion WithHint(int cost, int number = 0) => Quizzes.Question(number) with { Hint = new(Help, cost) };
}
