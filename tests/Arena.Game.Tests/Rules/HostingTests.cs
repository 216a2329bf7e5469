using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

public sealed class HostingTests
{
    private static readonly SessionSettings Auto = new() { AutoAdvance = true };

    [Fact]
    public void Start_leaves_the_lobby_for_the_first_question() =>
        Given(Lobby("Ann")).WhenHost(new HostAction.Start(), at: 5_000).Then(Commanded(5_000), new GetReadyShown(5_000, 0, 8_000));

    [Fact]
    public void A_game_without_players_cannot_start() =>
        Given(Lobby()).WhenHost(new HostAction.Start(), at: 5_000).Then(GameErrorCode.NoPlayers);

    [Fact]
    public void A_game_whose_players_were_all_kicked_is_empty() =>
        Given(Lobby("Ann"), Kicked(0)).WhenHost(new HostAction.Start(), at: 6_000).Then(GameErrorCode.NoPlayers);

    [Fact]
    public void A_game_is_started_once() =>
        Given(Lobby("Ann"), GettingReady()).WhenHost(new HostAction.Start(), at: 7_000).Then(GameErrorCode.NotNow);

    [Fact]
    public void Advance_does_not_start_a_game() =>
        Given(Lobby("Ann")).WhenHost(new HostAction.Advance(), at: 5_000).Then(GameErrorCode.NotNow);

    [Fact]
    public void Advance_asks_the_question_at_once_but_opens_it_for_all_600_ms_later() =>
        Given(Lobby("Ann"), GettingReady()).WhenHost(new HostAction.Advance(), at: 7_000)
            .Then(Commanded(7_000), new QuestionAsked(7_000, 0, 7_600, 27_600));

    [Fact]
    public void Advance_closes_the_open_question() =>
        Given(Lobby("Ann", "Bob", "Cid"), Asked(), Answered(0, 950), Answered(1, 0)).WhenHost(new HostAction.Advance(), at: 15_000)
            .Then(Commanded(15_000), new QuestionClosed(15_000, 0, new CountsTally([1, 1, 0, 0]), null));

    [Fact]
    public void Advance_shows_the_standings_after_the_reveal() =>
        Given(Lobby("Ann"), Asked(), Closed()).WhenHost(new HostAction.Advance(), at: 35_000)
            .Then(Commanded(35_000), new StandingsShown(35_000, 0, null));

    [Fact]
    public void Advance_brings_the_next_question_after_the_standings() =>
        Given(Lobby("Ann"), Asked(), Closed(), Standings()).WhenHost(new HostAction.Advance(), at: 45_000)
            .Then(Commanded(45_000), new GetReadyShown(45_000, 1, 48_000));

    [Fact]
    public void Advance_after_the_last_reveal_ends_the_game() =>
        Given(Lobby("Ann"), Asked(2), Closed(2)).WhenHost(new HostAction.Advance(), at: 35_000)
            .Then(Commanded(35_000), Finished(35_000));

    [Fact]
    public void A_second_click_given_in_the_same_step_does_nothing()
    {
        var first = Given(Lobby("Ann"), Asked());
        first.WhenHost(new HostAction.Advance(), at: 15_000).ThenDone()
            .WhenHost(new HostAction.Advance(), at: 15_050, operation: 98, step: first.State.Step).Then(GameErrorCode.NotNow);
    }

    [Theory]
    [InlineData(HostActionKind.Advance, 0)]
    [InlineData(HostActionKind.Advance, 2)]
    [InlineData(HostActionKind.Skip, 0)]
    [InlineData(HostActionKind.Skip, int.MaxValue)]
    [InlineData(HostActionKind.Start, -1)]
    public void An_advancing_action_for_another_phase_version_is_refused(HostActionKind action, int step) =>
        Given(Lobby("Ann"), Asked()).WhenHost(action, at: 15_000, step: step).Then(GameErrorCode.NotNow);

    [Theory]
    [InlineData(HostActionKind.Pause)]
    [InlineData(HostActionKind.Lock)]
    [InlineData(HostActionKind.AutoAdvanceOn)]
    [InlineData(HostActionKind.End)]
    public void Other_actions_need_no_phase_version(HostActionKind action) =>
        Given(Lobby("Ann"), Asked()).WhenHost(action, at: 15_000, step: -5).ThenDone();

