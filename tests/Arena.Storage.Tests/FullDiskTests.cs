using Arena.Grains.Ports;
using Arena.Storage.Configuration;
using Arena.Storage.Tests.PowerCut;
using Arena.Storage.Tests.Support;

namespace Arena.Storage.Tests;

/// <summary>A full disk: what does not fit is refused and never acknowledged, nothing is damaged, and writes resume once there is room.</summary>
public sealed class FullDiskTests(PostgresServer server) : IDisposable
{
    private readonly SqliteTestDatabase _file = new();
    private readonly SimulatedDisk _disk = new(seed: 1, cutShare: 0);

    private string Folder => Path.GetDirectoryName(_file.File)!;

    public void Dispose()
    {
        SimulatedFileSystem.Unmount(Folder);
        Directory.Delete(Folder, recursive: true);
    }

    [Fact]
    public async Task Sqlite_refuses_what_does_not_fit_on_the_disk_and_resumes_when_there_is_room()
    {
        SimulatedFileSystem.Mount(Folder, _disk);
        await using (var storage = await TestStorage.StartAsync(_file))
        {
            var owner = await storage.Journal.BeginAsync("AAAAAA");
            _disk.IsFull = true;
            var refused = await Assert.ThrowsAsync<JournalUnavailableException>(() => storage.Journal.AppendAsync(owner, 1, "lost"));
            await Assert.ThrowsAsync<JournalUnavailableException>(() => storage.Journal.AppendAsync(owner, 1, "lost as well"));
            Assert.Contains("full", refused.Message, StringComparison.Ordinal);

            _disk.IsFull = false;
            Assert.Equal(AppendResult.Appended, await storage.Journal.AppendAsync(owner, 1, "two"));
        }
        await using var again = await TestStorage.StartAsync(_file);

        Assert.Equal(Sessions.Entries("created", "two"), (await again.Journal.OpenedAsync("AAAAAA")).Entries);
    }

    [Fact]
    public async Task Sqlite_cannot_be_made_on_a_full_disk_and_says_why()
    {
        SimulatedFileSystem.Mount(Folder, _disk);
        _disk.IsFull = true;

        var refused = await Assert.ThrowsAsync<StorageException>(() => TestStorage.StartAsync(_file));

        Assert.Contains("database or disk is full", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Free the disk", refused.Message, StringComparison.Ordinal);
        _disk.IsFull = false;
        await using var storage = await TestStorage.StartAsync(_file);
        await storage.Journal.BeginAsync("AAAAAA");
    }

    [Fact]
    public async Task Postgres_refuses_what_does_not_fit_and_resumes_when_there_is_room()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        await server.ExecuteAsync(database.Name, $"""
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {NoRoom} END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON event_log EXECUTE FUNCTION full_disk();
            """);

        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(() => storage.Journal.AppendAsync(owner, 1, "lost"));
        await server.ExecuteAsync(database.Name, "DROP TRIGGER full_disk ON event_log");

        Assert.Contains("No space left on device", refused.Message, StringComparison.Ordinal);
        Assert.Equal(AppendResult.Appended, await storage.Journal.AppendAsync(owner, 1, "two"));
        Assert.Equal(Sessions.Entries("created", "two"), (await storage.Journal.OpenedAsync("AAAAAA")).Entries);
    }

    [Fact]
    public async Task Postgres_cannot_be_migrated_on_a_full_disk_and_says_why()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await server.ExecuteAsync(database.Name, $"""
            CREATE FUNCTION full_disk() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN {NoRoom} END $$;
            CREATE EVENT TRIGGER full_disk ON ddl_command_start WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION full_disk();
            """);

        var migrate = await OperatorProgram.RunAsync("db", "migrate", "--postgres", database.ConnectionString);

        Assert.Equal(2, migrate.Exit);
        Assert.Contains("No space left on device", migrate.Errors, StringComparison.Ordinal);
        Assert.Contains("Free what the server lacks", migrate.Errors, StringComparison.Ordinal);
        await server.ExecuteAsync(database.Name, "DROP EVENT TRIGGER full_disk");
        await using var storage = await TestStorage.StartAsync(database);
        await storage.Journal.BeginAsync("AAAAAA");
    }

    private const string NoRoom =
        "RAISE EXCEPTION 'could not extend file \"base/1\": No space left on device' USING ERRCODE = 'disk_full';";
}
