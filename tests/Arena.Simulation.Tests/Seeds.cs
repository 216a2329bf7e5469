using System.Collections.Concurrent;

namespace Arena.Simulation.Tests;

/// <summary>Runs worlds by their seeds, on two threads: each world is on one.</summary>
internal static class Seeds
{
    /// <summary>Runs one world. Null if it is sound, else its fault, with all that it takes to understand it.</summary>
    public static string? Report(int seed, PlantedBugs? bugs = null) => Report(WorldPlan.Of(seed), bugs ?? PlantedBugs.None);

    public static string? Report(WorldPlan plan, PlantedBugs bugs)
    {
        var (seed, world) = (plan.Seed, new World(plan, bugs));
        try
        {
            world.Run();
        }
        catch (Exception failed)
        {
            world.Violations.Add(failed.ToString());
        }
        return world.Violations.Seen.Count == 0 ? null : string.Join('\n', [
            $"Seed {seed} (alone: ARENA_SEED={seed}): {world.Plan}",
            .. world.Notes.Select(note => $"  {note}"),
            .. world.Violations.Seen.Select(seen => $"! {seen}")]);
    }

    /// <summary>Runs many. Faults by seed.</summary>
    public static IReadOnlyDictionary<int, string> Report(IEnumerable<int> seeds)
    {
        var reports = new ConcurrentDictionary<int, string>();
        Parallel.ForEach(seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            if (Report(seed) is { } report)
                reports[seed] = report;
        });
        return reports;
    }
}
