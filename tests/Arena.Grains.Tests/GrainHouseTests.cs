namespace Arena.Grains.Tests;

public sealed class GrainHouseTests
{
    /// <summary>Orleans holds an observer weakly. What it sends one way to one that was collected arrives nowhere, and a barrier waits for it.</summary>
    [Fact]
    public async Task An_observer_that_its_test_has_no_use_for_is_told_that_the_session_leaves()
    {
        await using var house = await OrleansHouse.OpenAsync();
        await house.LaunchAsync(players: 1, ask: false);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        await house.Journal.StealAsync(GrainHouse.Code);

        Assert.Equal(Game.Refusal.Unavailable, (await house.CommandAsync(Game.HostAction.Lock, 0)).Refusal);
        await house.AdvanceAsync(1);
    }
}
