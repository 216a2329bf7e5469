using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

public sealed class PhaseTransitionsTests
{
    private static readonly SessionSettings Auto = new() { AutoAdvance = true };
    private static readonly SessionSettings Continuing = new() { ContinueWithoutHost = true };

    [Fact]
    public void A_game_with_auto_advance_plays_from_the_first_question_to_the_end()
    {
        var settings = new SessionSettings { AutoAdvance = true, GetReadyMs = 1_000, RevealMs = 2_000, StandingsMs = 3_000 };
        var game = Given(Lobby(settings, Quizzes.Of(2), "Ann")).WhenHost(new HostAction.Start(), at: 0).ThenDone();
        game = game.WhenDue().Then(new QuestionAsked(1_000, 0, 1_600, 21_600));
        game = game.WhenDue().Then(new QuestionClosed(21_900, 0, new CountsTally([0, 0, 0, 0]), 23_900));
        game = game.WhenDue().Then(new StandingsShown(23_900, 0, 26_900));
        game = game.WhenDue().Then(new GetReadyShown(26_900, 1, 27_900));
        game = game.WhenDue().Then(new QuestionAsked(27_900, 1, 28_500, 48_500));
        game = game.WhenDue().Then(new QuestionClosed(48_800, 1, new CountsTally([0, 0, 0, 0]), 50_800));
        game = game.WhenDue().Then(Finished(50_800));
        Assert.Null(Decider.NextDeadline(game.State));
        Assert.Equal(8, game.State.Step);
    }

    [Fact]
    public void A_tick_before_the_deadline_does_nothing()
    {
        Given(Lobby("Ann"), GettingReady(endsAt: 9_400)).When(Tick(1), at: 9_399).ThenNothing();
        Given(Lobby("Ann"), Asked()).When(Tick(1), at: Closes + 299).ThenNothing();
    }

    [Fact]
    public void A_late_tick_advances_from_its_own_time() =>
        Given(Lobby("Ann"), GettingReady(endsAt: 9_400)).When(Tick(1), at: 12_000).Then(new QuestionAsked(12_000, 0, 12_600, 32_600));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_tick_of_another_step_does_nothing(int step) =>
        Given(Lobby("Ann"), Asked()).When(Tick(step), at: 90_000).ThenNothing();

    [Fact]
    public void A_tick_for_a_question_that_was_extended_since_does_nothing() =>
        Given(Lobby("Ann"), Asked(), new QuestionExtended(20_000, Closes + 5_000)).When(Tick(1), at: Closes + 300).ThenNothing();

    [Fact]
    public void A_tick_while_the_clock_is_stopped_does_nothing() =>
        Given(Lobby("Ann"), Asked(), Paused(12_000)).When(Tick(1), at: Closes + 300).ThenNothing();

    [Fact]
    public void A_tick_after_the_end_does_nothing() =>
        Given(Lobby("Ann"), Asked(), Finished(12_000)).When(Tick(2), at: 99_000_000).ThenNothing();

    [Fact]
    public void An_open_question_waits_300_ms_for_answers_that_are_on_their_way() =>
        Assert.Equal(Closes + 300, Decider.NextDeadline(Given(Lobby("Ann"), Asked()).State));

    [Fact]
    public void A_reveal_without_auto_advance_waits_for_the_host() =>
        Assert.Null(Given(Lobby("Ann"), Asked()).WhenDue().The<QuestionClosed>().EndsAtMs);

    // Everyone answered