    [Theory]
    [InlineData(HostActionKind.Advance)]
    [InlineData(HostActionKind.Skip)]
    [InlineData(HostActionKind.Lock)]
    [InlineData(HostActionKind.End)]
    public void An_operation_repeated_changes_nothing(HostActionKind action) =>
        Given(Lobby("Ann"), Asked()).WhenHost(action, at: 15_000).ThenDone()
            .WhenHost(action, at: 16_000).ThenNothing();

    [Fact]
    public void A_refused_operation_can_be_tried_again() =>
        Given(Lobby()).WhenHost(new HostAction.Start(), at: 1).Then(GameErrorCode.NoPlayers)
            .When(Join("Ann"), at: 2).ThenDone()
            .WhenHost(new HostAction.Start(), at: 3).Then(Commanded(3), new GetReadyShown(3, 0, 3_003));

    [Fact]
    public void The_last_64_operations_are_remembered()
    {
        var game = Given(Lobby("Ann"));
        for (var operation = 100; operation < 165; operation++)
            game = game.WhenHost(new HostAction.Lock(), at: operation, operation: operation).ThenDone();
        game.WhenHost(new HostAction.Unlock(), at: 200, operation: 101).ThenNothing();
        Assert.Equal(64, game.State.Operations.Count);
    }

    [Fact]
    public void An_operation_without_an_id_is_no_message() =>
        Given(Lobby("Ann")).When(new GameCommand.Host(Guid.Empty, 0, new HostAction.Lock()), at: 1).Then(GameErrorCode.InvalidMessage);

    [Fact]
    public void A_command_without_an_action_is_no_message() =>
        Given(Lobby("Ann")).WhenHost((HostAction)null!, at: 1).Then(GameErrorCode.InvalidMessage);

    // A key that is pressed twice

    [Theory]
    [InlineData(HostActionKind.Advance)]
    [InlineData(HostActionKind.Skip)]
    public void A_second_press_within_half_a_second_of_a_phase_moves_nothing(HostActionKind action)
    {
        var asked = Given(Lobby("Ann"), Asked(opens: 10_000));
        asked.WhenHost(action, at: 9_400).Then(GameErrorCode.TooSoon);
        asked.WhenHost(action, at: 9_899).Then(GameErrorCode.TooSoon);
        asked.WhenHost(action, at: 9_900).ThenDone();
    }

    [Fact]
    public void Two_skips_of_a_bouncing_key_skip_one_question()
    {
        var game = Given(Lobby("Ann"), Asked()).WhenHost(new HostAction.Skip(), at: 15_000).ThenDone();
        game.WhenHost(new HostAction.Skip(), at: 15_400, operation: 98).Then(GameErrorCode.TooSoon);
        game.WhenHost(new HostAction.Advance(), at: 15_400, operation: 98).Then(GameErrorCode.TooSoon);
    }

    [Fact]
    public void A_command_for_a_question_that_closed_a_moment_ago_does_not_pass_over_the_reveal() =>
        Given(Lobby("Ann"), Asked(), Closed()).WhenHost(new HostAction.Advance(), at: Closes + 100).Then(GameErrorCode.TooSoon);

    [Fact]
    public void The_game_is_started_however_soon_after_the_launch() =>
        Given(Lobby("Ann")).WhenHost(new HostAction.Start(), at: 1).ThenDone();

    [Theory]
    [InlineData(HostActionKind.Pause)]
    [InlineData(HostActionKind.Extend)]
    [InlineData(HostActionKind.End)]
    public void Other_actions_are_never_too_soon(HostActionKind action) =>
        Given(Lobby("Ann"), Asked()).WhenHost(action, at: 9_401).ThenDone();

    [Fact]
    public void A_clock_moved_backwards_makes_no_command_too_soon() =>
        Given(Lobby("Ann"), Asked()).WhenHost(new HostAction.Advance(), at: 9_000).ThenDone();

    // Skip

    [Fact]
    public void A_skipped_question_does_not_count()
    {
        var game = Given(Lobby("Ann"), Asked(), Answered(0, 950)).WhenHost(new HostAction.Skip(), at: 15_000)
            .Then(Commanded(15_000), Skipped(), new GetReadyShown(15_000, 1, 20_000));
        Assert.Equal((0, null), (game.Player(0).Score, game.Player(0).Pending));
        Assert.Empty(game.Player(0).Answers);
        Assert.Equal([new RoundSummary(0, "Q0", 0, 0, Skipped: true)], game.State.Rounds);
    }

