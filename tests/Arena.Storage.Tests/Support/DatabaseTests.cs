namespace Arena.Storage.Tests.Support;

/// <summary>Tests that run on every database: each has an empty one and a storage that was started on it.</summary>
public abstract class DatabaseTests : IAsyncLifetime
{
    protected TestStorage Storage { get; private set; } = null!;

    protected TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await NewDatabaseAsync();
        Storage = await TestStorage.StartAsync(Database);
    }

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<TestDatabase> NewDatabaseAsync();

    protected async Task RestartAsync()
    {
        await Storage.DisposeAsync();
        Storage = await TestStorage.StartAsync(Database);
    }
}
