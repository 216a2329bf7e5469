namespace Arena.Runtime.Tests;

public sealed class MemoryClusterStoreTests : ClusterStoreContract
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task While_the_store_is_down_every_method_fails_and_after_its_return_each_lease_has_its_time_again()
    {
        var store = (MemoryClusterStore)Store;
        var renewed = await Store.JoinAsync("a", 1, Short, None);
        var silent = await Store.JoinAsync("a", 2, Short, None);
        store.IsDown = true;
        await Assert.ThrowsAsync<IOException>(() => Store.RenewAsync(renewed, 0, Short, None));
        await Assert.ThrowsAsync<IOException>(() => Store.ReadAsync(None));
        _time.Advance(3 * Short);
        store.IsDown = false;

        Assert.Empty((await Store.ReadAsync(None)).Overdue);
        Assert.False(await Store.DeclareDeadAsync(silent, None));
        Assert.True(await Store.RenewAsync(renewed, 0, Long, None));
        _time.Advance(Short);

        Assert.Equal([silent], (await Store.ReadAsync(None)).Overdue);
        Assert.True(await Store.DeclareDeadAsync(silent, None));
    }

    protected override Task<IClusterStore> OpenAsync() => Task.FromResult<IClusterStore>(new MemoryClusterStore(_time));

    protected override Task LetShortLeasesRunOutAsync()
    {
        _time.Advance(Short);
        return Task.CompletedTask;
    }
}