    [Fact]
    public void A_question_can_be_skipped_before_it_is_shown() =>
        Given(Lobby("Ann"), GettingReady()).WhenHost(new HostAction.Skip(), at: 15_000)
            .Then(Commanded(15_000), Skipped(), new GetReadyShown(15_000, 1, 20_000));

    [Fact]
    public void Skipping_the_last_question_shows_the_standings_and_then_ends_the_game() =>
        Given(Lobby("Ann"), Asked(2)).WhenHost(new HostAction.Skip(), at: 15_000)
            .Then(Commanded(15_000), Skipped(2), Standings(2, ends: 21_000, at: 15_000))
            .WhenDue().Then(Finished(21_000));

    [Theory]
    [InlineData(0, 20_000)]
    [InlineData(3_000, 20_000)]
    [InlineData(8_000, 23_000)]
    public void The_phase_after_a_skip_lasts_long_enough_to_undo_it(int getReadyMs, long ends) =>
        Assert.Equal(ends, Given(Lobby(new SessionSettings { GetReadyMs = getReadyMs }, "Ann"), Asked())
            .WhenHost(new HostAction.Skip(), at: 15_000).The<GetReadyShown>().EndsAtMs);

    [Fact]
    public void The_question_after_a_skipped_one_starts_afresh()
    {
        var game = Given(Lobby("Ann"), Asked(), Answered(0, 950), Skipped(), GettingReady(1), Asked(1));
        Assert.Equal(0, Assert.IsType<Phase.Asking>(game.State.Phase).Answered);
        game.When(Answer(0, round: 1), at: 12_000).ThenDone();
    }

    [Fact]
    public void A_revealed_question_cannot_be_skipped() =>
        Given(Lobby("Ann"), Asked(), Closed()).WhenHost(new HostAction.Skip(), at: 35_000).Then(GameErrorCode.NotNow);

    // Undo a skip

