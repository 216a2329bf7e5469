namespace Arena.GrainInterfaces;

/// <summary>
/// One player's own state in one game. Key: <c>code/seat</c>. Knows how long the player's link takes, as measured by the server. No part of
/// joining: it is activated by the first measurement.
/// </summary>
[Alias("arena.IPlayerGrain")]
public interface IPlayerGrain : IGrainWithStringKey
{
    /// <summary>
    /// Records one round trip, measured by the gateway between sending a nonce and receiving it back.
    /// </summary>
    /// <param name="roundTripMs">In milliseconds; negative or absurd values are ignored.</param>
    /// <returns>The link delay to grant this player's answers, in milliseconds; the rules cap it.</returns>
    [Alias("RecordRoundTrip"), ResponseTimeout(GrainCallTimings.Command)]
    Task<int> RecordRoundTrip(int roundTripMs);
}
