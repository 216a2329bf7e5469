using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.TestKit.Games;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

/// <summary>Players with more time than the others, and games without a time limit.</summary>
public sealed class TimeAccommodationTests
{
    private static readonly SessionSettings Untimed = new() { Untimed = true };

    [Fact]
    public void A_host_grants_a_player_more_time_in_private()
    {
        var game = Given(Lobby("Ann", "Bob")).WhenGranted(0, PlayerTime.Double, at: 4_000)
            .Then(Commanded(4_000), new TimeGranted(4_000, 0, PlayerTime.Double));

        Assert.Equal(PlayerTime.Double, Viewer.Seat(game.State, game.Player(0)).Time);
        Assert.Equal(PlayerTime.Double, Viewer.Roster(game.State, game.Player(0), connected: true).Time);
        Assert.Equal(PlayerTime.Normal, Viewer.Seat(game.State, game.Player(1)).Time);
        Assert.Equal(Text.View(Viewer.Everyone(Given(Lobby("Ann", "Bob")).State)), Text.View(Viewer.Everyone(game.State)));
    }

    [Fact]
    public void Granting_the_same_time_again_emits_no_event() =>
        Given(Lobby("Ann"), Granted(0, PlayerTime.Longer)).WhenGranted(0, PlayerTime.Longer, at: 6_000).Then(Commanded(6_000));

    [Theory]
    [InlineData(7, PlayerTime.Double, GameErrorCode.UnknownSeat)]
    [InlineData(-1, PlayerTime.Double, GameErrorCode.UnknownSeat)]
    [InlineData(1, PlayerTime.Double, GameErrorCode.Kicked)]
    [InlineData(0, (PlayerTime)9, GameErrorCode.OutOfRange)]
    public void An_invalid_grant_of_time_is_refused(int seat, PlayerTime time, GameErrorCode refusal) =>
        Given(Lobby("Ann", "Bob"), Kicked(1)).WhenGranted(seat, time, at: 6_000).Then(refusal);

    [Theory]
    [InlineData(PlayerTime.Longer, 30_000)]
    [InlineData(PlayerTime.Double, 40_000)]
    [InlineData(PlayerTime.Unlimited, 1_800_000)]
    public void An_answer_is_taken_until_the_player_s_own_time_is_over(PlayerTime time, int ownMs)
    {
        var game = Given(Lobby("Ann", "Bob"), Granted(0, time), Asked(), Overtime());

        game.When(Answer(0, stamp: Opens + ownMs), at: Opens + ownMs).ThenDone();
        game.When(Answer(0, stamp: Opens + ownMs + 1), at: Opens + ownMs + 1).Then(GameErrorCode.TooLate);
        game.When(Answer(1, stamp: Closes + 1), at: Closes + 1).Then(GameErrorCode.TooLate);
    }

    [Fact]
    public void Without_a_connected_player_who_can_use_more_time_the_question_closes_for_all_at_once()
    {
        var game = Given(Lobby("Ann", "Bob"), Granted(0, PlayerTime.Double), Asked());
        var due = Decider.NextDeadline(game.State)!.Value;

        game.When(new GameCommand.Tick(game.State.Step), at: due).The<OvertimeBegun>();
        game.When(new GameCommand.Tick(game.State.Step) { SkipsOvertime = true }, at: due).The<QuestionClosed>();
    }

    [Theory]
    [InlineData(PlayerTime.Normal, 10_000, 750)]
    [InlineData(PlayerTime.Longer, 15_000, 750)]
    [InlineData(PlayerTime.Double, 20_000, 750)]
    [InlineData(PlayerTime.Double, 999, 1_000)]
    [InlineData(PlayerTime.Unlimited, 900_000, 1_000)]
    public void The_same_share_of_the_own_time_earns_the_same_points(PlayerTime time, int elapsed, int points)
    {
        var answer = Given(Lobby("Ann"), Granted(0, time), Asked(), Overtime()).When(Answer(0, elapsed), at: Opens + elapsed).The<AnswerAccepted>().Answer;

        Assert.Equal((points, elapsed), (answer.Points, answer.ElapsedMs));
    }

