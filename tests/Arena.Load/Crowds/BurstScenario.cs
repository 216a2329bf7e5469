namespace Arena.Load.Crowds;

/// <summary>Everyone answers right within a moment of the opening, on Arena and on the floor in turn.</summary>
internal static class BurstScenario
{
    public static async Task<int> RunAsync(int[] sizes, int questions, int warming, int withinMs, bool withFloor, bool withAllocations, RunOptions run)
    {
        MachineLimits.Require(sizes.Max());
        var all = new List<CrowdFigures>();
        foreach (var size in sizes)
        {
            foreach (var floor in withFloor ? (bool[])[false, true] : [false])
            {
                await using var metrics = withAllocations && !floor ? await MetricsReceiver.StartAsync() : null;
                await using var fixture = metrics is null ? await CrowdRun.StartAsync(floor, run.Server) : await ArenaFixture.StartAsync(settings: metrics.Settings);
                all.Add(await CrowdRun.PlayAsync(fixture, new(size, questions, withinMs, AtOnce: 200, run.Seed, Warming: warming), metrics: metrics));
            }
        }
        var table = new Figures();
        foreach (var figures in all)
            figures.Tell(table.Column($"{figures.Fixture} {figures.Plan.Players}"));
        table.Print(run.Json);
        return all.Any(figures => figures.IsVoid || figures.Failed > 0) ? 1 : 0;
    }
}
