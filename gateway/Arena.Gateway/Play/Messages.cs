using System.Collections.Immutable;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Play;

/// <summary>A value or a refusal; exactly one of the two is there.</summary>
public sealed record Reply<T>(T? Value, RefusalBody? Refusal) : IReply
    where T : class;

/// <summary>A reply, with or without a value.</summary>
internal interface IReply
{
    RefusalBody? Refusal { get; }
}

/// <summary>Why something was not done.</summary>
/// <param name="Code">To be translated by the client.</param>
/// <param name="RetryAfterMs">When trying again makes sense.</param>
/// <param name="Place">For <see cref="Arena.Game.Vocabulary.GameErrorCode.Queued"/>: the place in the queue.</param>
/// <param name="TraceId">For failures that are not the caller's fault: quote it to the operator.</param>
public sealed record RefusalBody(GameErrorCode Code, int? RetryAfterMs = null, int? Place = null, string? TraceId = null);

/// <param name="Code">As the player typed it.</param>
/// <param name="Language">Of the name.</param>
public sealed record SuggestNameRequest(string Code, NameLanguage Language);

/// <param name="Code">As the player typed it.</param>
/// <param name="Nickname">As the player typed it; 1 to 20 graphemes once what cannot be seen is removed.</param>
/// <param name="OperationId">A fresh random UUID, kept for retries; it gives access to the seat.</param>
/// <param name="Face">
/// The face that the player picked, from 0 and below <see cref="GameLimits.Faces"/>, else <see cref="Arena.Game.Vocabulary.GameErrorCode.OutOfRange"/>; null or
/// left out for the one of the seat.
/// </param>
/// <param name="Team">
/// The team that the player chose, from 0 and below <see cref="SessionSummary.Teams"/>, else <see cref="Arena.Game.Vocabulary.GameErrorCode.OutOfRange"/>; null
/// or left out for the one with the fewest players, and where there are no teams.
/// </param>
/// <param name="Browser">
/// A random UUID that the browser keeps, so that a player whom a host removed is recognised; left out where nothing can be kept. It is a hint
/// and no proof: hosts approve the names of those who come back.
/// </param>
/// <param name="PreviousSeatToken">
/// The seat token of the game that this one continues (<see cref="SessionView.NextCode"/>), or null: then name, face, team and points are those
/// of that seat, which leads to one seat here. <see cref="GameErrorCode.InvalidToken"/> if it is none.
/// </param>
/// <param name="FramePass">
/// From <c>GET /api/account/profile</c>: which frames the player may wear. A face in another frame is shown without it, and the player joins nevertheless.
/// </param>
public sealed record JoinRequest(
    string Code, string Nickname, Guid OperationId, int? Face = null, int? Team = null, Guid? Browser = null, string? PreviousSeatToken = null,
    string? FramePass = null);

/// <param name="SeatToken">From <see cref="SeatWelcome"/>.</param>
public sealed record ResumeRequest(string SeatToken);

/// <param name="Code">The join code, as the player typed it.</param>
/// <param name="HandoverCode">The six digits that the host showed, as the player typed them.</param>
/// <param name="OperationId">A fresh random UUID, kept for retries; it gives access to the seat.</param>
public sealed record TakeSeatRequest(string Code, string HandoverCode, Guid OperationId);

/// <param name="Seat">Whose.</param>
public sealed record OfferSeatRequest(int Seat);

/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Answer">Of the kind that the question's task asks for, else <see cref="GameErrorCode.InvalidAnswer"/>.</param>
/// <param name="OperationId">A fresh random UUID, kept for retries.</param>
/// <param name="Stake">Points that the player bets on the answer, where the mode has bets, else <see cref="GameErrorCode.StakeUnfit"/>.</param>
public sealed record AnswerRequest(int Round, AnswerValue Answer, Guid OperationId, int Stake = 0);

/// <param name="Round">Index of the question, from 0.</param>
/// <param name="OperationId">A fresh random UUID, kept for retries.</param>
public sealed record UseHintRequest(int Round, Guid OperationId);

/// <param name="Step">The <see cref="SessionView.Step"/> that it was asked in.</param>
public sealed record NextRequest(int Step);

/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Kind">Which power-up.</param>
/// <param name="OperationId">A fresh random UUID, kept for retries.</param>
public sealed record UsePowerUpRequest(int Round, PowerUpKind Kind, Guid OperationId);

/// <param name="From">The face that it replaces: <see cref="SeatView.Face"/>. If it is another one by now, nothing changes.</param>
/// <param name="To">From 0 and below <see cref="GameLimits.Faces"/>, else <see cref="GameErrorCode.OutOfRange"/>.</param>
/// <param name="FramePass">As in <see cref="JoinRequest.FramePass"/>.</param>
public sealed record ChangeFaceRequest(int From, int To, string? FramePass = null);

/// <param name="Reaction">Which one, else <see cref="GameErrorCode.InvalidMessage"/>.</param>
public sealed record ReactRequest(Reaction Reaction);