    [Fact]
    public void An_undone_skip_reopens_the_question_with_its_answers_and_the_time_that_was_left()
    {
        var skipped = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950)).WhenHost(new HostAction.Skip(), at: 15_000).ThenDone();
        Assert.Equal(0, Viewer.Everyone(skipped.State).SkippedRound);
        Assert.Null(skipped.Player(1).Pending);

        var game = skipped.WhenHost(new HostAction.UndoSkip(), at: 19_000, operation: 98).Then(Commanded(19_000, 98), Undone(19_000, 4_000));
        Assert.Equal(new Phase.Asking(0, Opens + 4_000, Closes + 4_000, 19_000, 1), game.State.Phase);
        Assert.Empty(game.State.Rounds);
        Assert.Null(Viewer.Everyone(game.State).SkippedRound);
        Assert.Equal(skipped.State.Step + 1, game.State.Step);

        var closed = game.When(Answer(0, stamp: 20_000), at: 20_000).ThenDone().WhenDue().ThenDone();
        Assert.Equal([6_000, 2_000], closed.State.Players.Select(player => Assert.Single(player.Answers).RawMs));
        Assert.Equal((2, 2, false), (closed.State.Rounds[0].Answered, closed.State.Rounds[0].Correct, closed.State.Rounds[0].Skipped));
    }

    [Fact]
    public void A_question_skipped_before_it_was_shown_is_restored_before_it_is_shown() =>
        Assert.Equal(new Phase.GetReady(0, 9_400 + 2_000),
            Given(Lobby("Ann"), GettingReady()).WhenHost(new HostAction.Skip(), at: 8_000).ThenDone()
                .WhenHost(new HostAction.UndoSkip(), at: 10_000, operation: 98).ThenDone().State.Phase);

    [Fact]
    public void The_skip_of_the_last_question_can_be_undone() =>
        Assert.IsType<Phase.Asking>(Given(Lobby("Ann"), Asked(2)).WhenHost(new HostAction.Skip(), at: 15_000).ThenDone()
            .WhenHost(new HostAction.UndoSkip(), at: 16_000, operation: 98).Then(Commanded(16_000, 98), Undone(16_000, 1_000, round: 2)).State.Phase);

    [Fact]
    public void Once_the_next_question_is_shown_a_skip_cannot_be_undone()
    {
        var next = Situations.Named("getReady skipped").WhenDue().ThenDone();
        Assert.Null(next.State.Skipped);
        next.WhenHost(new HostAction.UndoSkip(), at: 21_000).Then(GameErrorCode.NotNow);
    }

    [Fact]
    public void Only_the_later_of_two_skips_can_be_undone()
    {
        var game = Situations.Named("getReady skipped").WhenHost(new HostAction.Skip(), at: 18_000).ThenDone()
            .WhenHost(new HostAction.UndoSkip(), at: 19_000, operation: 98).Then(Commanded(19_000, 98), Undone(19_000, 1_000, round: 1));
        Assert.Equal(new Phase.GetReady(1, 21_000), game.State.Phase);
        game.WhenHost(new HostAction.UndoSkip(), at: 19_500, operation: 97).Then(GameErrorCode.NotNow);
    }

    [Fact]
    public void A_skip_undone_while_the_clock_is_stopped_leaves_it_stopped()
    {
        var undone = Situations.Named("getReady skipped paused").WhenHost(new HostAction.UndoSkip(), at: 30_000)
            .Then(Commanded(30_000), Undone(30_000, 3_000));
        Assert.Equal(new Pause(18_000, null), undone.State.Pause);
        Assert.Equal(new Phase.Asking(0, Opens + 15_000, Closes + 15_000, 30_000, 1),
            undone.WhenHost(new HostAction.Resume(), at: 30_000, operation: 98).ThenDone().State.Phase);
    }

    [Fact]
    public void The_answer_of_a_player_removed_in_between_is_not_restored()
    {
        var game = Situations.Named("getReady skipped").WhenHost(new HostAction.Kick(1), at: 18_000).ThenDone()
            .WhenHost(new HostAction.UndoSkip(), at: 19_000, operation: 98).ThenDone();
        Assert.Equal(0, Assert.IsType<Phase.Asking>(game.State.Phase).Answered);
        Assert.Null(game.Player(1).Pending);
    }

    [Fact]
    public void A_player_who_joined_since_the_skip_can_answer_the_reopened_question()
    {
        var game = Situations.Named("getReady skipped").When(Join("Zoe"), at: 18_000).ThenDone()
            .WhenHost(new HostAction.UndoSkip(), at: 19_000, operation: 98).ThenDone()
            .When(Answer(2, stamp: 20_000), at: 20_000).ThenDone().WhenDue().ThenDone();
        Assert.True(Viewer.Seat(game.State, game.Player(2)).Result!.Verdict == Verdict.Correct);
    }

    [Fact]
    public void An_undo_meant_for_an_earlier_step_does_nothing() =>
        Situations.Named("getReady skipped").WhenHost(new HostAction.UndoSkip(), at: 18_000, step: 1).Then(GameErrorCode.NotNow);

    // Extend

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    [InlineData(60_000)]
    public void Extend_closes_the_question_later(int by)
    {
        var game = Given(Lobby("Ann"), Asked()).WhenHost(new HostAction.Extend(by), at: 15_000)
            .Then(Commanded(15_000), new QuestionExtended(15_000, Closes + by));
        Assert.Equal(Closes + by + 300, Decider.NextDeadline(game.State));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(60_001)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void An_extension_outside_its_bounds_is_refused(int by) =>
        Given(Lobby("Ann"), Asked()).WhenHost(new HostAction.Extend(by), at: 15_000).Then(GameErrorCode.OutOfRange);

    [Theory]
    [InlineData(39_999, 309_999)]
    [InlineData(40_000, 310_000)]
    [InlineData(40_001, 310_000)]
    public void An_extension_ends_at_the_longest_time_limit(int by, long closes) =>
        Given(Lobby(null, Quizzes.Of(1, timeLimit: 260_000), "Ann"), Asked(limit: 260_000)).WhenHost(new HostAction.Extend(by), at: 15_000)
            .Then(Commanded(15_000), new QuestionExtended(15_000, closes));

    [Theory]
    [InlineData(300_000)]
    [InlineData(GameLimits.UntimedMs)]
    public void A_question_that_is_open_for_the_longest_time_limit_is_not_extended(int limit) =>
        Given(Lobby("Ann"), Asked(limit: limit)).WhenHost(new HostAction.Extend(1), at: 15_000).Then(GameErrorCode.NotNow);

    [Fact]
    public void Only_an_open_question_is_extended() =>
        Given(Lobby("Ann"), GettingReady()).WhenHost(new HostAction.Extend(1_000), at: 7_000).Then(GameErrorCode.NotNow);

    // Pause and resume

    [Fact]
    public void Pause_stops_the_clock() =>
        Assert.Equal(12_000 + TwoHours - TenMinutes, Decider.NextDeadline(
            Given(Lobby("Ann"), Asked()).WhenHost(new HostAction.Pause(), at: 12_000).Then(Commanded(12_000), Paused(12_000)).State));

    [Fact]
    public void Pause_twice_is_once() =>
        Given(Lobby("Ann"), Asked(), Paused(12_000)).WhenHost(new HostAction.Pause(), at: 13_000).Then(Commanded(13_000));

    [Fact]
    public void Resume_shifts_the_instants_of_an_open_question() =>
        Assert.Equal(new Phase.Asking(0, Opens + 5_000, Closes + 5_000, 17_000, 0),
            Given(Lobby("Ann"), Asked(), Paused(12_000)).WhenHost(new HostAction.Resume(), at: 17_000)
                .Then(Commanded(17_000), Resumed(17_000, 5_000)).State.Phase);

    [Fact]
    public void A_question_paused_before_its_opening_opens_that_much_later() =>
        Assert.Equal(new Phase.Asking(0, Opens + 5_000, Closes + 5_000, Opens + 5_000, 0),
            Given(Lobby("Ann"), Asked(), Paused(9_500)).WhenHost(new HostAction.Resume(), at: 14_500).ThenDone().State.Phase);

    [Fact]
    public void Resume_shifts_get_ready() =>
        Assert.Equal(new Phase.GetReady(0, 9_400 + 5_000),
            Given(Lobby("Ann"), GettingReady(), Paused(8_000)).WhenHost(new HostAction.Resume(), at: 13_000).ThenDone().State.Phase);

    [Fact]
    public void Resume_shifts_the_reveal()
    {
        var game = Given(Lobby(Auto, "Ann"), Asked(), Closed(ends: 36_000), Paused(31_000)).WhenHost(new HostAction.Resume(), at: 41_000).ThenDone();
        Assert.Equal(46_000, Decider.NextDeadline(game.State));
    }

    [Fact]
    public void Resume_shifts_the_standings()
    {
        var game = Given(Lobby(Auto, "Ann"), Asked(), Closed(), Standings(ends: 46_000), Paused(41_000))
            .WhenHost(new HostAction.Resume(), at: 51_000).ThenDone();
        Assert.Equal(56_000, Decider.NextDeadline(game.State));
    }

    [Fact]
    public void Resume_leaves_a_reveal_that_waits_for_the_host_waiting()
    {
        var game = Given(Lobby("Ann"), Asked(), Closed(), Paused(31_000)).WhenHost(new HostAction.Resume(), at: 41_000).ThenDone();
        Assert.Null(Assert.IsType<Phase.Revealing>(game.State.Phase).EndsAtMs);
    }

    [Fact]
    public void Resume_when_nothing_is_paused_does_nothing() =>
        Given(Lobby("Ann"), Asked()).WhenHost(new HostAction.Resume(), at: 12_000).Then(Commanded(12_000));

    [Fact]
    public void A_clock_moved_backwards_shifts_nothing() =>
        Given(Lobby("Ann"), Asked(), Paused(12_000)).WhenHost(new HostAction.Resume(), at: 11_000).Then(Commanded(11_000), Resumed(11_000, 0));

    [Theory]
    [InlineData(HostActionKind.Advance)]
    [InlineData(HostActionKind.Skip)]
    public void A_paused_game_is_not_moved_on(HostActionKind action) =>
        Given(Lobby("Ann"), Asked(), Paused(12_000)).WhenHost(action, at: 13_000).Then(GameErrorCode.Paused);

    [Fact]
    public void A_lobby_is_not_paused() =>
        Given(Lobby("Ann")).WhenHost(new HostAction.Pause(), at: 1).Then(GameErrorCode.NotNow);

    [Fact]
    public void Two_pauses_shift_by_their_sum() =>
        Assert.Equal(new Phase.Asking(0, Opens + 3_000, Closes + 3_000, 16_000, 0),
            Given(Lobby("Ann"), Asked(), Paused(11_000), Resumed(12_000, 1_000), Paused(14_000), Resumed(16_000, 2_000)).State.Phase);

    [Fact]
    public void A_paused_question_can_be_extended() =>
        Given(Lobby("Ann"), Asked(), Paused(12_000)).WhenHost(new HostAction.Extend(1_000), at: 13_000)
            .Then(Commanded(13_000), new QuestionExtended(13_000, Closes + 1_000));

    // Lock

    [Fact]
    public void Lock_and_unlock_change_whether_players_are_taken()
    {
        var locked = Given(Lobby()).WhenHost(new HostAction.Lock(), at: 1).Then(Commanded(1), new LockChanged(1, true));
        Assert.True(locked.State.Locked);
        Assert.False(locked.WhenHost(new HostAction.Unlock(), at: 2, operation: 98).Then(Commanded(2, 98), new LockChanged(2, false)).State.Locked);
    }

    [Fact]
    public void Locking_a_locked_game_does_nothing()
    {
        Given(Lobby(), new LockChanged(1, true)).WhenHost(new HostAction.Lock(), at: 2).Then(Commanded(2));
        Given(Lobby()).WhenHost(new HostAction.Unlock(), at: 2).Then(Commanded(2));
    }

    // Auto-advance

    [Fact]
    public void Auto_advance_on_gives_a_waiting_reveal_an_end()
    {
        var game = Given(Lobby("Ann"), Asked(), Closed()).WhenHost(new HostAction.AutoAdvanceOn(), at: 33_000)
            .Then(Commanded(33_000), new PaceChanged(33_000, true, false, 39_000));
        Assert.Equal(39_000, Decider.NextDeadline(game.State));
    }

    [Fact]
    public void Auto_advance_on_gives_waiting_standings_an_end() =>
        Given(Lobby("Ann"), Asked(), Closed(), Standings()).WhenHost(new HostAction.AutoAdvanceOn(), at: 43_000)
            .Then(Commanded(43_000), new PaceChanged(43_000, true, false, 49_000));

    [Fact]
    public void Auto_advance_off_makes_the_game_wait_for_the_host()
    {
        var game = Given(Lobby(Auto, "Ann"), Asked(), Closed(ends: 36_000)).WhenHost(new HostAction.AutoAdvanceOff(), at: 33_000)
            .Then(Commanded(33_000), new PaceChanged(33_000, false, false, null));
        Assert.Equal(33_000 + TwoHours - TenMinutes, Decider.NextDeadline(game.State));
    }

    [Fact]
    public void Auto_advance_does_not_change_when_an_open_question_closes()
    {
        var game = Given(Lobby("Ann"), Asked()).WhenHost(new HostAction.AutoAdvanceOn(), at: 12_000)
            .Then(Commanded(12_000), new PaceChanged(12_000, true, false, null));
        Assert.Equal(Closes + 300, Decider.NextDeadline(game.State));
        Assert.Equal(Closes + 300 + 6_000, game.WhenDue().The<QuestionClosed>().EndsAtMs);
    }

    [Fact]
    public void Auto_advance_as_it_was_does_nothing() =>
        Given(Lobby(Auto, "Ann"), Asked(), Closed(ends: 36_000)).WhenHost(new HostAction.AutoAdvanceOn(), at: 33_000).Then(Commanded(33_000));

    [Fact]
    public void Auto_advance_turned_on_during_a_pause_counts_from_where_the_clock_stopped()
    {
        var game = Given(Lobby("Ann"), Asked(), Closed(), Paused(31_000)).WhenHost(new HostAction.AutoAdvanceOn(), at: 50_000).ThenDone()
            .WhenHost(new HostAction.Resume(), at: 60_000, operation: 98).ThenDone();
        Assert.Equal(66_000, Decider.NextDeadline(game.State));
    }

    // Kick

    [Fact]
    public void A_kicked_player_leaves_ranking_counts_and_answers()
    {
        var game = Given(Lobby("Ann", "Bob"), Asked(), Answered(0, 950), Answered(1, 900)).WhenHost(new HostAction.Kick(0), at: 15_000)
            .Then(Commanded(15_000), Kicked(0, 15_000));
        Assert.Equal(1, game.State.PlayerCount);
        Assert.Equal(1, Assert.IsType<Phase.Asking>(game.State.Phase).Answered);

        var closed = game.WhenHost(new HostAction.Advance(), at: 16_000, operation: 98)
            .Then(Commanded(16_000, 98), new QuestionClosed(16_000, 0, new CountsTally([0, 1, 0, 0]), null));
        Assert.Equal(new RoundSummary(0, "Q0", 1, 1, Skipped: false, Players: 1), closed.State.Rounds[0]);
        Assert.Equal([1], closed.State.Ranked().Select(player => player.Seat));
        Assert.Equal((1, 0), (closed.Player(1).Rank, closed.Player(1).ToNext));
        Assert.Equal((0, 0), (closed.Player(0).Rank, closed.Player(0).Score));
    }

    [Fact]
    public void Kicking_a_player_without_an_answer_leaves_the_count_of_answers() =>
        Assert.Equal(1, Assert.IsType<Phase.Asking>(
            Given(Lobby("Ann", "Bob"), Asked(), Answered(0, 950), Kicked(1)).State.Phase).Answered);

    [Fact]
    public void Kicking_twice_is_once()
    {
        var game = Given(Lobby("Ann", "Bob"), Kicked(0)).WhenHost(new HostAction.Kick(0), at: 6_000).Then(Commanded(6_000));
        Assert.Equal(1, game.State.PlayerCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_seat_that_does_not_exist_is_not_kicked(int seat) =>
        Given(Lobby("Ann")).WhenHost(new HostAction.Kick(seat), at: 1).Then(GameErrorCode.UnknownSeat);

    [Fact]
    public void All_who_are_not_connected_leave_by_one_decision()
    {
        var game = Given(Lobby("Ann", "Bob", "Cid", "Dan"), Kicked(3))
            .WhenHost(new HostAction.RemoveAbsent { Seats = [0, 2, 3, 17, -1] }, at: 6_000)
            .Then(Commanded(6_000), Kicked(0, 6_000), Kicked(2, 6_000));
        Assert.Equal(1, game.State.PlayerCount);
        game.WhenHost(new HostAction.RemoveAbsent { Seats = [0, 2, 3] }, at: 7_000, operation: 98).Then(Commanded(7_000, 98));
    }

    [Fact]
    public void All_whose_name_no_host_has_approved_leave_by_one_decision()
    {
        var game = Given(Lobby(new SessionSettings { ApproveNames = true }, "Ann", "Bob", "Cid"))
            .WhenHost(new HostAction.Approve(1), at: 5_000, operation: 97).ThenDone()
            .WhenHost(new HostAction.RemoveUnapproved(), at: 6_000).Then(Commanded(6_000), Kicked(0, 6_000), Kicked(2, 6_000));
        Assert.Equal("Bob", Assert.Single(game.State.Players, player => !player.Kicked).Nickname);
    }

    // End

    public static TheoryData<string> Everywhere => [.. Situations.Names.Where(name => name is not ("no game" or "finished"))];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void A_game_can_be_ended_from_everywhere(string where)
    {
        var game = Situations.Named(where).WhenHost(new HostAction.End(), at: 90_000)
            .Then(Commanded(90_000), Finished(90_000, EndReason.EndedByHost));
        Assert.Equal(new Phase.Finished(EndReason.EndedByHost), game.State.Phase);
        Assert.Null(game.State.Pause);
        Assert.Null(Decider.NextDeadline(game.State));
        Assert.All(game.State.Players, player => Assert.Null(player.Pending));
    }

    [Fact]
    public void Ending_during_a_question_drops_its_answers() =>
        Assert.Equal(0, Given(Lobby("Ann"), Asked(), Answered(0, 950)).WhenHost(new HostAction.End(), at: 15_000).ThenDone().Player(0).Score);

    [Fact]
    public void A_game_that_is_over_takes_no_command() =>
        Given(Lobby("Ann"), Finished(10)).WhenHost(new HostAction.End(), at: 11).Then(GameErrorCode.SessionEnded);
}
