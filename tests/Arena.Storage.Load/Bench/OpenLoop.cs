using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Arena.Grains.Ports;

namespace Arena.Storage.Load.Bench;

/// <summary>
/// One question in every session; the answers arrive at random moments within a time, whether the earlier ones are acknowledged or not. A
/// wait is counted from the moment at which the answer was to arrive, so a stall costs all who come in it.
/// </summary>
/// <param name="Wait">For an acknowledgement.</param>
/// <param name="DrainedMs">From the last arrival to the last acknowledgement.</param>
[SuppressMessage("Security", "CA5394", Justification = "Arrivals need no secrets")]
internal sealed record OpenLoop(Latencies Wait, double DrainedMs)
{
    public static async Task<OpenLoop> RunAsync(ISessionJournal journal, int sessions, int playersEach, TimeSpan within, int seed)
    {
        var games = await BenchSessions.LaunchAsync(journal, sessions, playersEach, questions: 1);
        var random = new Random(seed);
        var arrivals = games
            .SelectMany(game => Enumerable.Range(0, playersEach).Select(seat => (Game: game, Seat: seat, At: (long)(random.NextDouble() * within.TotalSeconds * Stopwatch.Frequency))))
            .OrderBy(arrival => arrival.At).ToList();
        var started = Stopwatch.GetTimestamp();
        var waits = new List<Task<long>>(arrivals.Count);
        foreach (var (game, seat, at) in arrivals)
        {
            while (Stopwatch.GetTimestamp() - started < at)
                await Task.Delay(1);
            waits.Add(game.AnswerAsync(seat, started + at));
        }
        var all = await Task.WhenAll(waits);
        var drained = Stopwatch.GetTimestamp() - started - arrivals[^1].At;
        await Task.WhenAll(games.Select(game => game.EndAsync()));
        return new(Latencies.Of(all), drained * 1000.0 / Stopwatch.Frequency);
    }
}
