using System.Collections.Immutable;
using Arena.Game;

namespace Arena.GrainInterfaces;

/// <summary>
/// One game. Key: the join code in canonical form (<see cref="JoinCode"/>). The only judge of its time and scores and the only writer of
/// its journal: whatever it acknowledges is durable. Every command carries an operation id; repeating one that took effect returns what it
/// returned then and changes nothing.
/// </summary>
public interface IGameSessionGrain : IGrainWithStringKey
{
    /// <summary>Opens the session under this code. <see cref="Refusal.CodeTaken"/> if the code is live.</summary>
    Task<Outcome<Launched>> Launch(LaunchSession command);

    /// <summary>Whether and as what the session may be joined now.</summary>
    Task<Outcome<SessionSummary>> Find();

    /// <summary>Takes a seat.</summary>
    Task<Outcome<Joined>> Join(JoinSession command);

    /// <summary>
    /// Takes answers, one gateway's at a time, and acknowledges each in the order given once all of them are durable.
    /// The acknowledgement never tells right from wrong. Answers of other seats in the batch do not affect each other.
    /// </summary>
    Task<ImmutableArray<Outcome<Acknowledged>>> Answer(ImmutableArray<SubmitAnswer> batch);

    /// <summary>Carries out a host's command. The caller has checked the host key.</summary>
    Task<Outcome<Done>> Command(HostCommand command);

    /// <summary>All that one player may see now.</summary>
    Task<Outcome<SeatSnapshot>> SeatSnapshot(int seat);

    /// <summary>All that a host may see now.</summary>
    Task<Outcome<HostSnapshot>> HostSnapshot();

    /// <summary>
    /// Sends every push to <paramref name="observer"/> until <see cref="Unsubscribe"/> or for 90 seconds; calling again renews.
    /// One subscription a gateway: a second one of the same gateway replaces the first.
    /// </summary>
    /// <returns>Where the pushes stand, so that the subscriber knows what it has missed.</returns>
    Task<Outcome<PushPosition>> Subscribe(string gateway, ISessionObserver observer);

    /// <summary>Ends the subscription of <paramref name="gateway"/> and counts its players and hosts as gone.</summary>
    Task Unsubscribe(string gateway);

    /// <summary>A player's connection came or went. Presence is not part of the journal: it never decides a score.</summary>
    Task SeatPresence(string gateway, int seat, bool connected);

    /// <summary>How many host connections <paramref name="gateway"/> holds now.</summary>
    Task HostPresence(string gateway, int connections);

    /// <summary>Activates the session, so that its clock runs again after a restart.</summary>
    Task Wake();
}
