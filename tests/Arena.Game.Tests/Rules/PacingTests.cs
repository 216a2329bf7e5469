using Arena.Game.Tests.Telling;
using static Arena.Game.Tests.Telling.Story;

namespace Arena.Game.Tests.Rules;

public sealed class PacingTests
{
    private const long TwoHours = 7_200_000;

    private static readonly SessionSettings Auto = new() { AutoAdvance = true };

    [Fact]
    public void A_game_that_moves_by_itself_plays_from_the_first_question_to_the_end()
    {
        var settings = new SessionSettings { AutoAdvance = true, GetReadyMs = 1_000, RevealMs = 2_000, StandingsMs = 3_000 };
        var game = Given(Lobby(settings, Quizzes.Of(2), "Ann")).WhenHost(HostAction.Start, at: 0).ThenDone();
        game = game.WhenDue().Then(new QuestionAsked(1_000, 0, 1_600, 21_600));
        game = game.WhenDue().Then(new QuestionClosed(21_900, 0, [0, 0, 0, 0], 23_900));
        game = game.WhenDue().Then(new StandingsShown(23_900, 0, 26_900));
        game = game.WhenDue().Then(new GetReadyShown(26_900, 1, 27_900));
        game = game.WhenDue().Then(new QuestionAsked(27_900, 1, 28_500, 48_500));
        game = game.WhenDue().Then(new QuestionClosed(48_800, 1, [0, 0, 0, 0], 50_800));
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
    public void A_tick_late_moves_on_from_when_it_came() =>
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
    public void A_tick_while_the_clock_stands_does_nothing() =>
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
            .Then(new QuestionClosed(12_100, 0, [0, 1, 0, 0], null));

    [Fact]
    public void Everyone_answered_in_another_step_does_nothing() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950)).When(EveryoneAnswered(0), at: 12_100).ThenNothing();

    [Fact]
    public void Everyone_answered_while_the_clock_stands_does_nothing() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950), Paused(12_050)).When(EveryoneAnswered(1), at: 12_100).ThenNothing();

    [Fact]
    public void Everyone_answered_where_no_question_is_open_does_nothing() =>
        Given(Lobby("Ann"), GettingReady()).When(EveryoneAnswered(1), at: 7_000).ThenNothing();

    [Fact]
    public void A_question_that_nobody_answered_since_nobody_is_there_stays_open() =>
        Given(Lobby("Ann"), Asked()).When(EveryoneAnswered(1), at: 10_100).ThenNothing();

    // The host's presence

    [Fact]
    public void A_host_who_is_away_makes_a_waiting_reveal_go_on()
    {
        var game = Given(Lobby("Ann"), Asked(), Closed()).When(HostAway(), at: 50_000)
            .Then(new PaceChanged(50_000, false, true, 56_000));
        game.WhenDue().Then(new StandingsShown(56_000, 0, 62_000));
    }

    [Fact]
    public void A_host_who_is_away_makes_waiting_standings_go_on() =>
        Given(Lobby("Ann"), Asked(), Closed(), Standings()).When(HostAway(), at: 50_000).ThenDone()
            .WhenDue().Then(new GetReadyShown(56_000, 1, 59_000));

    [Fact]
    public void A_host_who_is_away_during_a_question_makes_its_reveal_go_on() =>
        Assert.Equal(Closes + 300 + 6_000,
            Given(Lobby("Ann"), Asked()).When(HostAway(), at: 12_000).ThenDone().WhenDue().The<QuestionClosed>().EndsAtMs);

    [Fact]
    public void A_host_who_comes_back_has_the_game_in_hand_again() =>
        Given(Lobby("Ann"), Asked(), Closed()).When(HostAway(), at: 50_000).ThenDone()
            .When(HostAway(false), at: 52_000).Then(new PaceChanged(52_000, false, false, null));

    [Fact]
    public void With_auto_advance_the_hosts_presence_leaves_the_deadline()
    {
        var away = Given(Lobby(Auto, "Ann"), Asked(), Closed(ends: 36_000)).When(HostAway(), at: 32_000)
            .Then(new PaceChanged(32_000, true, true, 36_000));
        away.When(HostAway(false), at: 33_000).Then(new PaceChanged(33_000, true, false, 36_000));
    }

    [Fact]
    public void Auto_advance_turned_off_while_the_host_is_away_leaves_the_deadline() =>
        Given(Lobby(Auto, "Ann"), Asked(), Closed(ends: 36_000)).When(HostAway(), at: 32_000).ThenDone()
            .WhenHost(HostAction.AutoAdvanceOff, at: 33_000).Then(Commanded(33_000), new PaceChanged(33_000, false, true, 36_000));

    [Fact]
    public void The_same_presence_again_does_nothing()
    {
        Given(Lobby("Ann"), Asked()).When(HostAway(false), at: 12_000).ThenNothing();
        Given(Lobby("Ann"), Asked()).When(HostAway(), at: 12_000).ThenDone().When(HostAway(), at: 13_000).ThenNothing();
    }

    [Fact]
    public void Presence_after_the_end_does_nothing() =>
        Given(Lobby("Ann"), Finished(10)).When(HostAway(), at: 12_000).ThenNothing();

    [Fact]
    public void A_host_who_is_away_starts_no_game() =>
        Assert.Equal(50_000 + TwoHours, Decider.NextDeadline(Given(Lobby("Ann")).When(HostAway(), at: 50_000).ThenDone().State));

    // Recovery

    [Fact]
    public void After_an_interruption_an_open_question_goes_on_from_where_it_was()
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
    public void After_an_interruption_get_ready_goes_on_from_where_it_was() =>
        Assert.Equal(new Phase.GetReady(0, 83_000 + 1_400),
            Given(Lobby("Ann"), GettingReady(endsAt: 9_400)).When(Recover(8_000), at: 80_000).ThenDone().WhenDue().ThenDone().State.Phase);

    [Fact]
    public void After_an_interruption_a_reveal_with_an_end_goes_on_from_where_it_was() =>
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
    public void An_interruption_of_a_recovery_gives_players_the_whole_time_to_come_back_again() =>
        Given(Lobby("Ann"), Asked()).When(Recover(15_000), at: 80_000).ThenDone()
            .When(Recover(81_000), at: 200_000).Then(Paused(200_000, since: 15_000, resumes: 203_000))
            .WhenDue().Then(Resumed(203_000, 188_000));

    [Theory]
    [InlineData(0)]
    [InlineData(long.MinValue)]
    public void The_game_was_alive_when_it_last_moved_whatever_is_said(long lastAlive) =>
        Given(Lobby("Ann"), Asked()).When(Recover(lastAlive), at: 80_000).Then(Paused(80_000, since: 9_400, resumes: 83_000));

    [Fact]
    public void The_game_was_not_alive_in_the_future_whatever_is_said() =>
        Given(Lobby("Ann"), Asked()).When(Recover(long.MaxValue), at: 20_000).Then(Paused(20_000, since: 20_000, resumes: 23_000));

    [Fact]
    public void The_host_can_cut_a_recovery_short() =>
        Situations.Named("asking recovering").WhenHost(HostAction.Resume, at: 81_000).Then(Commanded(81_000), Resumed(81_000, 68_500));

    [Fact]
    public void The_host_can_turn_a_recovery_into_a_pause() =>
        Situations.Named("asking recovering").WhenHost(HostAction.Pause, at: 81_000).Then(Commanded(81_000), Paused(81_000, since: 12_500));

    // Idle games

    [Fact]
    public void A_lobby_that_nobody_starts_ends_after_two_hours() =>
        Given(Lobby("Ann")).When(Tick(0), at: TwoHours).Then(Finished(TwoHours, EndReason.Abandoned));

    [Fact]
    public void A_lobby_is_still_open_just_before() =>
        Given(Lobby("Ann")).When(Tick(0), at: TwoHours - 1).ThenNothing();

    [Theory]
    [InlineData("reveal", 30_000)]
    [InlineData("standings", 40_000)]
    [InlineData("asking paused", 12_500)]
    [InlineData("getReady paused", 8_000)]
    public void A_game_that_waits_for_its_host_ends_two_hours_after_it_last_moved(string where, long movedAt) =>
        Situations.Named(where).WhenDue().Then(Finished(movedAt + TwoHours, EndReason.Abandoned));

    [Fact]
    public void Players_who_join_do_not_keep_an_idle_game_alive() =>
        Assert.Equal(TwoHours, Decider.NextDeadline(Given(Lobby("Ann"), Joined(1, "Bob", at: 90_000)).State));

    [Fact]
    public void A_host_command_keeps_an_idle_game_alive() =>
        Assert.Equal(90_000 + TwoHours, Decider.NextDeadline(
            Given(Lobby("Ann")).WhenHost(HostAction.Lock, at: 90_000).ThenDone().State));
}
