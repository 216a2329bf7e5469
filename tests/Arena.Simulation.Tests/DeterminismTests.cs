namespace Arena.Simulation.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        for (var seed = 0; seed < 12; seed++)
            Assert.Equal(Trace(seed), Trace(seed));
    }

    [Fact]
    public void Different_seeds_give_different_runs() =>
        Assert.Equal(5, Enumerable.Range(0, 5).Select(seed => string.Join('\n', Trace(seed))).Distinct().Count());

    private static IEnumerable<string> Trace(int seed)
    {
        var world = new World(WorldPlan.Of(seed), PlantedBugs.None);
        world.Run();
        return world.Trace;
    }
}
