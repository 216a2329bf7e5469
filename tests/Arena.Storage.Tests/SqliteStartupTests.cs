using System.Runtime.Versioning;
using Arena.Storage.Configuration;
using Arena.Storage.Sqlite;
using Arena.Storage.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Tests;

/// <summary>What the operator reads when the file cannot be used, and that it is left as it was.</summary>
public sealed class SqliteStartupTests : IAsyncDisposable
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly SqliteTestDatabase _database = new();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task An_empty_folder_gets_a_database_which_the_next_start_leaves_alone()
    {
        var path = Path.Combine(Path.GetDirectoryName(_database.File)!, "new", "folder", "arena.db");
        await using (await TestStorage.StartAsync(_database, ("Arena:Storage:Path", path)))
            Assert.True(File.Exists(path));
        var before = await File.ReadAllBytesAsync(path);

        await using (await TestStorage.StartAsync(_database, ("Arena:Storage:Path", path)))
            Assert.Equal(before, await File.ReadAllBytesAsync(path));

        Assert.Equal(["arena.db"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_database_of_an_earlier_release_is_brought_up_with_its_rows()
    {
        var session = Guid.NewGuid();
        var id = session.ToString().ToUpperInvariant();
        Sql(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "fixtures", "before-orleans.sqlite.sql")));
        Sql("INSERT INTO game_session (id, quiz_id, code, status, created_at, config_json, epoch, version) "
            + $"VALUES ('{id}', '', 'AAAAAA', 'Live', 0, '', 4, 1)",
            $"INSERT INTO event_log (id, session_id, version, epoch, type, payload_json, created_at) VALUES (7, '{id}', 1, 1, 'x', '{{}}', 3)",
            $"INSERT INTO event_log (id, session_id, version, epoch, type, payload_json, created_at) VALUES (90, '{id}', 2, 1, 'x', '{{}}', 3)",
            "DELETE FROM event_log WHERE version = 2");

        await using var storage = await TestStorage.StartAsync(_database);

        var opened = await storage.Journal.OpenedAsync("AAAAAA");
        Assert.Equal((session, 5L), (opened.SessionId, opened.Epoch));
        await using var context = storage.Context();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        // A position in the log that was given once is never given again, even if its entry is gone.
        await storage.Journal.AppendAsync(opened, 1, "next");
        Assert.Equal([7L, 91L], await context.EventLog.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_new_database_and_its_folder_are_for_their_owner_alone()
    {
        var path = Path.Combine(Path.GetDirectoryName(_database.File)!, "new", "folder", "arena.db");
        await using var storage = await TestStorage.StartAsync(_database, ("Arena:Storage:Path", path));
        await using var context = storage.Context();
        Assert.Empty(await context.Users.ToListAsync());

        foreach (var file in (string[])["", "-wal", "-shm"])
            Assert.Equal(OwnerFile, File.GetUnixFileMode(path + file));
        Assert.Equal(OwnerFile | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_start_restricts_files_left_readable_by_an_earlier_release_or_a_killed_process()
    {
        await using (await TestStorage.StartAsync(_database))
            Assert.True(File.Exists(_database.File));
        using var killed = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        // A connection that is open keeps the log, as one of a killed process would.
        killed.Open();
        killed.Execute("DELETE FROM game_session");
        foreach (var file in (string[])["", "-wal", "-shm"])
            File.SetUnixFileMode(_database.File + file, OwnerFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await using var again = await TestStorage.StartAsync(_database);

        foreach (var file in (string[])["", "-wal", "-shm"])
            Assert.Equal(OwnerFile, File.GetUnixFileMode(_database.File + file));
    }

    [Fact]
    public async Task The_journal_is_synced_at_every_commit()
    {
        await using var storage = await TestStorage.StartAsync(_database);
        using var connection = ((SqliteDatabase)storage.Services.GetService(typeof(SqliteDatabase))!).OpenOwn(SqliteOpenMode.ReadWrite);

        Assert.Equal(("wal", 2L), (connection.Scalar("PRAGMA journal_mode"), connection.Scalar("PRAGMA synchronous")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        await File.WriteAllTextAsync(_database.File, "");

        await RefusedAsync(Path.Combine(_database.File, "data", "arena.db"), "is in a folder that cannot be written", "Choose another path");
    }

    [Fact]
    public Task A_path_that_is_a_folder_is_named() =>
        RefusedAsync(Path.GetDirectoryName(_database.File)!, "is a folder", "Add the name of a file");

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_kept()
    {
        await File.WriteAllTextAsync(_database.File, "Dear diary");

        await RefusedAsync(_database.File, "is not a SQLite database", "move the file away");
    }

    [Fact]
    public async Task A_damaged_database_is_named_and_kept()
    {
        await using (var storage = await TestStorage.StartAsync(_database))
        {
            for (var i = 0; i < 100; i++)
                await storage.Journal.BeginAsync($"CODE{i:00}");
        }
        var bytes = await File.ReadAllBytesAsync(_database.File);
        bytes.AsSpan(bytes.Length / 2, 8192).Fill(0xA5);
        await File.WriteAllBytesAsync(_database.File, bytes);

        await RefusedAsync(_database.File, "is damaged", "Restore a backup");
    }

    [Fact]
    public async Task A_truncated_database_is_named_and_kept()
    {
        await using (await TestStorage.StartAsync(_database))
            Assert.True(File.Exists(_database.File));
        await File.WriteAllBytesAsync(_database.File, (await File.ReadAllBytesAsync(_database.File))[..10_000]);

        await RefusedAsync(_database.File, "is damaged", "Restore a backup");
    }

    [Fact]
    public async Task A_newer_schema_is_named_and_kept()
    {
        await using (await TestStorage.StartAsync(_database))
            Sql("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99.0')");

        await RefusedAsync(_database.File, "has the schema '29990101000000_Future' of a newer release", "Start the newer release");
    }

    [Fact]
    public async Task A_read_only_file_is_named()
    {
        await using (await TestStorage.StartAsync(_database))
            Assert.True(File.Exists(_database.File));
        File.SetAttributes(_database.File, FileAttributes.ReadOnly);

        await RefusedAsync(_database.File, "is read-only", "Give this user the right to write");
    }

    [Fact]
    public async Task The_database_of_another_program_is_named_and_kept()
    {
        Sql("CREATE TABLE recipes (name TEXT)");

        await RefusedAsync(_database.File, "is the database of another program (it has a table or index 'recipes')", "Choose another path");
    }

    [Theory]
    [InlineData("Path", " ", "Give the path of the SQLite file")]
    [InlineData("MaxWritesPerCommit", "0", "Give a number from 1 to 1000000")]
    [InlineData("MaxQueuedWrites", "-5", "Give a number from 1 to 1000000")]
    [InlineData("CommitIntervalMs", "101", "Give milliseconds from 0 to 100")]
    public async Task A_setting_out_of_bounds_stops_the_start(string key, string value, string remedy)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestStorage.StartAsync(_database, ($"Arena:Storage:{key}", value)));

        Assert.Contains($"Arena:Storage:{key} is '{value}'. {remedy}", failure.Message, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(string path, string cause, string remedy)
    {
        var before = File.Exists(path) ? await File.ReadAllBytesAsync(path) : null;

        var failure = await Assert.ThrowsAsync<StorageException>(() => TestStorage.StartAsync(_database, ("Arena:Storage:Path", path)));

        Assert.StartsWith($"Arena:Storage:Path is '{path}' ({path}), which ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(cause, failure.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.Exists(path) ? await File.ReadAllBytesAsync(path) : null);
    }

    private void Sql(params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
            connection.Execute(statement);
    }
}
