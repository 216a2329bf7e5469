using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Play;

/// <summary>
/// What a browser may ask, at <c>/hubs/game</c> (SignalR, JSON, over WebSockets, or server-sent events or long polling where those are blocked). Every method answers with a <see cref="Reply{T}"/>: a value or
/// a refusal, never an exception for what a client did. A message is 4 KiB at most. Names and fields are camelCase on the wire, enums are
/// camelCase strings, instants are Unix milliseconds of the server's clock.
/// </summary>
/// <remarks>
/// A player's client: <see cref="Find"/>, <see cref="Join"/>, then render the newest <see cref="IGameClient.Session"/> and
/// <see cref="IGameClient.Seat"/> frame, and <see cref="Answer"/>. After any loss of the connection: <see cref="Resume"/> with the seat
/// token. A host's client: launch with <c>POST /api/sessions</c>, then <see cref="Attach"/> with the host key, after a refresh as well.
/// </remarks>
public interface IGameHub
{
    /// <summary>
    /// Looks a code up before joining. Refused as joining would be for any new player (<see cref="GameErrorCode.SessionLocked"/>,
    /// <see cref="GameErrorCode.NoLateJoin"/>, <see cref="GameErrorCode.SessionFull"/>, <see cref="GameErrorCode.SessionEnded"/>), so that a player learns it first.
    /// </summary>
    Task<Reply<SessionSummary>> Find(string code);

    /// <summary>Suggests a name that is free in the session and looks like no other. It is not reserved.</summary>
    Task<Reply<NameSuggestion>> SuggestName(SuggestNameRequest request);

    /// <summary>
    /// Takes a seat and binds this connection to it. Idempotent by <see cref="JoinRequest.OperationId"/>. When refused with
    /// <see cref="GameErrorCode.Queued"/>, call again with the same request after <see cref="RefusalBody.RetryAfterMs"/>.
    /// </summary>
    Task<Reply<SeatWelcome>> Join(JoinRequest request);

    /// <summary>Binds this connection to the seat of a token, from any device. The connection that held it is closed as replaced.</summary>
    Task<Reply<SeatWelcome>> Resume(ResumeRequest request);

    /// <summary>
    /// Takes a seat that a host hands over (<see cref="OfferSeat"/>) and binds this connection to it. The device that had it is closed as
    /// replaced, and its seat token is void. Idempotent by <see cref="TakeSeatRequest.OperationId"/>.
    /// </summary>
    Task<Reply<SeatWelcome>> TakeSeat(TakeSeatRequest request);

    /// <summary>
    /// Answers the open question. The first answer stands; repeating one with its operation id returns the same acknowledgement.
    /// The answer is stamped when it first reaches the gateway: nothing after that costs points. While the session is suspended
    /// (<see cref="SessionView.SuspendedSinceMs"/>) it is refused as <see cref="GameErrorCode.Unavailable"/>: repeat it, at the latest when the game goes
    /// on.
    /// </summary>
    Task<Reply<Acknowledged>> Answer(AnswerRequest request);

    /// <summary>
    /// Shows this player the hint of the open question (<see cref="AskingView.HintCostPercent"/>): it comes in <see cref="SeatView.Hint"/>. A right
    /// answer to the question then earns less. Repeating it costs nothing more. Refused as <see cref="GameErrorCode.NoHint"/> where there is none,
    /// and as <see cref="GameErrorCode.AlreadyAnswered"/> once the player has answered.
    /// </summary>
    Task<Reply<Done>> UseHint(UseHintRequest request);

    /// <summary>
    /// Asks for the next question of a session that its player plays alone (<see cref="SessionView.Pace"/>), or for the first one. Idempotent by the step:
    /// repeated in a later one, it changes nothing. <see cref="GameErrorCode.NotNow"/> where a host moves the game.
    /// </summary>
    Task<Reply<Done>> Next(NextRequest request);

    /// <summary>
    /// Uses a power-up that this player has in hand (<see cref="SeatView.PowerUps"/>) on the open question; what it does comes in
    /// <see cref="SeatView.PowerUp"/>. Repeating it with its operation id changes nothing. Refused, and still in hand: as
    /// <see cref="GameErrorCode.PowerUpUnfit"/> where it would have no effect (<see cref="AskingView.PowerUps"/>), as <see cref="GameErrorCode.PowerUpInUse"/>
    /// after another one on the same question, and as <see cref="GameErrorCode.AlreadyAnswered"/> once the player has answered, except for a second chance.
    /// With that, <see cref="Answer"/> takes a second answer, with the stake of the first.
    /// </summary>
    Task<Reply<Done>> UsePowerUp(UsePowerUpRequest request);

    /// <summary>
    /// Changes this player's face in the lobby; everyone sees it with the next frame. Idempotent by the face that it replaces. Refused as
    /// <see cref="GameErrorCode.NotNow"/> once the game has begun, and as <see cref="GameErrorCode.TooFast"/> when one player changes it too often.
    /// </summary>
    Task<Reply<Done>> ChangeFace(ChangeFaceRequest request);

    /// <summary>
    /// Shows a reaction of this player on the hosts' screens. It is no part of the game: nothing of it is stored, and one that is lost is not worth
    /// repeating. Refused as <see cref="GameErrorCode.NotNow"/> while a question is being asked and where the host wants none
    /// (<see cref="SessionView.HasReactions"/>), and as <see cref="GameErrorCode.TooFast"/> when one player sends too many.
    /// </summary>
    Task<Reply<Reacted>> React(ReactRequest request);

    /// <summary>Sends back the nonce of a <see cref="IGameClient.Ping"/> at once. Has no reply. The server alone measures the time it took.</summary>
    Task Pong(long nonce);

    /// <summary>Reads the server's clock, to estimate the offset of one's own: offset = nowMs - (sent + received) / 2, best of several.</summary>
    Task<Reply<ClockReading>> Clock();

    /// <summary>
    /// Binds this connection to a session as a screen that shows what everyone sees, and can do nothing else: <see cref="IGameClient.Session"/> frames follow.
    /// <see cref="GameErrorCode.InvalidToken"/> if the link was withdrawn, <see cref="GameErrorCode.SessionFull"/> if too many watch already.
    /// </summary>
    Task<Reply<ScreenWelcome>> Watch(WatchRequest request);

    /// <summary>Binds this connection to a session as its host. Any number of devices may hold the host key.</summary>
    Task<Reply<HostWelcome>> Attach(AttachRequest request);

    /// <summary>
    /// Carries out a host's command. Needs <see cref="Attach"/> on this connection. <see cref="HostView.Possible"/> says which actions are
    /// accepted now. What advances the game within half a second after a phase began is refused as <see cref="GameErrorCode.TooSoon"/>: it is a
    /// second press of the same key, and nothing to show.
    /// </summary>
    Task<Reply<Done>> Command(HostCommandRequest command);

    /// <summary>
    /// A one-time code with which another device takes a player's seat. Needs <see cref="Attach"/> on this connection, which alone receives
    /// it. A later code for the seat replaces it.
    /// </summary>
    Task<Reply<SeatHandover>> OfferSeat(OfferSeatRequest request);
}
