namespace Arena.Grains.Tests;

public sealed class GrainHouseTests
{
    /// <summary>What a session sends one way to an observer that was collected arrives nowhere, and its test waits in vain.</summary>
    [Fact]
    public async Task An_observer_that_its_test_does_not_use_is_notified_that_the_session_moves()
    {
        await using var house = await OrleansHouse.OpenAsync();
        var observer = await LaunchAsync(house);
        await Task.Yield();
        GC.Collect();
        await house.Journal.StealAsync(GrainHouse.Code);

        Assert.Equal(Game.Refusal.Unavailable, (await house.CommandAsync(Game.HostAction.Lock, 0)).Refusal);
        Assert.True(observer.TryGetTarget(out var ear));
        await ear.FirstMove.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private static async Task<WeakReference<Ear>> LaunchAsync(GrainHouse house) => new(await house.LaunchAsync(players: 1, ask: false));
}
