using Arena.Simulation.Tests.Checks;

namespace Arena.Simulation.Tests;

public sealed class ReachTests(ITestOutputHelper output)
{
    [Fact]
    public void The_worlds_reach_the_states_they_test()
    {
        var reach = new Reach();
        for (var seed = 0; seed < 60; seed++)
        {
            var world = new World(WorldPlan.Of(seed), PlantedBugs.None);
            world.Run();
            reach.Add(world.Reach);
        }
        foreach (var (what, count) in reach.Counts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            output.WriteLine($"{count,6} times {what}");
        Assert.Equal(
            [
                "a device that has lost its seat is refused",
                "a repeated operation is acknowledged again",
                "a request to the database fails After it took effect",
                "a request to the database fails Before it took effect",
                "a seat is handed over",
                "a session is opened anew",
                "a silo is declared dead and ends",
                "a skip is undone",
                "a stale owner's write is refused",
                "everybody holds on",
                "two silos each believe that they own a session",
                "what is older than what is shown comes in",
            ],
            reach.Counts.Keys.Order(StringComparer.Ordinal));
    }
}
