using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.TestKit.Games;

/// <summary>Every place where a game can be: Ann in seat 0 has not answered, Bob in seat 1 has, the first of three questions.</summary>
public static class Situations
{
    private static readonly SessionSettings Auto = new() { AutoAdvance = true };
    private static readonly Quiz Typed = Quizzes.Of(
        new TypedAnswerQuestion(Operation(6_000), "Capital?", ["Bern"], 20_000, 1000), Quizzes.Question(1), Quizzes.Question(2));

    private static readonly Quiz WithHints = Quizzes.Of([.. Enumerable.Range(0, 3).Select(number => Quizzes.Question(number) with { Hint = new("It is not A.") })]);

    private static readonly SessionSettings Alone = new() { Pace = new(), MaxPlayers = 1 };

    private static readonly SessionSettings Unseeing = new() { Pace = new() { FeedbackAtEnd = true }, MaxPlayers = 1, Untimed = true };

    private static readonly SessionSettings Practising = new() { Pace = new() { RepeatsWrong = true }, MaxPlayers = 1 };

    private static readonly SessionSettings Continuing = new() { ContinueWithoutHost = true };

    private static readonly SessionSettings WithPowerUps = new() { PowerUps = new() };

    private static readonly PastEvents Powerful = new(
    [
        .. Lobby(WithPowerUps, "Ann", "Bob").Events, .. Earned(0, PowerUpKind.DoublePoints).Events, .. Earned(1, PowerUpKind.SecondChance).Events,
        Asked(), Powered(1, PowerUpKind.SecondChance), Answered(1, 950),
    ]);

    private static readonly SortedDictionary<string, Situation> All = new(StringComparer.Ordinal)
    {
        ["no game"] = Given(),
        ["lobby"] = Given(Lobby("Ann", "Bob")),
        ["getReady"] = Given(Lobby("Ann", "Bob"), GettingReady()),
        ["asking"] = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950)),
        ["reveal"] = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950), Closed()),
        ["reveal auto"] = Given(Lobby(Auto, "Ann", "Bob"), Asked(), Answered(1, 950), Closed(ends: 36_000)),
        ["reveal last"] = Given(Lobby("Ann", "Bob"), Asked(2), Closed(2)),
        ["standings"] = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950), Closed(), Standings()),
        ["standings auto"] = Given(Lobby(Auto, "Ann", "Bob"), Asked(), Answered(1, 950), Closed(), Standings(ends: 46_000)),
        ["finished"] = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950), Closed(), Finished(40_000)),
        ["getReady paused"] = Given(Lobby("Ann", "Bob"), GettingReady(), Paused(8_000)),
        ["asking paused"] = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950), Paused(12_500)),
        ["asking recovering"] = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950), Paused(80_000, since: 12_500, resumes: 83_000)),
        ["reveal paused"] = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950), Closed(), Paused(31_000)),
        ["standings paused"] = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950), Closed(), Standings(), Paused(41_000)),
        ["getReady skipped"] = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950), Skipped(), GettingReady(1, endsAt: 20_000)),
        ["getReady skipped paused"] = Given(Lobby("Ann", "Bob"), Asked(), Answered(1, 950), Skipped(), GettingReady(1, endsAt: 20_000), Paused(18_000)),
        ["standings skipped"] = Given(Lobby("Ann", "Bob"), Asked(2), Skipped(2), Standings(2, ends: 21_000, at: 15_000)),
        ["lobby expiring"] = Given(Lobby("Ann", "Bob"), Expiring()),
        ["asking continuing"] = Given(Lobby(Continuing, "Ann", "Bob"), Asked(), Answered(1, 950)),
        ["reveal continuing"] = Given(Lobby(Continuing, "Ann", "Bob"), Asked(), Answered(1, 950), Closed()),
        ["reveal paused continuing"] = Given(Lobby(Continuing, "Ann", "Bob"), Asked(), Answered(1, 950), Closed(), Paused(31_000)),
        ["reveal typed"] = Given(Lobby(null, Typed, "Ann", "Bob"), Asked(), Answered(1, 950), Closed()),
        ["asking hint"] = Given(Lobby(null, WithHints, "Ann", "Bob"), Asked(), Hinted(1), Answered(1, 713)),
        ["asking hint paused"] = Given(Lobby(null, WithHints, "Ann", "Bob"), Asked(), Hinted(1), Answered(1, 713), Paused(12_500)),
        ["alone lobby"] = Given(Lobby(Alone, "Ann")),
        ["alone asking"] = Given(Lobby(Alone, "Ann"), Asked()),
        ["alone asking paused"] = Given(Lobby(Alone, "Ann"), Asked(), Paused(12_500, resumes: 15_500)),
        ["alone reveal"] = Given(Lobby(Alone, "Ann"), Asked(), Closed()),
        ["alone reveal last"] = Given(Lobby(Alone, "Ann"), Asked(2), Closed(2)),
        ["alone unseeing"] = Given(Lobby(Unseeing, "Ann"), Asked()),
        ["alone timed out"] = Given(Lobby(Unseeing, "Ann"), Asked(), Closed(), Standings()),
        ["alone practising"] = Given(Lobby(Practising, "Ann"), Asked()),
        ["asking powerUp"] = Given(Powerful),
        ["asking powerUp paused"] = Given(Powerful, Paused(12_500)),
        ["reveal powerUp"] = Given(Powerful, Closed()),
        ["getReady powerUp skipped"] = Given(Powerful, Skipped(), GettingReady(1, endsAt: 20_000)),
        ["asking begun"] = Given(Lobby("Ann", "Bob"), Asked()),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static Situation Named(string name) => All[name];
}
