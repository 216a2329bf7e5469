using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Events;

/// <summary>What happened in a game. A closed family; the journal keeps them permanently, so cases are added, never changed.</summary>
/// <param name="AtMs">When, in Unix milliseconds on the silo's clock.</param>
public abstract record GameEvent(long AtMs);

/// <summary>The session is open, with the questions that will be asked.</summary>
public sealed record SessionLaunched(long AtMs, Guid SessionId, string Code, Quiz Quiz, SessionSettings Settings) : GameEvent(AtMs)
{
    /// <summary>The session ends after so many milliseconds without activity; null in logs of releases that had no such setting.</summary>
    public int? IdleExpiryMs { get; init; }

    /// <summary>The series that the game continues, or null.</summary>
    public GameSeries? Series { get; init; }

    /// <summary>Seed of the draws during the game; null where there are none. Secret from players, who could derive keys from it.</summary>
    public long? Seed { get; init; }
}

/// <summary>A player has a seat.</summary>
public sealed record PlayerJoined(long AtMs, int Seat, string Nickname, Guid OperationId) : GameEvent(AtMs)
{
    /// <summary>The face that the player picked, or null.</summary>
    public int? Face { get; init; }

    /// <summary>The team that the player is in, where there are teams.</summary>
    public int? Team { get; init; }

    /// <summary>Whether the name waits for a host's approval, also where those of others do not.</summary>
    public bool IsHeld { get; init; }

    /// <summary>What the player brings along from the game that this one continues, or null.</summary>
    public PreviousSeat? Previous { get; init; }
}

/// <summary>The host removed a player.</summary>
public sealed record PlayerKicked(long AtMs, int Seat) : GameEvent(AtMs);

/// <summary>The host gave a player another name, which everyone may see.</summary>
public sealed record PlayerRenamed(long AtMs, int Seat, string Nickname) : GameEvent(AtMs);

/// <summary>A player picked another face.</summary>
public sealed record FaceChanged(long AtMs, int Seat, int Face) : GameEvent(AtMs);

/// <summary>Everyone may see the names that these players gave themselves.</summary>
public sealed record NamesApproved(long AtMs, ImmutableArray<int> Seats) : GameEvent(AtMs);

/// <summary>The host granted a player another share of time, from the open question on.</summary>
public sealed record TimeGranted(long AtMs, int Seat, PlayerTime Time) : GameEvent(AtMs);

/// <summary>The host put a player into another team.</summary>
public sealed record PlayerMoved(long AtMs, int Seat, int Team) : GameEvent(AtMs);

/// <summary>Another device has the seat: tokens that were issued before are void.</summary>
public sealed record SeatHandedOver(long AtMs, int Seat, Guid OperationId) : GameEvent(AtMs);

/// <summary>A host's operation took effect: the events that follow it in the same append.</summary>
public sealed record HostCommanded(long AtMs, Guid OperationId) : GameEvent(AtMs);

/// <summary>New players are refused, or not.</summary>
public sealed record LockChanged(long AtMs, bool Locked) : GameEvent(AtMs);

/// <summary>
/// Who moves the game on has changed; the phase now ends at <paramref name="EndsAtMs"/>, or when the host says. A question that is open is not
/// affected without it.
/// </summary>
public sealed record PaceChanged(long AtMs, bool AutoAdvance, bool HostAway, long? EndsAtMs) : GameEvent(AtMs);

/// <summary>A question is about to come.</summary>
public sealed record GetReadyShown(long AtMs, int Round, long EndsAtMs) : GameEvent(AtMs);

/// <summary>A question is shown and opens.</summary>
public sealed record QuestionAsked(long AtMs, int Round, long OpensAtMs, long ClosesAtMs) : GameEvent(AtMs);

/// <summary>A player has answered. What it earned is fixed here, so that later releases replay the same scores.</summary>
public sealed record AnswerAccepted(long AtMs, int Seat, Answer Answer) : GameEvent(AtMs);

/// <summary>A player sees the hint of the open question: a right answer to it earns less.</summary>
public sealed record HintUsed(long AtMs, int Seat, int Round, Guid OperationId) : GameEvent(AtMs);

/// <summary>A player with a second chance has answered again. Which answer counts is decided when the question closes.</summary>
public sealed record SecondAnswerAccepted(long AtMs, int Seat, Answer Answer) : GameEvent(AtMs);

/// <summary>A player has used a power-up on the open question.</summary>
public sealed record PowerUpUsed(long AtMs, int Seat, PowerUpUse Use) : GameEvent(AtMs);

/// <summary>Players have earned power-ups with a question that is closed. Which ones is fixed here.</summary>
public sealed record PowerUpsEarned(long AtMs, int Round, ImmutableArray<EarnedPowerUp> Earned) : GameEvent(AtMs);

/// <summary>A power-up for a player.</summary>
/// <param name="Seat">Whose.</param>
/// <param name="Kind">Which one.</param>
public sealed record EarnedPowerUp(int Seat, PowerUpKind Kind);

/// <summary>The open question closes later.</summary>
public sealed record QuestionExtended(long AtMs, long ClosesAtMs) : GameEvent(AtMs);

/// <summary>The time of most is over, but the question stays open for those who were granted more.</summary>
public sealed record OvertimeBegun(long AtMs, int Round) : GameEvent(AtMs);

/// <summary>The clock stands since <paramref name="SinceMs"/>.</summary>
public sealed record GamePaused(long AtMs, long SinceMs, long? ResumesAtMs) : GameEvent(AtMs);

/// <summary>The clock runs again; all instants of the phase are later by <paramref name="ShiftMs"/>.</summary>
public sealed record GameResumed(long AtMs, long ShiftMs) : GameEvent(AtMs);

/// <summary>A question is closed: its answers count, its key is shown.</summary>
public sealed record QuestionClosed(long AtMs, int Round, Tally Tally, long? EndsAtMs) : GameEvent(AtMs);

/// <summary>A host has accepted a text that was not: those who gave it have other points. What they are is fixed here.</summary>
public sealed record TextAccepted(long AtMs, int Round, string Text, ImmutableArray<Regrading> Regraded) : GameEvent(AtMs);

/// <summary>What an answer earns now.</summary>
/// <param name="Seat">Whose.</param>
/// <param name="Answer">The answer to the round, with what it earns.</param>
/// <param name="Streak">Correct answers in a row, this one included.</param>
public sealed record Regrading(int Seat, Answer Answer, int Streak);

/// <summary>The question of a round comes again after all others, because the player of a self-paced session has not answered it right.</summary>
public sealed record QuestionRepeated(long AtMs, int Round) : GameEvent(AtMs);

/// <summary>A question was dropped: its answers do not count.</summary>
public sealed record QuestionSkipped(long AtMs, int Round) : GameEvent(AtMs);

/// <summary>The question that was dropped last is open again, with its answers; all its instants are later by <paramref name="ShiftMs"/>.</summary>
public sealed record SkipUndone(long AtMs, int Round, long ShiftMs) : GameEvent(AtMs);

/// <summary>The ranking is shown.</summary>
public sealed record StandingsShown(long AtMs, int Round, long? EndsAtMs) : GameEvent(AtMs);

/// <summary>Nothing has happened for so long that the session ends at <paramref name="EndsAtMs"/>. Any other event cancels that.</summary>
public sealed record ExpiryAnnounced(long AtMs, long EndsAtMs) : GameEvent(AtMs);

/// <summary>The game is over.</summary>
public sealed record SessionFinished(long AtMs, EndReason Reason) : GameEvent(AtMs);