/// <summary>The reaction is on its way.</summary>
/// <param name="WaitMs">How long until the player can send the next one; 0 for at once.</param>
public sealed record Reacted(int WaitMs);

/// <param name="Counts">How often each kind was sent since the last frame, where it was.</param>
/// <param name="Seats">Who sent them, each once; in a large room not all of them.</param>
public sealed record ReactionsFrame(ImmutableArray<ReactionCount> Counts, ImmutableArray<int> Seats);

/// <param name="OperationId">A fresh random UUID, kept for retries.</param>
/// <param name="Step">The <see cref="SessionView.Step"/> it was given in: needed by the actions that advance the game, so that two clicks, or two hosts, are one.</param>
/// <param name="Action">What to do.</param>
public sealed record HostCommandRequest(Guid OperationId, int Step, HostAction Action);

/// <param name="Token">Of the session's screen link, from <c>PUT /api/games/{id}/screen</c>.</param>
public sealed record WatchRequest(string Token);

/// <param name="HostKey">From <c>POST /api/sessions</c>.</param>
public sealed record AttachRequest(string HostKey);

/// <param name="NowMs">The server's clock, in Unix milliseconds.</param>
public sealed record ClockReading(double NowMs);

/// <summary>A seat, and all that its player may see now.</summary>
/// <param name="SeatToken">Proves the seat on reconnecting. A secret of this browser.</param>
/// <param name="Epoch">Position of the snapshot: frames at or before it are old.</param>
/// <param name="Sequence">Position of the snapshot within the epoch.</param>
/// <param name="NowMs">The server's clock, in Unix milliseconds.</param>
/// <param name="Session">What everyone sees.</param>
/// <param name="Seat">What this player alone sees.</param>
/// <param name="Results">The player's result of every question so far, missed ones included.</param>
public sealed record SeatWelcome(
    string SeatToken, long Epoch, long Sequence, long NowMs, JsonBody<SessionView> Session, JsonBody<SeatView> Seat,
    JsonBody<ImmutableArray<RoundResult>> Results);

/// <summary>What everyone may see now.</summary>
/// <param name="Epoch">Position of the snapshot.</param>
/// <param name="Sequence">Position of the snapshot within the epoch.</param>
/// <param name="NowMs">The server's clock, in Unix milliseconds.</param>
/// <param name="Session">What everyone sees.</param>
public sealed record ScreenWelcome(long Epoch, long Sequence, long NowMs, JsonBody<SessionView> Session);

/// <summary>All that a host may see now.</summary>
/// <param name="Epoch">Position of the snapshot.</param>
/// <param name="Sequence">Position of the snapshot among the session's frames.</param>
/// <param name="HostSequence">Position of the snapshot among the host's frames.</param>
/// <param name="NowMs">The server's clock, in Unix milliseconds.</param>
/// <param name="Session">What everyone sees.</param>
/// <param name="Host">The whole roster and the counts.</param>
public sealed record HostWelcome(
    long Epoch, long Sequence, long HostSequence, long NowMs, JsonBody<SessionView> Session, JsonBody<HostView> Host);

/// <param name="Epoch">Grows when the session moves to another activation.</param>
/// <param name="Sequence">Grows by one a frame within an epoch.</param>
/// <param name="NowMs">The server's clock when it was sent.</param>
/// <param name="View">The whole public state.</param>
public sealed record SessionFrame(long Epoch, long Sequence, long NowMs, JsonBody<SessionView> View);

/// <param name="Epoch">As the session frame it belongs to.</param>
/// <param name="Sequence">As the session frame it belongs to.</param>
/// <param name="View">The player's own state.</param>
/// <param name="Session">What everyone sees from this moment on, if it has changed: sent here instead of in a frame of its own; or null.</param>
public sealed record SeatFrame(long Epoch, long Sequence, JsonBody<SeatView> View, SessionFrame? Session);

/// <param name="Epoch">Grows when the session moves to another activation.</param>
/// <param name="HostSequence">Grows by one a frame within an epoch.</param>
/// <param name="View">Counts, and the roster lines that changed.</param>
public sealed record HostFrame(long Epoch, long HostSequence, JsonBody<HostView> View);

/// <param name="Reason">Why.</param>
/// <param name="Reconnect">Whether the client should connect again.</param>
public sealed record ClosedFrame(ClosedReason Reason, bool Reconnect);

/// <summary>Why the server closes a connection.</summary>
public enum ClosedReason
{
    /// <summary>The host removed the player.</summary>
    Kicked,
    /// <summary>The seat is used from another device or tab now.</summary>
    Replaced,
    /// <summary>The host was signed out, or may not host this session any more.</summary>
    SignedOut,
    /// <summary>The screen link was withdrawn.</summary>
    Withdrawn,
    /// <summary>The server goes down or moves its connections.</summary>
    Draining,
}
