using System.Collections.Immutable;
using Arena.Game.Vocabulary;
using Orleans.Concurrency;

namespace Arena.GrainInterfaces;

/// <summary>
/// One game. Key: the join code in canonical form (<see cref="JoinCode"/>), or a <see cref="SoloCode"/>. The only judge of its time and scores and the only writer of
/// its journal: everything it acknowledges is durable. Every command carries an operation id; repeating one that took effect returns what it
/// returned then and changes nothing. A caller that is bound to a session passes its id, because a code may be used again by a later one:
/// <see cref="GameErrorCode.UnknownSession"/> if it is not this session's.
/// </summary>
[Alias("arena.IGameSessionGrain")]
public interface IGameSessionGrain : IGrainWithStringKey
{
    /// <summary>Opens the session under this code. <see cref="GameErrorCode.CodeTaken"/> if the code is live.</summary>
    [Alias("Launch"), ResponseTimeout(GrainCallTimings.Entry)]
    Task<Outcome<Launched>> Launch(LaunchSession command);

    /// <summary>Whether and as what the session may be joined now.</summary>
    /// <param name="cancel">Cancelled when the caller needs no answer any more, as a browser that has left.</param>
    [Alias("Find"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<SessionSummary>> Find(CancellationToken cancel = default);

    /// <summary>Suggests a name that is free in the session now. It is not reserved.</summary>
    /// <param name="language">The language of the name.</param>
    /// <param name="cancel">Cancelled when the caller needs no answer any more.</param>
    [Alias("SuggestName"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<NameSuggestion>> SuggestName(NameLanguage language, CancellationToken cancel = default);

    /// <summary>Takes a seat, and returns all that its player may see.</summary>
    [Alias("Join"), ResponseTimeout(GrainCallTimings.Entry)]
    Task<Outcome<Joined>> Join(JoinSession command);

    /// <summary>
    /// Shows the players of a session that is over the join code of the one that follows (<see cref="Arena.Game.Views.SessionView.NextCode"/>):
    /// <see cref="GameErrorCode.NotNow"/> before its end. The last one counts. It is kept in memory only, as the session is by then.
    /// </summary>
    [Alias("Announce"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<Done>> Announce(Guid sessionId, string nextCode);

    /// <summary>
    /// What the player of a seat takes along to the next session: <see cref="GameErrorCode.NotNow"/> before the end,
    /// <see cref="GameErrorCode.SeatHandedOver"/> if another device has the seat.
    /// </summary>
    [Alias("CarryOver"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<CarriedSeat>> CarryOver(Guid sessionId, int seat, int issue);

    /// <summary>Connects a seated player through <paramref name="gateway"/>, which is subscribed, and returns all that the player may see.</summary>
    [Alias("Resume"), ResponseTimeout(GrainCallTimings.Entry)]
    Task<Outcome<SeatSnapshot>> Resume(Guid sessionId, int seat, string gateway);

    /// <summary>Offers a player's seat to another device. The caller has checked the host key.</summary>
    [Alias("OfferSeat"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<SeatHandover>> OfferSeat(Guid sessionId, int seat);

    /// <summary>
    /// Takes a seat that was offered, in place of the device that has it. <see cref="GameErrorCode.UnknownHandover"/> if the code is wrong, used or
    /// too old, or if too many wrong ones were tried.
    /// </summary>
    [Alias("TakeSeat"), ResponseTimeout(GrainCallTimings.Entry)]
    Task<Outcome<Joined>> TakeSeat(TakeSeat command);

    /// <summary>
    /// Whether a token of an issue of a seat is still good: <see cref="GameErrorCode.SeatHandedOver"/> if another device has it. Says so only once the
    /// journal has confirmed that this activation is the newest, except while the journal is out: then a good token is taken as it was last
    /// known, since no command takes effect during the outage.
    /// </summary>
    [Alias("CheckIssue"), ResponseTimeout(GrainCallTimings.Command)]
    Task<GameErrorCode?> CheckIssue(Guid sessionId, int seat, int issue);

    /// <summary>
    /// Takes answers, one gateway's at a time, and acknowledges each in the order given once all of them are durable.
    /// The acknowledgement never reveals whether the answer is right. Answers of other seats in the batch do not affect each other.
    /// </summary>
    [Alias("Answer"), ResponseTimeout(GrainCallTimings.Answers)]
    Task<ImmutableArray<Outcome<Acknowledged>>> Answer(Guid sessionId, ImmutableArray<SubmitAnswer> batch);

    /// <summary>Shows a player the hint of the open question: in the player's own view, which is pushed.</summary>
    [Alias("UseHint"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<Done>> UseHint(Guid sessionId, UseHint command);

    /// <summary>Changes the face of a player in the lobby. The caller has checked that the player may wear it.</summary>
    [Alias("ChangeFace"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<Done>> ChangeFace(Guid sessionId, ChangeFace command);

    /// <summary>Asks the next question of a self-paced session.</summary>
    [Alias("Next"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<Done>> Next(Guid sessionId, NextQuestion command);

    /// <summary>Uses a power-up on the open question: what it does shows in the player's own view, which is pushed.</summary>
    [Alias("UsePowerUp"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<Done>> UsePowerUp(Guid sessionId, UsePowerUp command);

    /// <summary>
    /// Shows what players reacted to the hosts' screens, if the session takes reactions now (<see cref="Subscribed.TakesReactions"/>); otherwise they are
    /// dropped. No part of the game: nothing of it is stored, and none that is lost is sent again.
    /// </summary>
    [Alias("React"), OneWay]
    Task React(Guid sessionId, ReactionBatch batch);

    /// <summary>Carries out a host's command. The caller has checked the host key.</summary>
    [Alias("Command"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<Done>> Command(Guid sessionId, HostCommand command);

    /// <summary>All that one player may see now.</summary>
    [Alias("SeatSnapshot"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<SeatSnapshot>> SeatSnapshot(Guid sessionId, int seat);

    /// <summary>All that a host may see now.</summary>
    [Alias("HostSnapshot"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<HostSnapshot>> HostSnapshot(Guid sessionId);

    /// <summary>
    /// Sends every push to <paramref name="observer"/> until <see cref="Unsubscribe"/> or until the subscription runs out (90 seconds by
    /// default); calling again renews. One subscription a gateway: a later one of the same gateway replaces the earlier.
    /// </summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="gateway">The gateway's name, unique for its life.</param>
    /// <param name="observer">Where pushes go.</param>
    /// <param name="seats">Every seat that is connected through it now.</param>
    /// <param name="hosts">How many hosts are connected through it now.</param>
    /// <returns>What everyone sees now, so that the subscriber can detect that it missed something.</returns>
    [Alias("Subscribe"), ResponseTimeout(GrainCallTimings.Command)]
    Task<Outcome<Subscribed>> Subscribe(Guid sessionId, string gateway, ISessionObserver observer, ImmutableArray<int> seats, int hosts);

    /// <summary>Ends the subscription of <paramref name="gateway"/> and counts its players and hosts as gone.</summary>
    [Alias("Unsubscribe"), ResponseTimeout(GrainCallTimings.Command)]
    Task Unsubscribe(string gateway);

    /// <summary>
    /// A player connected or disconnected. A seat that another gateway held is pushed to it as <see cref="SessionPush.Replaced"/>.
    /// Presence is not part of the journal: it never decides a score.
    /// </summary>
    [Alias("SeatPresence"), ResponseTimeout(GrainCallTimings.Command)]
    Task SeatPresence(string gateway, int seat, bool connected);

    /// <summary>How many host connections <paramref name="gateway"/> holds now.</summary>
    [Alias("HostPresence"), ResponseTimeout(GrainCallTimings.Command)]
    Task HostPresence(string gateway, int connections);

    /// <summary>
    /// Migrates to another silo, because this one is to stop, as soon as no question is running. Returns at once; subscriptions and presence
    /// move along.
    /// </summary>
    [Alias("HandOver")]
    Task HandOver();

    /// <summary>
    /// Activates the session, so that its clock runs again after a restart. An activation that is stale by <paramref name="epoch"/>, that of
    /// the journal's last opening, makes way for the next one: it would wait in vain for what the newer one has decided.
    /// </summary>
    [Alias("Wake")]
    Task Wake(long epoch);
}
