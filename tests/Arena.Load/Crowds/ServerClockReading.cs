using System.Diagnostics;
using Arena.TestKit.Clients;

namespace Arena.Load.Crowds;

/// <summary>Reads a server's clock as browsers do: of several readings, the one with the shortest way counts.</summary>
internal static class ServerClockReading
{
    private const int Readings = 20;

    /// <returns>The server's Unix milliseconds at a timestamp of this process.</returns>
    public static async Task<Func<long, double>> TakeAsync(HubClient client)
    {
        var (shortest, at, serverMs) = (double.PositiveInfinity, 0L, 0.0);
        for (var reading = 0; reading < Readings; reading++)
        {
            var sent = Stopwatch.GetTimestamp();
            var nowMs = (await client.CallAsync("Clock")).Accepted.GetProperty("nowMs").GetDouble();
            var took = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            if (took < shortest)
                (shortest, at, serverMs) = (took, sent, nowMs - (took / 2));
        }
        return timestamp => serverMs + Timeline.Milliseconds(at, timestamp);
    }
}
