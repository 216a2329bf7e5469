using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

public sealed class AnsweringTests
{
    [Fact]
    public void An_answer_is_kept_with_how_its_time_was_judged_and_what_it_earned() =>
        Given(Lobby("Ann"), Asked()).When(Answer(0, elapsed: 5_080, link: 80), at: 15_100)
            .Then(new AnswerAccepted(15_100, 0, new Answer(0, Operation(60), ChoiceAnswer.Of(Right), 15_080, 5_080, 80, Verdict.Correct, 1, 875, 0)));

    [Fact]
    public void An_answer_counts_only_when_the_question_closes()
    {
        var answered = Given(Lobby("Ann", "Bob"), Asked()).When(Answer(0), at: 12_000).ThenDone();
        Assert.Equal((0, 0), (answered.Player(0).Score, answered.Player(0).Streak));
        Assert.Equal(950, answered.WhenDue().ThenDone().Player(0).Score);
    }

    [Theory]
    [InlineData(9_999, GameErrorCode.TooEarly)]
    [InlineData(9_500, GameErrorCode.TooEarly)]
    public void An_answer_before_the_opening_is_refused(long stamp, GameErrorCode refusal) =>
        Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: stamp), at: 10_001).Then(refusal);

    [Fact]
    public void A_slow_link_does_not_make_an_early_answer_one_in_time() =>
        Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: 9_999, link: 150), at: 10_001).Then(GameErrorCode.TooEarly);

    [Fact]
    public void An_answer_at_the_opening_is_accepted() =>
        Assert.Equal(0, Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: Opens), at: Opens).The<AnswerAccepted>().Answer.RawMs);

    [Fact]
    public void An_answer_at_the_deadline_is_accepted() =>
        Assert.Equal(500, Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: Closes), at: Closes).The<AnswerAccepted>().Answer.Points);

    [Fact]
    public void An_answer_after_the_deadline_is_refused() =>
        Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: Closes + 1), at: Closes + 1).Then(GameErrorCode.TooLate);

    [Fact]
    public void An_answer_that_left_the_player_in_time_is_accepted() =>
        Assert.Equal(20_000, Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: Closes + 90, link: 90), at: Closes + 95)
            .The<AnswerAccepted>().Answer.ElapsedMs);

    [Fact]
    public void An_answer_later_than_its_link_explains_is_refused() =>
        Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: Closes + 91, link: 90), at: Closes + 95).Then(GameErrorCode.TooLate);

    [Theory]
    [InlineData(Closes + 150, true)]
    [InlineData(Closes + 151, false)]
    public void No_link_explains_more_than_the_cap(long stamp, bool accepted) =>
        Assert.Equal(accepted, Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: stamp, link: 5_000), at: Closes + 200)
            .Decision is Decision.Accepted);

    [Theory]
    [InlineData(0, 0, 2_000)]
    [InlineData(40, 40, 1_960)]
    [InlineData(150, 150, 1_850)]
    [InlineData(151, 150, 1_850)]
    [InlineData(int.MaxValue, 150, 1_850)]
    [InlineData(-1, 0, 2_000)]
    [InlineData(int.MinValue, 0, 2_000)]
    public void The_link_delay_is_granted_between_nothing_and_150_ms(int link, int granted, int elapsed)
    {
        var answer = Given(Lobby("Ann"), Asked()).When(Answer(0, elapsed: 2_000, link: link), at: 12_000).The<AnswerAccepted>().Answer;
        Assert.Equal((2_000, granted, elapsed), (answer.RawMs, answer.CompensationMs, answer.ElapsedMs));
    }

    [Fact]
    public void A_link_delay_never_makes_a_time_negative()
    {
        var answer = Given(Lobby("Ann"), Asked()).When(Answer(0, elapsed: 20, link: 150), at: 10_020).The<AnswerAccepted>().Answer;
        Assert.Equal((0, 1000), (answer.ElapsedMs, answer.Points));
    }

    [Theory]
    [InlineData(12_000)]
    [InlineData(16_000)]
    [InlineData(22_000)]
    public void Backlog_costs_no_points_since_the_stamp_is_scored_and_not_the_processing(long processedAt) =>
        Assert.Equal(950, Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: 12_000), at: processedAt).The<AnswerAccepted>().Answer.Points);

    [Fact]
    public void An_answer_in_time_that_is_processed_within_the_grace_is_accepted() =>
        Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: Closes - 5), at: Closes + 299).ThenDone();

    [Fact]
    public void A_stamp_in_the_future_is_taken_as_now() =>
        Assert.Equal(2_000, Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: long.MaxValue), at: 12_000).The<AnswerAccepted>().Answer.RawMs);

    [Fact]
    public void A_stamp_in_the_future_gets_no_answer_in_before_the_opening() =>
        Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: Opens), at: Opens - 1).Then(GameErrorCode.TooEarly);

    [Theory]
    [InlineData(0)]
    [InlineData(long.MinValue)]
    [InlineData(11_999)]
    public void A_stamp_is_never_older_than_ten_seconds(long stamp) =>
        Assert.Equal(2_000, Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: stamp), at: 22_000).The<AnswerAccepted>().Answer.RawMs);

    [Fact]
    public void The_same_answer_twice_is_one() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950)).When(Answer(0), at: 13_000).ThenNothing();

    [Fact]
    public void An_answer_repeated_with_another_choice_changes_nothing()
    {
        var game = Given(Lobby("Ann"), Asked(), Answered(0, 950)).When(Answer(0, choice: 3), at: 13_000).ThenNothing();
        Assert.Equal(ChoiceAnswer.Of(Right), game.Player(0).Pending?.Value);
    }

    [Fact]
    public void A_second_answer_is_refused_and_the_first_is_kept() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950)).When(Answer(0, choice: 3, operation: 61), at: 13_000).Then(GameErrorCode.AlreadyAnswered);

    [Fact]
    public void An_answer_repeated_after_the_reveal_is_still_acknowledged() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950), Closed()).When(Answer(0), at: 35_000).ThenNothing();

    [Fact]
    public void An_answer_repeated_after_the_end_is_still_acknowledged() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950), Closed(), Finished(40_000)).When(Answer(0), at: 50_000).ThenNothing();

    [Fact]
    public void A_second_answer_after_the_reveal_is_refused() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950), Closed()).When(Answer(0, operation: 61), at: 35_000).Then(GameErrorCode.AlreadyAnswered);

    [Fact]
    public void Two_players_may_use_the_same_operation_id() =>
        Given(Lobby("Ann", "Bob"), Asked(), Answered(0, 950)).When(Answer(1), at: 13_000).ThenDone();

    [Fact]
    public void An_answer_without_operation_id_is_no_message() =>
        Given(Lobby("Ann"), Asked()).When(new GameCommand.SubmitAnswer(Guid.Empty, 0, 0, ChoiceAnswer.Of(Right), 12_000, 0), at: 12_000)
            .Then(GameErrorCode.InvalidMessage);

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void An_option_that_does_not_exist_is_refused(int choice) =>
        Given(Lobby("Ann"), Asked()).When(Answer(0, choice: choice), at: 12_000).Then(GameErrorCode.UnknownOption);

    [Fact]
    public void The_last_option_can_be_chosen() =>
        Given(Lobby("Ann"), Asked()).When(Answer(0, choice: 3), at: 12_000).ThenDone();

    [Theory]
    [InlineData(0, GameErrorCode.TooLate)]
    [InlineData(2, GameErrorCode.TooEarly)]
    [InlineData(3, GameErrorCode.OutOfRange)]
    [InlineData(-1, GameErrorCode.OutOfRange)]
    [InlineData(int.MaxValue, GameErrorCode.OutOfRange)]
    public void An_answer_to_another_round_is_refused(int round, GameErrorCode refusal) =>
        Given(Lobby("Ann"), Asked(1)).When(Answer(0, round: round), at: 12_000).Then(refusal);

    [Fact]
    public void An_answer_in_the_lobby_is_too_early() =>
        Given(Lobby("Ann")).When(Answer(0), at: 12_000).Then(GameErrorCode.TooEarly);

    [Theory]
    [InlineData(0, GameErrorCode.TooLate)]
    [InlineData(1, GameErrorCode.TooEarly)]
    [InlineData(2, GameErrorCode.TooEarly)]
    public void An_answer_during_get_ready_is_refused(int round, GameErrorCode refusal) =>
        Given(Lobby("Ann"), GettingReady(1)).When(Answer(0, round: round), at: 12_000).Then(refusal);

    [Theory]
    [InlineData(0, GameErrorCode.TooLate)]
    [InlineData(1, GameErrorCode.TooLate)]
    [InlineData(2, GameErrorCode.TooEarly)]
    public void An_answer_during_reveal_or_standings_is_refused(int round, GameErrorCode refusal)
    {
        Given(Lobby("Ann"), Asked(1), Closed(1)).When(Answer(0, round: round), at: 30_001).Then(refusal);
        Given(Lobby("Ann"), Asked(1), Closed(1), Standings(1)).When(Answer(0, round: round), at: 40_001).Then(refusal);
    }

    [Fact]
    public void An_answer_after_the_end_is_refused() =>
        Given(Lobby("Ann"), Asked(), Finished(11_000)).When(Answer(0), at: 12_000).Then(GameErrorCode.SessionEnded);

    [Fact]
    public void An_answer_of_a_kicked_player_is_refused() =>
        Given(Lobby("Ann"), Asked(), Kicked(0)).When(Answer(0), at: 12_000).Then(GameErrorCode.Kicked);

    [Fact]
    public void An_answer_repeated_by_a_kicked_player_is_refused() =>
        Given(Lobby("Ann"), Asked(), Answered(0, 950), Kicked(0)).When(Answer(0), at: 12_000).Then(GameErrorCode.Kicked);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void An_answer_from_a_seat_that_does_not_exist_is_refused(int seat) =>
        Given(Lobby("Ann"), Asked()).When(Answer(seat), at: 12_000).Then(GameErrorCode.UnknownSeat);

    [Fact]
    public void An_answer_while_the_clock_is_stopped_is_refused() =>
        Given(Lobby("Ann"), Asked(), Paused(12_000)).When(Answer(0, stamp: 12_001), at: 12_500).Then(GameErrorCode.Paused);

    [Theory]
    [InlineData(11_000)]
    [InlineData(12_000)]
    public void An_answer_stamped_before_the_pause_and_processed_after_it_is_accepted(long stamp) =>
        Assert.Equal(stamp - Opens, Given(Lobby("Ann"), Asked(), Paused(12_000)).When(Answer(0, stamp: stamp), at: 14_000)
            .The<AnswerAccepted>().Answer.RawMs);

    [Fact]
    public void An_answer_that_waited_for_as_long_as_the_clock_stood_keeps_its_time() =>
        Assert.Equal(1_000, Given(Lobby("Ann"), Asked(), Paused(12_000)).When(Answer(0, stamp: 11_000), at: 72_000)
            .The<AnswerAccepted>().Answer.RawMs);

    [Theory]
    [InlineData(15_999, GameErrorCode.Paused)]
    [InlineData(14_000, GameErrorCode.Paused)]
    [InlineData(13_999, GameErrorCode.TooEarly)]
    public void An_answer_stamped_while_the_clock_stood_does_not_count_once_it_runs_again(long stamp, GameErrorCode refusal) =>
        Given(Lobby("Ann"), Asked(), Paused(12_000), Resumed(16_000, 4_000)).When(Answer(0, stamp: stamp), at: 16_100).Then(refusal);

    [Fact]
    public void After_a_pause_the_time_resumes_where_it_stopped() =>
        Assert.Equal(2_500, Given(Lobby("Ann"), Asked(), Paused(12_000), Resumed(16_000, 4_000)).When(Answer(0, stamp: 16_500), at: 16_500)
            .The<AnswerAccepted>().Answer.RawMs);

    [Fact]
    public void A_pause_gives_no_player_an_advantage()
    {
        var without = Given(Lobby("Ann"), Asked()).When(Answer(0, stamp: 15_000), at: 15_000).The<AnswerAccepted>().Answer;
        var with = Given(Lobby("Ann"), Asked()).WhenHost(new HostAction.Pause(), at: 13_000).ThenDone()
            .WhenHost(new HostAction.Resume(), at: 99_000, operation: 98).ThenDone()
            .When(Answer(0, stamp: 99_000 + 2_000), at: 101_000).The<AnswerAccepted>().Answer;
        Assert.Equal((without.RawMs, without.Points), (with.RawMs, with.Points));
    }

    [Fact]
    public void An_extension_lets_late_answers_in_at_the_lowest_worth() =>
        Assert.Equal(500, Given(Lobby("Ann"), Asked(), new QuestionExtended(20_000, Closes + 10_000))
            .When(Answer(0, stamp: Closes + 9_000), at: Closes + 9_000).The<AnswerAccepted>().Answer.Points);

    [Fact]
    public void An_answer_to_a_skipped_question_is_too_late()
    {
        var skipped = Given(Lobby("Ann", "Bob"), Asked(), Answered(0, 950), Skipped(), GettingReady(1));
        skipped.When(Answer(1), at: 16_000).Then(GameErrorCode.TooLate);
        skipped.WhenDue().ThenDone().When(Answer(0), at: 19_000).Then(GameErrorCode.TooLate);
    }

    [Fact]
    public void While_a_skip_can_be_undone_a_repeated_answer_is_acknowledged_as_before()
    {
        var skipped = Given(Lobby("Ann"), Asked(), Answered(0, 950), Skipped(), GettingReady(1));
        skipped.When(Answer(0), at: 16_000).ThenNothing();
        skipped.When(Answer(0, operation: 61), at: 16_000).Then(GameErrorCode.AlreadyAnswered);
    }
}
