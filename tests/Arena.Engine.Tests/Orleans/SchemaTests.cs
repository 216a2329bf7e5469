using Arena.Storage;
using Arena.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Arena.Engine.Tests;

/// <summary>Orleans' scripts, stood in for by small ones: what is tested is how they are found and applied, not what they say.</summary>
public sealed class SchemaTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-scripts-").FullName;
    private readonly PostgresServer _server = new();
    private string _database = "";

    public async ValueTask InitializeAsync()
    {
        _database = _server.ConnectionString(await _server.CreateDatabaseAsync());
        Write("Main", "CREATE TABLE OrleansQuery (key text)");
        Write("Clustering", "CREATE TABLE OrleansMembershipTable (key text)");
        Write("Persistence", "CREATE TABLE OrleansStorage (key text)");
        Write("Reminders", "CREATE TABLE OrleansRemindersTable (key text)");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Migrating_applies_each_script_once()
    {
        await MigrateAsync(_folder);
        await MigrateAsync(_folder);
        await MigrateAsync(folder: null);
        await using var source = NpgsqlDataSource.Create(_database);
        await using var count = source.CreateCommand("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'orleans%'");
        Assert.Equal(4L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_folder_the_key_and_the_remedy_are_named()
    {
        var refused = await Assert.ThrowsAsync<StorageException>(() => MigrateAsync(folder: null));
        Assert.StartsWith("Arena:Orleans:ScriptFolder is missing", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("run: arena db migrate", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_script_is_named_with_the_script()
    {
        File.Delete(Path.Combine(_folder, "PostgreSQL-Persistence.sql"));
        var refused = await Assert.ThrowsAsync<StorageException>(() => MigrateAsync(_folder));
        Assert.Contains($"'{_folder}', which has no PostgreSQL-Persistence.sql", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_the_database_refuses_leaves_nothing_behind_and_can_be_mended()
    {
        Write("Clustering", "CREATE TABLE OrleansMembershipTable (key text); SELECT no_such_thing()");
        var refused = await Assert.ThrowsAsync<StorageException>(() => MigrateAsync(_folder));
        Assert.Contains("PostgreSQL-Clustering.sql", refused.Message, StringComparison.Ordinal);
        Write("Clustering", "CREATE TABLE OrleansMembershipTable (key text)");
        await MigrateAsync(_folder);
    }

    private void Write(string part, string sql) => File.WriteAllText(Path.Combine(_folder, $"PostgreSQL-{part}.sql"), sql);

    private async Task MigrateAsync(string? folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Arena:Storage:Provider"] = "postgres",
            ["Arena:Storage:ConnectionString"] = _database,
            ["Arena:Orleans:ScriptFolder"] = folder,
        });
        builder.Services.AddArenaStorage(builder.Configuration);
        using var host = builder.Build();
        await host.Services.MigrateArenaDatabaseAsync(TestContext.Current.CancellationToken);
    }
}
