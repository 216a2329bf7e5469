namespace Arena.Load.Crowds;

/// <summary>A few browsers hang, a few read a kilobyte a second: the others must not notice, and the hanging ones are cut.</summary>
internal static class SlowScenario
{
    private const int BytesPerSecond = 1_024;

    public static async Task<int> RunAsync(int players, int questions, RunOptions run)
    {
        MachineLimits.Require(players);
        var few = Math.Max(1, players / 100);
        var table = new Figures();
        var failed = 0;
        foreach (var slow in (bool[])[false, true])
        {
            await using var fixture = await ArenaFixture.StartAsync(run.Server);
            Task<double[]>? cut = null;
            var figures = await CrowdRun.PlayAsync(
                fixture, new(players, questions, WithinMs: 1_000, AtOnce: 200, run.Seed, Silent: 2 * few),
                crowd =>
                {
                    if (!slow)
                        return Task.CompletedTask;
                    cut = crowd.Stall(players - few, few);
                    crowd.ReadSlowly(players - (2 * few), few, BytesPerSecond);
                    return Task.CompletedTask;
                });
            figures.Tell(table.Column(slow ? "some slow" : "none slow"));
            failed += figures.Failed;
            if (cut is null)
                continue;
            // The browsers are gone once the run is over: who had not been cut by then was not cut.
            var inTime = (await cut).Where(milliseconds => milliseconds < figures.PlayedMs).ToArray();
            table
                .Row("hanging, reading slowly", $"{few}, {few}")
                .Row("hanging ones cut off", $"{inTime.Length}")
                .Row("after, p50 / max s", $"{new Latencies(inTime).At(50) / 1_000:F1} / {new Latencies(inTime).Max / 1_000:F1}");
        }
        table.Print(run.Json);
        return failed == 0 ? 0 : 1;
    }
}
