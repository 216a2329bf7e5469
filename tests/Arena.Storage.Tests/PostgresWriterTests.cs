using Arena.Grains.Ports;
using Arena.Storage.Postgres;
using Arena.Storage.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Arena.Storage.Tests;

/// <summary>The group commit on PostgreSQL, held by a lock on a session's row until the test lets it go.</summary>
public sealed class PostgresWriterTests(PostgresServer server)
{
    [Fact]
    public async Task Writes_during_a_commit_share_the_next()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var owners = new List<OpenedJournal>();
        for (var i = 0; i < 50; i++)
            owners.Add(await storage.Journal.BeginAsync($"CODE{i:00}"));
        await using var gate = await LockAsync(database, owners[0].SessionId);

        var appends = owners.Select(owner => storage.Journal.AppendAsync(owner, 1, "two", "three")).ToList();
        await gate.Transaction.RollbackAsync();

        Assert.All(await Task.WhenAll(appends), result => Assert.Equal(AppendResult.Appended, result));
        Assert.Equal(100, storage.Commits.Entries.Sum());
        Assert.InRange(storage.Commits.Entries.Count, 1, 2);
    }

    [Fact]
    public async Task An_owner_who_loses_the_session_while_his_append_waits_is_fenced()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        await using var gate = await LockAsync(database, owner.SessionId);
        var append = storage.Journal.AppendAsync(owner, 1, "late");
        await using (var steal = new NpgsqlCommand("UPDATE game_session SET epoch = epoch + 1", gate.Connection))
            await steal.ExecuteNonQueryAsync();

        await gate.Transaction.CommitAsync();

        Assert.Equal(AppendResult.Fenced, await append);
        Assert.Equal(1, (await storage.Journal.OpenedAsync("AAAAAA")).Version);
    }

    [Fact]
    public async Task A_full_queue_refuses_and_does_not_write()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database, ("Arena:Storage:MaxQueuedWrites", "2"), ("Arena:Storage:MaxWritesPerCommit", "1"));
        var owners = new List<OpenedJournal>();
        foreach (var letter in "ABCDEFGHJK")
            owners.Add(await storage.Journal.BeginAsync(new string(letter, 6)));
        await using var gate = await LockAsync(database, owners[0].SessionId);

        // One is being written, two wait; the others find no room, however far the writer has come.
        var appends = owners.ConvertAll(owner => storage.Journal.AppendAsync(owner, 1, "two"));
        var refused = appends.Count(append => append.IsFaulted);
        await gate.Transaction.RollbackAsync();

        Assert.InRange(refused, 7, 8);
        Assert.All(appends.Where(append => append.IsFaulted), append => Assert.IsType<JournalOverloadedException>(append.Exception!.InnerException));
        Assert.All(await Task.WhenAll(appends.Where(append => !append.IsFaulted)), result => Assert.Equal(AppendResult.Appended, result));
        var written = 0;
        foreach (var letter in "ABCDEFGHJK")
            written += (await storage.Journal.OpenedAsync(new string(letter, 6))).Version == 2 ? 1 : 0;
        Assert.Equal(10 - refused, written);
    }

    [Fact]
    public async Task An_append_that_the_server_cannot_take_fails_alone()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var owners = new[] { await storage.Journal.BeginAsync("AAAAAA"), await storage.Journal.BeginAsync("BBBBBB"), await storage.Journal.BeginAsync("CCCCCC") };
        await using var gate = await LockAsync(database, owners[0].SessionId);
        var good = storage.Journal.AppendAsync(owners[0], 1, "two");
        var bad = storage.Journal.AppendAsync(new(owners[1].SessionId, owners[1].Epoch, 1, [new("nul.v1", "\0", 1)]), default);
        var other = storage.Journal.AppendAsync(owners[2], 1, "two");

        await gate.Transaction.RollbackAsync();

        Assert.Equal([AppendResult.Appended, AppendResult.Appended], await Task.WhenAll(good, other));
        Assert.Equal("22021", (await Assert.ThrowsAsync<PostgresException>(() => bad)).SqlState);
        Assert.Equal(1, (await storage.Journal.OpenedAsync("BBBBBB")).Version);
    }

    [Fact]
    public async Task Connections_that_are_cut_lose_nothing_that_was_acknowledged()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        using var cut = new SemaphoreSlim(0);
        var appending = Enumerable.Range(0, 10).Select(i => AppendThroughCutsAsync(storage.Journal, $"CODE{i:00}", cut)).ToList();
        for (var i = 0; i < 5; i++)
        {
            await cut.WaitAsync();
            await server.ExecuteAsync("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database.Name}'");
        }

        foreach (var (code, acknowledged) in await Task.WhenAll(appending))
        {
            var opened = await OpenThroughCutsAsync(storage.Journal, code);
            Assert.Equal(Enumerable.Range(2, (int)opened.Version - 1).Select(version => Sessions.Entry($"e{version}")), opened.Entries.Skip(1));
            Assert.True(opened.Version >= acknowledged);
        }
    }

    [Fact]
    public async Task A_restarted_server_is_written_to_again()
    {
        await using var own = new PostgresServer();
        await using var database = (PostgresTestDatabase)await own.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        Assert.Equal(AppendResult.Appended, await storage.Journal.AppendAsync(owner, 1, "two"));
        await own.StopAsync();

        // The first finds out by a broken connection, which may have broken on either side of a commit. The next cannot even connect.
        await Assert.ThrowsAsync<JournalOutcomeUnknownException>(() => storage.Journal.AppendAsync(owner, 2, "lost"));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => storage.Journal.AppendAsync(owner, 2, "refused"));
        await own.RestartAsync();

        Assert.Equal(AppendResult.Appended, await storage.Journal.AppendAsync(owner, 2, "three"));
        Assert.Equal(Sessions.Entries("created", "two", "three"), (await OpenThroughCutsAsync(storage.Journal, "AAAAAA")).Entries);
    }

    private static async Task<(string Code, long Acknowledged)> AppendThroughCutsAsync(ISessionJournal journal, string code, SemaphoreSlim cut)
    {
        await journal.CreateAsync(Sessions.New(code), Sessions.Entry("created"), default);
        var owner = await OpenThroughCutsAsync(journal, code);
        var version = owner.Version;
        while (version < 200)
        {
            try
            {
                Assert.Equal(AppendResult.Appended, await journal.AppendAsync(owner, version, $"e{version + 1}"));
                version++;
                if (version % 40 == 0)
                    cut.Release();
            }
            catch (Exception exception) when (exception is JournalOutcomeUnknownException or JournalUnavailableException)
            {
                owner = await OpenThroughCutsAsync(journal, code);
                Assert.InRange(owner.Version, version, version + 1);
                version = owner.Version;
            }
        }
        return (code, version);
    }

    private static async Task<OpenedJournal> OpenThroughCutsAsync(ISessionJournal journal, string code)
    {
        while (true)
        {
            try
            {
                return await journal.OpenedAsync(code);
            }
            catch (Exception cut) when (cut is NpgsqlException or JournalOutcomeUnknownException or JournalUnavailableException)
            {
                // Cut as well: the next try gets another connection.
                continue;
            }
        }
    }

    private static async Task<RowLock> LockAsync(PostgresTestDatabase database, Guid session)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.Command("SELECT 1 FROM game_session WHERE id = $1 FOR UPDATE", session);
        await command.ExecuteNonQueryAsync();
        return new(connection, transaction);
    }

    private sealed record RowLock(NpgsqlConnection Connection, NpgsqlTransaction Transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
