using Arena.Game;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.TestKit.Games;

/// <summary>
/// The words of an example: <c>Given(Lobby("Ann"), Asked(0)).When(Answer(0), at: 12_000).Then(...)</c>.
/// The clock starts at 0; a question that is <see cref="Asked"/> opens at 10,000 and is open for 20 seconds.
/// </summary>
public static class Scenario
{
    public const long Opens = 10_000;
    public const long Closes = 30_000;
    public const long TwoHours = 7_200_000;
    public const long TenMinutes = 600_000;
    public const int Right = 1;
    public const int Wrong = 0;

    public static Guid Operation(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static Guid SessionId { get; } = new(77, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]);

    public static Situation Given(params PastEvents[] past) =>
        new(past.SelectMany(part => part.Events).Aggregate((GameState?)null, Decider.Evolve));

    // Commands

    public static GameCommand Launch(SessionSettings? settings = null, Quiz? quiz = null, Guid? sessionId = null, long seed = 1) =>
        new GameCommand.Launch(sessionId ?? SessionId, "ABCDEF", quiz ?? Quizzes.Of(3), settings ?? new(), seed);

    public static GameCommand Join(string nickname, int operation = 50, int? face = null, int? team = null) =>
        new GameCommand.Join(Operation(operation), nickname) { Face = face, Team = team };

    /// <summary>An answer stamped at an instant, or <paramref name="elapsed"/> after the opening.</summary>
    public static GameCommand Answer(
        int seat, int elapsed = 2_000, int choice = Right, int round = 0, int operation = 60, long? stamp = null, int link = 0, int issue = 0,
        int stake = 0) =>
        new GameCommand.SubmitAnswer(Operation(operation), seat, round, ChoiceAnswer.Of(choice), stamp ?? Opens + elapsed, link) { Issue = issue, Stake = stake };

    public static GameCommand UseHint(int seat, int round = 0, int operation = 65, int issue = 0) =>
        new GameCommand.UseHint(Operation(operation), seat, round, issue);

    public static GameCommand Next(int step, int seat = 0, int issue = 0) => new GameCommand.NextQuestion(seat, step, issue);
    public static GameCommand UsePowerUp(int seat, PowerUpKind kind, int round = 0, int operation = 66, int issue = 0) =>
        new GameCommand.UsePowerUp(Operation(operation), seat, round, kind, issue);

    public static GameCommand HandOver(int seat, int operation = 70) => new GameCommand.HandOverSeat(Operation(operation), seat);

    public static GameCommand Tick(int step) => new GameCommand.Tick(step);

    public static GameCommand EveryoneAnswered(int step) => new GameCommand.EveryoneAnswered(step);

    public static GameCommand HostAway(bool away = true) => new GameCommand.HostPresence(away);

    public static GameCommand EveryoneReturned() => new GameCommand.EveryoneReturned();

    public static GameCommand Recover(long lastAlive) => new GameCommand.Recover(lastAlive);

    // What happened

    public static GameEvent Launched(SessionSettings? settings = null, Quiz? quiz = null) =>
        new SessionLaunched(0, SessionId, "ABCDEF", quiz ?? Quizzes.Of(3), settings ?? new());

    public static GameEvent Joined(int seat, string nickname, long at = 0, int? operation = null) =>
        new PlayerJoined(at, seat, nickname, Operation(operation ?? seat + 1));

    public static PastEvents Lobby(params string[] nicknames) => Lobby(null, null, nicknames);

    public static PastEvents Lobby(SessionSettings? settings, params string[] nicknames) => Lobby(settings, null, nicknames);

    public static PastEvents Lobby(SessionSettings? settings, Quiz? quiz, params string[] nicknames) =>
        new([Launched(settings, quiz), .. nicknames.Select((nickname, seat) => Joined(seat, nickname))]);

    public static GameEvent GettingReady(int round = 0, long endsAt = 9_400) => new GetReadyShown(endsAt - 3_000, round, endsAt);

    public static GameEvent Asked(int round = 0, long opens = Opens, int limit = 20_000) =>
        new QuestionAsked(opens - 600, round, opens, opens + limit);

    public static GameEvent Answered(int seat, int points, int bonus = 0, int round = 0, int elapsed = 2_000, int operation = 60) =>
        new AnswerAccepted(Opens + elapsed, seat, new Answer(
            round, Operation(operation), ChoiceAnswer.Of(points + bonus > 0 ? Right : Wrong), Opens + elapsed, elapsed, 0,
            points + bonus > 0 ? Verdict.Correct : Verdict.Wrong, points + bonus > 0 ? 1 : 0, points, bonus));

    public static GameEvent Hinted(int seat, int round = 0, int elapsed = 1_000, int operation = 65) =>
        new HintUsed(Opens + elapsed, seat, round, Operation(operation));

    /// <summary>Players have power-ups in hand.</summary>
    public static PastEvents Earned(int seat, params PowerUpKind[] kinds) =>
        new(kinds.Select(kind => new PowerUpsEarned(0, 0, [new(seat, kind)])));

    /// <summary>A power-up with the effect of the catalogue, which removes nothing.</summary>
    public static GameEvent Powered(int seat, PowerUpKind kind, int round = 0, int elapsed = 1_000, int operation = 66) =>
        new PowerUpUsed(Opens + elapsed, seat, new(round, Operation(operation), kind, PowerUp.All.Single(one => one.Kind == kind).Effect));

    public static GameEvent Closed(int round = 0, long? ends = null, long at = Closes, params int[] counts) =>
        new QuestionClosed(at, round, new CountsTally([.. counts]), ends);

    /// <summary>A whole question: asked, answered as given, closed.</summary>
    public static PastEvents Played(int round, params (int Seat, int Points, int Bonus)[] answers) => new(
    [
        Asked(round),
        .. answers.Select(answer => Answered(answer.Seat, answer.Points, answer.Bonus, round, operation: 600 + round)),
        Closed(round),
    ]);

    public static GameEvent Standings(int round = 0, long? ends = null, long at = 40_000) => new StandingsShown(at, round, ends);

    public static GameEvent Paused(long at, long? since = null, long? resumes = null) => new GamePaused(at, since ?? at, resumes);

    public static GameEvent Resumed(long at, long shift) => new GameResumed(at, shift);

    public static GameEvent Skipped(int round = 0, long at = 15_000) => new QuestionSkipped(at, round);

    public static GameEvent Undone(long at, long shift, int round = 0) => new SkipUndone(at, round, shift);

    /// <summary>A session in which nothing has happened since its launch, ten minutes before its end.</summary>
    public static GameEvent Expiring() => new ExpiryAnnounced(TwoHours - TenMinutes, TwoHours);

    public static GameEvent Kicked(int seat, long at = 5_000) => new PlayerKicked(at, seat);

    public static GameEvent Granted(int seat, PlayerTime time, long at = 5_000) => new TimeGranted(at, seat, time);

    public static GameEvent Overtime(int round = 0, long at = Closes + 300) => new OvertimeBegun(at, round);

    public static GameEvent Commanded(long at, int operation = 99) => new HostCommanded(at, Operation(operation));

    public static GameEvent Finished(long at, EndReason reason = EndReason.Completed) => new SessionFinished(at, reason);
}

/// <summary>A part of what happened: one event or several.</summary>
public sealed record PastEvents(IEnumerable<GameEvent> Events)
{
    public static implicit operator PastEvents(GameEvent single) => new([single]);
}