    [Fact]
    public void When_the_time_is_over_the_question_stays_open_for_players_with_more_time_and_no_answer() =>
        Given(Lobby("Ann", "Bob"), Granted(0, PlayerTime.Double), Asked(), Answered(1, 950)).WhenDue().Then(Overtime());

    [Fact]
    public void Overtime_closes_when_players_have_answered_or_were_removed()
    {
        Given(Lobby("Ann"), Granted(0, PlayerTime.Double), Asked(), Answered(0, 950)).WhenDue().Then(Closed(at: Closes + 300, counts: [0, 1, 0, 0]));
        Given(Lobby("Ann", "Bob"), Granted(0, PlayerTime.Double), Asked(), Kicked(0)).WhenDue().Then(Closed(at: Closes + 300, counts: [0, 0, 0, 0]));
    }

    [Fact]
    public void Overtime_ends_with_the_longest_time_that_a_player_still_has() =>
        Given(Lobby("Ann", "Bob"), Granted(0, PlayerTime.Longer), Granted(1, PlayerTime.Double), Asked(), Overtime())
            .WhenDue().Then(Closed(at: Opens + 40_300, counts: [0, 0, 0, 0]));

    [Fact]
    public void Overtime_ends_once_it_waits_for_no_player_even_without_any_answer() =>
        Given(Lobby("Ann", "Bob"), Granted(0, PlayerTime.Double), Asked(), Overtime())
            .When(EveryoneAnswered(step: 1), at: 31_000).Then(Closed(at: 31_000, counts: [0, 0, 0, 0]));

    [Fact]
    public void Overtime_shows_that_a_player_has_more_time_but_not_which()
    {
        var ann = Given(Lobby("Ann", "Bob"), Granted(0, PlayerTime.Double), Asked(), Overtime());
        var bob = Given(Lobby("Ann", "Bob"), Granted(1, PlayerTime.Unlimited), Asked(), Overtime());

        Assert.True(Assert.IsType<AskingView>(Viewer.Everyone(ann.State).Phase).Overtime);
        Assert.Equal(Text.View(Viewer.Everyone(ann.State)), Text.View(Viewer.Everyone(bob.State)));
    }

    [Fact]
    public void A_host_can_skip_overtime_and_cannot_extend_a_closed_question()
    {
        var game = Given(Lobby("Ann"), Granted(0, PlayerTime.Unlimited), Asked(), Overtime());

        game.WhenHost(new HostAction.Advance(), at: 33_000).Then(Commanded(33_000), Closed(at: 33_000, counts: [0, 0, 0, 0]));
        game.WhenHost(new HostAction.Extend(5_000), at: 33_000).Then(GameErrorCode.NotNow);
    }

    [Fact]
    public void A_pause_moves_the_own_time_too() =>
        Given(Lobby("Ann"), Granted(0, PlayerTime.Double), Asked(), Overtime(), Paused(35_000), Resumed(40_000, 5_000))
            .When(Answer(0, stamp: 55_000), at: 55_000).ThenDone();

    [Fact]
    public void A_question_of_an_untimed_game_is_open_until_all_players_have_answered()
    {
        var asked = Given(Lobby(Untimed, "Ann"), GettingReady()).WhenDue().The<QuestionAsked>();
        var game = Given(Lobby(Untimed, "Ann"), GettingReady(), asked);

        Assert.Equal(GameLimits.UntimedMs, asked.ClosesAtMs - asked.OpensAtMs);
        Assert.True(Assert.IsType<AskingView>(Viewer.Everyone(game.State).Phase).Untimed);
        Assert.Equal(1_000, game.When(Answer(0, elapsed: 600_000), at: Opens + 600_000).The<AnswerAccepted>().Answer.Points);
    }
}