    [Fact]
    public void A_question_that_everyone_answered_closes() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950)).When(EveryoneAnswered(1), at: 12_100)
            .Then(new QuestionClosed(12_100, 0, new CountsTally([0, 1, 0, 0]), null));

    [Fact]
    public void Everyone_answered_in_another_step_does_nothing() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950)).When(EveryoneAnswered(0), at: 12_100).ThenNothing();

    [Fact]
    public void Everyone_answered_while_the_clock_is_stopped_does_nothing() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950), Paused(12_050)).When(EveryoneAnswered(1), at: 12_100).ThenNothing();

    [Fact]
    public void Everyone_answered_where_no_question_is_open_does_nothing() =>
        Given(Lobby("Ann"), GettingReady()).When(EveryoneAnswered(1), at: 7_000).ThenNothing();

    [Fact]
    public void A_question_without_answers_and_without_connected_players_stays_open() =>
        Given(Lobby("Ann"), Asked()).When(EveryoneAnswered(1), at: 10_100).ThenNothing();

    // The host's presence

    public static TheoryData<string> Everywhere => [.. Situations.Names.Where(name => name is not "no game" && !name.EndsWith("continuing", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void A_game_waits_for_a_host_who_is_away(string where) => Situations.Named(where).When(HostAway(), at: 50_000).ThenNothing();

    [Fact]
    public void A_game_launched_so_continues_without_its_host()
    {
        var game = Given(Lobby(Continuing, "Ann"), Asked(), Closed()).When(HostAway(), at: 50_000)
            .Then(new PaceChanged(50_000, false, true, 56_000));
        game.WhenDue().Then(new StandingsShown(56_000, 0, 62_000));
    }

    [Fact]
    public void A_game_launched_so_continues_from_waiting_standings() =>
        Given(Lobby(Continuing, "Ann"), Asked(), Closed(), Standings()).When(HostAway(), at: 50_000).ThenDone()
            .WhenDue().Then(new GetReadyShown(56_000, 1, 59_000));

    [Fact]
    public void A_game_launched_so_continues_after_the_open_question() =>
        Assert.Equal(Closes + 300 + 6_000,
            Given(Lobby(Continuing, "Ann"), Asked()).When(HostAway(), at: 12_000).ThenDone().WhenDue().The<QuestionClosed>().EndsAtMs);

    [Fact]
    public void A_pause_holds_without_a_host_until_a_host_resumes_the_game()
    {
        var away = Given(Lobby(Continuing, "Ann"), Asked(), Paused(12_000)).When(HostAway(), at: 50_000).Then(new PaceChanged(50_000, false, true, null));
        Assert.Equal(new Pause(12_000, null), away.State.Pause);
        away.When(Tick(1), at: 3_000_000).ThenNothing()
            .When(HostAway(false), at: 4_000_000).ThenDone()
            .WhenHost(new HostAction.Resume(), at: 4_001_000).Then(Commanded(4_001_000), Resumed(4_001_000, 3_989_000));
    }

    [Fact]
    public void A_returning_host_controls_the_game_again() =>
        Given(Lobby(Continuing, "Ann"), Asked(), Closed()).When(HostAway(), at: 50_000).ThenDone()
            .When(HostAway(false), at: 52_000).Then(new PaceChanged(52_000, false, false, null));

    [Fact]
    public void With_auto_advance_the_hosts_presence_leaves_the_deadline()
    {
        var settings = Auto with { ContinueWithoutHost = true };
        var away = Given(Lobby(settings, "Ann"), Asked(), Closed(ends: 36_000)).When(HostAway(), at: 32_000)
            .Then(new PaceChanged(32_000, true, true, 36_000));
        away.When(HostAway(false), at: 33_000).Then(new PaceChanged(33_000, true, false, 36_000));
    }

    [Fact]
    public void Auto_advance_turned_off_while_the_host_is_away_leaves_the_deadline() =>
        Given(Lobby(Auto with { ContinueWithoutHost = true }, "Ann"), Asked(), Closed(ends: 36_000)).When(HostAway(), at: 32_000).ThenDone()
            .WhenHost(new HostAction.AutoAdvanceOff(), at: 33_000).Then(Commanded(33_000), new PaceChanged(33_000, false, true, 36_000));

    [Fact]
    public void The_same_presence_again_does_nothing()
    {
        Given(Lobby(Continuing, "Ann"), Asked()).When(HostAway(false), at: 12_000).ThenNothing();
        Given(Lobby(Continuing, "Ann"), Asked()).When(HostAway(), at: 12_000).ThenDone().When(HostAway(), at: 13_000).ThenNothing();
    }

    [Fact]
    public void Presence_after_the_end_does_nothing() =>
        Given(Lobby(Continuing, "Ann"), Finished(10)).When(HostAway(), at: 12_000).ThenNothing();

    [Fact]
    public void A_host_who_is_away_starts_no_game() =>
        Assert.Equal(50_000 + TwoHours - TenMinutes, Decider.NextDeadline(Given(Lobby(Continuing, "Ann")).When(HostAway(), at: 50_000).ThenDone().State));

    [Fact]
    public void A_log_in_which_a_paused_game_was_resumed_without_its_host_still_replays() =>
        Assert.Equal(new Phase.Asking(0, Opens + 38_000, Closes + 38_000, 50_000, 0),
            Given(Lobby("Ann"), Asked(), Paused(12_000), new PaceChanged(50_000, false, true, null), Resumed(50_000, 38_000)).State.Phase);

    // Recovery

    [Fact]
    public void After_an_interruption_an_open_question_resumes_where_it_was()
    {
        var game = Given(Lobby("Ann"), Asked()).When(Recover(15_000), at: 80_000).Then(Paused(80_000, since: 15_000, resumes: 83_000));
        Assert.Equal(83_000, Decider.NextDeadline(game.State));
        var resumed = game.WhenDue().Then(Resumed(83_000, 68_000));
        Assert.Equal(new Phase.Asking(0, Opens + 68_000, Closes + 68_000, 83_000, 0), resumed.State.Phase);
        Assert.Equal(5_500, resumed.When(Answer(0, stamp: 83_500), at: 83_500).The<AnswerAccepted>().Answer.RawMs);
    }

    [Fact]
    public void After_an_interruption_every_acknowledged_answer_is_still_there()
    {
        var game = Given(Lobby("Ann", "Bob"), Asked(), Answered(0, 950)).When(Recover(15_000), at: 80_000).ThenDone().WhenDue().ThenDone();
        game.When(Answer(0), at: 84_000).ThenNothing();
        Assert.Equal(950, game.WhenDue().ThenDone().Player(0).Score);
    }

    [Fact]
    public void An_answer_stamped_before_the_interruption_and_sent_again_in_the_recovery_counts() =>
        Assert.Equal(4_000, Given(Lobby("Ann"), Asked()).When(Recover(15_000), at: 16_000).ThenDone()
            .When(Answer(0, stamp: 14_000), at: 17_000).The<AnswerAccepted>().Answer.RawMs);

    [Fact]
    public void After_an_interruption_get_ready_resumes_where_it_was() =>
        Assert.Equal(new Phase.GetReady(0, 83_000 + 1_400),
            Given(Lobby("Ann"), GettingReady(endsAt: 9_400)).When(Recover(8_000), at: 80_000).ThenDone().WhenDue().ThenDone().State.Phase);

    [Fact]
    public void After_an_interruption_a_reveal_with_an_end_resumes_where_it_was() =>
        Assert.Equal(83_000 + 4_000, Decider.NextDeadline(
            Given(Lobby(Auto, "Ann"), Asked(), Closed(ends: 36_000)).When(Recover(32_000), at: 80_000).ThenDone().WhenDue().ThenDone().State));

    [Theory]
    [InlineData("lobby")]
    [InlineData("reveal")]
    [InlineData("standings")]
    [InlineData("asking paused")]
    [InlineData("finished")]
    public void An_interruption_of_what_has_no_clock_changes_nothing(string where) =>
        Situations.Named(where).When(Recover(50_000), at: 80_000).ThenNothing();

    [Fact]
    public void An_interruption_of_a_recovery_gives_players_the_whole_time_to_reconnect_again() =>
        Given(Lobby("Ann"), Asked()).When(Recover(15_000), at: 80_000).ThenDone()
            .When(Recover(81_000), at: 200_000).Then(Paused(200_000, since: 15_000, resumes: 203_000))
            .WhenDue().Then(Resumed(203_000, 188_000));

    [Fact]
    public void A_recovery_ends_a_second_after_every_player_has_returned_and_never_later_than_without() =>
        Given(Lobby("Ann"), Asked()).When(Recover(15_000), at: 80_000).ThenDone()
            .When(EveryoneReturned(), at: 80_500).Then(Paused(80_500, since: 15_000, resumes: 81_500))
            .When(EveryoneReturned(), at: 80_600).ThenNothing()
            .WhenDue().ThenDone();

    [Fact]
    public void A_recovery_that_is_about_to_end_is_not_made_longer_by_a_return() =>
        Given(Lobby("Ann"), Asked()).When(Recover(15_000), at: 80_000).ThenDone().When(EveryoneReturned(), at: 82_001).ThenNothing();

    [Fact]
    public void A_host_s_pause_is_not_ended_by_a_return() =>
        Given(Lobby("Ann"), Asked(), Paused(15_000)).When(EveryoneReturned(), at: 16_000).ThenNothing();

    [Theory]
    [InlineData(0)]
    [InlineData(long.MinValue)]
    public void The_last_alive_time_is_never_before_the_last_event(long lastAlive) =>
        Given(Lobby("Ann"), Asked()).When(Recover(lastAlive), at: 80_000).Then(Paused(80_000, since: 9_400, resumes: 83_000));

    [Fact]
    public void The_last_alive_time_is_never_in_the_future() =>
        Given(Lobby("Ann"), Asked()).When(Recover(long.MaxValue), at: 20_000).Then(Paused(20_000, since: 20_000, resumes: 23_000));

    [Fact]
    public void The_host_can_cut_a_recovery_short() =>
        Situations.Named("asking recovering").WhenHost(new HostAction.Resume(), at: 81_000).Then(Commanded(81_000), Resumed(81_000, 68_500));

    [Fact]
    public void The_host_can_turn_a_recovery_into_a_pause() =>
        Situations.Named("asking recovering").WhenHost(new HostAction.Pause(), at: 81_000).Then(Commanded(81_000), Paused(81_000, since: 12_500));

    // Sessions without activity

    [Fact]
    public void A_lobby_without_activity_ends_after_two_hours_and_warns_ten_minutes_before()
    {
        var warned = Given(Lobby("Ann")).WhenDue().Then(Expiring());
        Assert.Equal(TwoHours, Viewer.Everyone(warned.State).ExpiresAtMs);
        warned.When(Tick(0), at: TwoHours - 1).ThenNothing();
        warned.When(Tick(0), at: TwoHours).Then(Finished(TwoHours, EndReason.Abandoned));
    }

    [Fact]
    public void No_warning_is_sent_earlier() => Given(Lobby("Ann")).When(Tick(0), at: TwoHours - TenMinutes - 1).ThenNothing();

    [Theory]
    [InlineData("reveal", 30_000)]
    [InlineData("standings", 40_000)]
    [InlineData("asking paused", 12_500)]
    [InlineData("getReady paused", 8_000)]
    public void A_game_that_waits_for_its_host_ends_two_hours_after_something_last_happened(string where, long lastAt) =>
        Situations.Named(where).WhenDue().ThenDone().WhenDue().Then(Finished(lastAt + TwoHours, EndReason.Abandoned));

    [Theory]
    [InlineData(3_600_000, 3_000_000)]
    [InlineData(600_000, 300_000)]
    [InlineData(60_000, 30_000)]
    public void The_time_without_activity_is_the_launchs(int idleExpiryMs, long warnsAt)
    {
        var launched = (GameCommand.Launch)Launch();
        var game = Given().When(launched with { IdleExpiryMs = idleExpiryMs }, at: 0).ThenDone();
        game.WhenDue().Then(new ExpiryAnnounced(warnsAt, idleExpiryMs)).WhenDue().Then(Finished(idleExpiryMs, EndReason.Abandoned));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_session_without_any_time_is_not_launched(int idleExpiryMs) =>
        Given().When((GameCommand.Launch)Launch() with { IdleExpiryMs = idleExpiryMs }, at: 0).Then(GameErrorCode.OutOfRange);

    [Fact]
    public void Players_who_join_keep_a_session_open()
    {
        var game = Given(Lobby("Ann"), Expiring()).When(Join("Bob"), at: TwoHours - 1).ThenDone();
        Assert.Null(Viewer.Everyone(game.State).ExpiresAtMs);
        Assert.Equal(TwoHours - 1 + TwoHours - TenMinutes, Decider.NextDeadline(game.State));
    }

    [Fact]
    public void Answers_keep_a_session_open() =>
        Assert.Equal(Opens + 2_000, Given(Lobby("Ann"), Asked(), Answered(0, 950)).State.LastActiveAtMs);

    [Theory]
    [InlineData(HostActionKind.KeepOpen)]
    [InlineData(HostActionKind.Lock)]
    public void A_host_command_keeps_a_session_open(HostActionKind action)
    {
        var game = Given(Lobby("Ann"), Expiring()).WhenHost(action, at: TwoHours - 5_000).ThenDone();
        Assert.Null(game.State.ExpiresAtMs);
        Assert.Equal(TwoHours - 5_000 + TwoHours - TenMinutes, Decider.NextDeadline(game.State));
    }

    [Fact]
    public void After_a_long_interruption_of_the_server_the_host_has_the_whole_time_of_the_warning() =>
        Given(Lobby("Ann")).When(Tick(0), at: 3 * TwoHours).Then(new ExpiryAnnounced(3 * TwoHours, (3 * TwoHours) + TenMinutes));
}
