using System.Globalization;

namespace Arena.Simulation.Tests;

/// <summary>
/// Worlds full of faults, in which nothing may be lost, doubled or shown out of order, and every game ends. ARENA_SEED=n runs one of them
/// alone, ARENA_SEEDS=n so many from the first on; ARENA_REPORTS=n prints so many of those that fail.
/// </summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    private const int Fixed = 900;
    private const int Fresh = 100;

    [Fact]
    [Asvs("2.3.3", "2.3.4")]
    public void Under_all_faults_nothing_acknowledged_is_lost_or_counts_twice_and_every_game_ends()
    {
        var chosen = Chosen().ToArray();
        output.WriteLine($"Seeds {chosen[0]} to {chosen[^1]}, {chosen.Length} in all");
        var reports = Seeds.Report(chosen).OrderBy(report => report.Key).ToArray();
        Assert.True(
            reports.Length == 0,
            $"{reports.Length} worlds failed: {string.Join(' ', reports.Select(report => report.Key))}\n\n"
            + string.Join("\n\n", reports.Take(Given("ARENA_REPORTS") ?? 5).Select(report => report.Value)));
    }

    /// <summary>For comparison with another run of the same seed in another process.</summary>
    [Fact]
    public void A_world_records_its_actions()
    {
        var world = new World(WorldPlan.Of(Given("ARENA_SEED") ?? 1), PlantedBugs.None);
        world.Run();
        foreach (var line in world.Trace)
            output.WriteLine(line);
        Assert.NotEmpty(world.Appends);
    }

    /// <summary>The same ones in every run, against regressions; and others, to find new faults.</summary>
    private static IEnumerable<int> Chosen()
    {
        if (Given("ARENA_SEED") is { } seed)
            return [seed];
        if (Given("ARENA_SEEDS") is { } count)
            return Enumerable.Range(0, count);
        return Enumerable.Range(0, Fixed).Concat(Enumerable.Range(Random.Shared.Next(1_000_000, 2_000_000_000), Fresh));
    }

    private static int? Given(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
