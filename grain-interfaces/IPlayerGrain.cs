namespace Arena.GrainInterfaces;

/// <summary>
/// One player in one game. Key: <c>code/seat</c>. Knows which connection holds the seat (the newest wins) and how long the player's link
/// takes, as measured by the server.
/// </summary>
public interface IPlayerGrain : IGrainWithStringKey
{
    /// <summary>Gives the seat to a connection and tells the session that the player is there.</summary>
    Task Attach(SeatHolder holder);

    /// <summary>The connection is gone. Does nothing if another one holds the seat by now.</summary>
    Task Detach(SeatHolder holder);

    /// <summary>
    /// Records one round trip, measured by the gateway between sending a nonce and receiving it back.
    /// </summary>
    /// <param name="roundTripMs">In milliseconds; negative or absurd values are ignored.</param>
    /// <returns>The link delay to grant this player's answers, in milliseconds, within the published cap.</returns>
    Task<int> RecordRoundTrip(int roundTripMs);
}

/// <summary>One browser connection on one gateway.</summary>
/// <param name="Gateway">The gateway's name, unique for its life.</param>
/// <param name="Connection">The connection's id there.</param>
[GenerateSerializer, Immutable, Alias("arena.SeatHolder")]
public sealed record SeatHolder([property: Id(0)] string Gateway, [property: Id(1)] string Connection);
