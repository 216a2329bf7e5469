namespace Arena.Grains.Tests;

public sealed class GrainFixtureTests
{
    /// <summary>What a session sends one way to an observer that was collected arrives nowhere, and its test waits in vain.</summary>
    [Fact]
    public async Task An_observer_that_its_test_does_not_use_is_notified_that_the_session_moves()
    {
        await using var fixture = await OrleansFixture.OpenAsync();
        var observer = await LaunchAsync(fixture);
        await Task.Yield();
        GC.Collect();
        await fixture.Journal.StealAsync(GrainFixture.Code);

        Assert.Equal(Game.Vocabulary.GameErrorCode.Unavailable, (await fixture.CommandAsync(new Game.Vocabulary.HostAction.Lock(), 0)).Refusal);
        Assert.True(observer.TryGetTarget(out var ear));
        await ear.FirstMove.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private static async Task<WeakReference<Ear>> LaunchAsync(GrainFixture fixture) => new(await fixture.LaunchAsync(players: 1, ask: false));
}
