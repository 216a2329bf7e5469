using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

public sealed class LaunchingTests
{
    [Fact]
    public void A_launch_opens_the_lobby_with_a_copy_of_the_first_questions()
    {
        var quiz = Quizzes.Of(5);
        var settings = new SessionSettings { QuestionCount = 2 };
        var game = Given().When(Launch(settings, quiz), at: 7)
            .Then(new SessionLaunched(7, SessionId, "ABCDEF", quiz with { Questions = [.. quiz.Questions.Take(2)] }, settings) { IdleExpiryMs = 7_200_000 });
        Assert.IsType<Phase.Lobby>(game.State.Phase);
        Assert.Equal(0, game.State.Step);
    }

    [Fact]
    public void More_questions_asked_for_than_there_are_gives_all_there_are() =>
        Assert.Equal(3, Given().When(Launch(new() { QuestionCount = 200 }, Quizzes.Of(3)), at: 0).The<SessionLaunched>().Quiz.Questions.Length);

    [Fact]
    public void The_same_seed_draws_the_same_questions_in_the_same_order() =>
        Assert.Equal(Prompts(seed: 42), Prompts(seed: 42));

    [Fact]
    public void A_seed_always_draws_these_questions() =>
        Assert.Equal("Q0 Q9 Q5 Q8 Q6", Prompts(seed: 42));

    [Fact]
    public void Another_seed_draws_others() =>
        Assert.NotEqual(Prompts(seed: 42), Prompts(seed: 43));

    [Fact]
    public void A_shuffle_draws_from_the_whole_quiz_without_repeats()
    {
        var drawn = Enumerable.Range(0, 200).Select(seed => Prompts(seed).Split(' ')).ToArray();
        Assert.All(drawn, prompts => Assert.Equal(5, prompts.Distinct().Count()));
        Assert.Equal(10, drawn.SelectMany(prompts => prompts).Distinct().Count());
    }

    [Fact]
    public void A_launch_repeated_changes_nothing() =>
        Given(Lobby("Ann")).When(Launch(), at: 5).ThenNothing();

    [Fact]
    public void A_code_that_is_taken_is_refused() =>
        Given(Lobby()).When(Launch(sessionId: Operation(5)), at: 5).Then(GameErrorCode.CodeTaken);

    public static TheoryData<SessionSettings> OutOfRange =>
    [
        new SessionSettings { QuestionCount = 0 },
        new SessionSettings { QuestionCount = -1 },
        new SessionSettings { QuestionCount = 201 },
        new SessionSettings { MaxPlayers = 0 },
        new SessionSettings { MaxPlayers = 10_001 },
        new SessionSettings { GetReadyMs = -1 },
        new SessionSettings { GetReadyMs = 120_001 },
        new SessionSettings { RevealMs = 499 },
        new SessionSettings { RevealMs = 120_001 },
        new SessionSettings { StandingsMs = 499 },
        new SessionSettings { StandingsMs = int.MaxValue },
        new SessionSettings { FinaleMs = -1 },
        new SessionSettings { FinaleMs = 20_001 },
        new SessionSettings { Formula = (ScoringFormula)9 },
    ];

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Settings_outside_their_limits_are_refused(SessionSettings settings) =>
        Given().When(Launch(settings), at: 0).Then(GameErrorCode.OutOfRange);

    public static TheoryData<SessionSettings> AtTheEdge =>
    [
        new SessionSettings { QuestionCount = 1, MaxPlayers = 1, GetReadyMs = 0, RevealMs = 500, StandingsMs = 500, FinaleMs = 0 },
        new SessionSettings { QuestionCount = 200, MaxPlayers = 10_000, GetReadyMs = 120_000, RevealMs = 120_000, StandingsMs = 120_000, FinaleMs = 20_000 },
    ];

    [Theory]
    [MemberData(nameof(AtTheEdge))]
    public void Settings_at_their_limits_are_taken(SessionSettings settings) =>
        Given().When(Launch(settings), at: 0).ThenDone();

    public static TheoryData<string, Quiz> Unplayable => new()
    {
        { "no questions", Quizzes.Of() },
        { "questions unset", Quizzes.Of() with { Questions = default } },
        { "no title", Quizzes.Of(1) with { Title = null! } },
        { "null for a question", Quizzes.Of((Question)null!) },
        { "no prompt", Quizzes.Of(Quizzes.Question() with { Prompt = null! }) },
        { "options unset", Quizzes.Of(Quizzes.Question() with { Options = default }) },
        { "null for an option", Quizzes.Of(Quizzes.Question() with { Options = [null!, new Option("B", true)] }) },
        { "no label", Quizzes.Of(Quizzes.Question() with { Options = [new Option(null!, false), new Option("B", true)] }) },
        { "one option", Quizzes.Of(Quizzes.Question() with { Options = [new Option("A", true)] }) },
        { "nine options", Quizzes.Of(Quizzes.Question(options: 9)) },
        { "nothing correct", Quizzes.Of(Quizzes.Question() with { Options = Quizzes.Options(4, correct: -1) }) },
        { "true/false with four options", Quizzes.Of(Quizzes.TrueFalse(options: 4)) },
        { "too short", Quizzes.Of(1, timeLimit: 4_999) },
        { "too long", Quizzes.Of(1, timeLimit: 300_001) },
        { "500 points", Quizzes.Of(1, points: 500) },
        { "negative points", Quizzes.Of(1, points: -1000) },
        { "only the second cannot be played", Quizzes.Of(Quizzes.Question(0), Quizzes.Question(1) with { Options = [] }) },
    };

    [Theory]
    [MemberData(nameof(Unplayable))]
    public void A_quiz_that_cannot_be_played_is_refused(string why, Quiz quiz)
    {
        Assert.NotEmpty(why);
        Given().When(Launch(quiz: quiz), at: 0).Then(GameErrorCode.InvalidQuiz);
    }

    [Fact]
    public void Questions_at_their_limits_are_taken() =>
        Given().When(Launch(quiz: Quizzes.Of(
            Quizzes.TrueFalse() with { TimeLimitMs = 5_000, Points = 0 },
            Quizzes.Question(options: 8) with { TimeLimitMs = 300_000, Points = 2000, Explanation = null })), at: 0).ThenDone();

    [Fact]
    public void A_launch_without_code_or_settings_is_no_message()
    {
        Given().When(new GameCommand.Launch(SessionId, "", Quizzes.Of(1), new(), 0), at: 0).Then(GameErrorCode.InvalidMessage);
        Given().When(new GameCommand.Launch(SessionId, null!, Quizzes.Of(1), new(), 0), at: 0).Then(GameErrorCode.InvalidMessage);
        Given().When(new GameCommand.Launch(SessionId, "ABCDEF", Quizzes.Of(1), null!, 0), at: 0).Then(GameErrorCode.InvalidMessage);
    }

    [Fact]
    public void A_launch_without_a_quiz_is_refused() =>
        Given().When(new GameCommand.Launch(SessionId, "ABCDEF", null!, new(), 0), at: 0).Then(GameErrorCode.InvalidQuiz);

    private static string Prompts(long seed)
    {
        var launch = Launch(new() { QuestionCount = 5, Shuffle = true }, Quizzes.Of(10), seed: seed);
        return string.Join(' ', Given().When(launch, at: 0).The<SessionLaunched>().Quiz.Questions.Select(question => question.Prompt));
    }
}
