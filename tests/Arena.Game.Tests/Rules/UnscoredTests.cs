using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

/// <summary>Questions in which nothing is right or wrong, or that are not answered at all.</summary>
public sealed class UnscoredTests
{
    private static readonly PollQuestion Poll = new(Operation(5_000), "Which?", [new("A", false), new("B", false)], 20_000);
    private static readonly SlideQuestion Slide = new(Operation(5_001), "Read", "Text", null);

    [Fact]
    public void A_poll_neither_makes_nor_breaks_a_streak_nor_changes_a_rank()
    {
        var game = Given(Lobby(null, Quizzes.Of(Quizzes.Question(), Poll), "Ann", "Bob"), Played(0, (0, 1000, 0)), Asked(1));
        var answered = game.When(Answer(1, round: 1, choice: 0), at: 12_000).ThenDone().WhenDue().ThenDone();
        Assert.Equal((1, 1, null), (answered.Player(0).Streak, answered.Player(0).Rank, answered.Player(0).PreviousRank));
        Assert.Equal((0, 2), (answered.Player(1).Streak, answered.Player(1).Rank));
        Assert.Equal(new RoundSummary(1, "Which?", 1, 0, false, 2, Scored: false), answered.State.Rounds[^1]);
        var results = Viewer.Results(answered.State, answered.Player(0));
        Assert.Equal([Verdict.Correct, Verdict.Unscored], results.Select(result => result.Verdict));
    }

    [Fact]
    public void After_a_poll_the_next_question_follows_without_standings()
    {
        var revealed = Given(Lobby(null, Quizzes.Of(Poll, Quizzes.Question()), "Ann"), Asked(), Closed(counts: [1, 0]));
        Assert.Null(Assert.IsType<RevealView>(Viewer.Everyone(revealed.State).Phase).Key);
        revealed.WhenHost(new HostAction.Advance(), at: 40_000).Then(Commanded(40_000), new GetReadyShown(40_000, 1, 43_000));
    }

    [Fact]
    public void After_a_slide_the_next_question_follows_at_once()
    {
        var shown = Given(Lobby(null, Quizzes.Of(Slide, Quizzes.Question()), "Ann"), Asked(limit: GameLimits.UntimedMs));
        Assert.Equal(new SlideTask("Text"), Assert.IsType<AskingView>(Viewer.Everyone(shown.State).Phase).Task);
        shown.When(Answer(0), at: 12_000).Then(GameErrorCode.InvalidAnswer);
        var next = shown.WhenHost(new HostAction.Advance(), at: 15_000)
            .Then(Commanded(15_000), new QuestionClosed(15_000, 0, new CountsTally([]), null), new GetReadyShown(15_000, 1, 18_000));
        Assert.Equal(0, next.Player(0).Rank);
    }

    [Fact]
    public void A_game_ends_with_its_last_slide() =>
        Given(Lobby(null, Quizzes.Of(Slide), "Ann"), Asked(limit: GameLimits.UntimedMs)).WhenHost(new HostAction.Advance(), at: 15_000)
            .Then(Commanded(15_000), new QuestionClosed(15_000, 0, new CountsTally([]), null), new SessionFinished(15_000, EndReason.Completed));

    [Theory]
    [InlineData(false, GameLimits.UntimedMs)]
    [InlineData(true, GameLimits.DefaultTimeLimitMs)]
    public void A_slide_lasts_until_the_host_advances_unless_the_game_moves_by_itself(bool autoAdvance, int lastsMs)
    {
        var ready = Given(Lobby(new() { AutoAdvance = autoAdvance }, Quizzes.Of(Slide), "Ann"), GettingReady());
        var asked = ready.WhenDue().The<QuestionAsked>();
        Assert.Equal(lastsMs, asked.ClosesAtMs - asked.OpensAtMs);
    }

    [Fact]
    public void A_game_that_its_host_left_does_not_stop_at_a_slide()
    {
        var shown = Given(Lobby(new() { ContinueWithoutHost = true }, Quizzes.Of(Slide, Quizzes.Question()), "Ann"), Asked(limit: GameLimits.UntimedMs));
        var left = shown.When(HostAway(), at: 60_000).Then(new PaceChanged(60_000, false, true, 80_000));
        Assert.Equal(80_300, Decider.NextDeadline(left.State));
        Assert.IsType<Phase.GetReady>(left.WhenDue().ThenDone().State.Phase);
    }

    [Fact]
    public void A_question_without_a_time_limit_is_open_until_all_have_answered_and_time_costs_nothing()
    {
        var quiz = Quizzes.Of(Quizzes.Question() with { TimeLimitMs = null });
        var asked = Given(Lobby(null, quiz, "Ann"), GettingReady()).WhenDue().The<QuestionAsked>();
        Assert.Equal(GameLimits.UntimedMs, asked.ClosesAtMs - asked.OpensAtMs);
        var open = Given(Lobby(null, quiz, "Ann"), Asked(limit: GameLimits.UntimedMs));
        Assert.True(Assert.IsType<AskingView>(Viewer.Everyone(open.State).Phase).Untimed);
        Assert.Equal(1000, open.When(Answer(0, elapsed: 600_000), at: Opens + 600_000).The<AnswerAccepted>().Answer.Points);
    }

    [Fact]
    public void Half_an_answer_earns_half_the_points_and_leaves_the_streak()
    {
        var question = new MultipleChoiceQuestion(Operation(5_002), "All?", Quizzes.Question().Options.SetItem(0, new("A", true)), 20_000, 1000)
        {
            Scoring = ChoiceScoring.PerOption,
        };
        var game = Given(Lobby(null, Quizzes.Of(Quizzes.Question(), question), "Ann"), Played(0, (0, 1000, 0)), Asked(1));
        var answered = game.When(new GameCommand.SubmitAnswer(Operation(61), 0, 1, new ChoicesAnswer([0]), 12_000, 0), at: 12_000).ThenDone();
        Assert.Equal((475, 0, Verdict.Partial), (answered.Player(0).Pending!.Points, answered.Player(0).Pending!.StreakBonus, answered.Player(0).Pending!.Verdict));
        Assert.Equal((1475, 1), (answered.WhenDue().ThenDone().Player(0).Score, answered.WhenDue().ThenDone().Player(0).Streak));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_word_that_offends_is_refused_where_names_are_filtered(bool filters, bool accepted)
    {
        var game = Given(Lobby(new() { FilterNames = filters }, Quizzes.Of(new WordCloudQuestion(Operation(5_003), "?", 20_000)), "Ann"), Asked());
        var outcome = game.When(new GameCommand.SubmitAnswer(Operation(61), 0, 0, new WordsAnswer(["word"]), 12_000, 0) { Unfit = true }, at: 12_000);
        if (accepted)
            outcome.ThenDone();
        else
            outcome.Then(GameErrorCode.AnswerUnfit);
    }
}
