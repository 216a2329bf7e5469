using Arena.Grains.Ports;
using Arena.Storage.Postgres;
using Arena.Storage.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Arena.Storage.Tests;

/// <summary>Positions are drawn before they are committed: a later one must not be read while an earlier one may still appear.</summary>
public sealed class PostgresFeedHorizonTests(PostgresServer server)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_entry_waits_for_those_before_it_to_be_committed_or_given_up(bool committed)
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var feed = storage.Services.GetRequiredService<IEventFeed>();
        var slow = await storage.Journal.BeginAsync("AAAAAA");
        var fast = await storage.Journal.BeginAsync("BBBBBB");
        Assert.Equal(2, (await feed.AllAsync()).Count);

        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var append = connection.Command(
            """
            WITH owned AS (UPDATE game_session SET version = 2 WHERE id = $1 RETURNING id, epoch)
            INSERT INTO event_log (session_id, version, epoch, type, payload_json, created_at) SELECT id, 2, epoch, 'slow', '{}', 0 FROM owned
            """,
            slow.SessionId))
            await append.ExecuteNonQueryAsync();
        await storage.Journal.AppendAsync(fast, 1, "fast");

        Assert.Equal(2, (await feed.AllAsync()).Count);
        Assert.Equal(2, (await feed.AllAsync()).Count);
        await (committed ? transaction.CommitAsync() : transaction.RollbackAsync());

        var log = await feed.AllAsync();
        Assert.Equal(
            committed ? [slow.SessionId, fast.SessionId, slow.SessionId, fast.SessionId] : [slow.SessionId, fast.SessionId, fast.SessionId],
            log.Select(entry => entry.SessionId));
    }

    [Fact]
    public async Task A_transaction_that_began_after_an_entry_does_not_hold_it_back_permanently()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        var feed = storage.Services.GetRequiredService<IEventFeed>();
        await using var first = await WriterAsync(database);
        var owner = await storage.Journal.BeginAsync("AAAAAA");
        Assert.Empty(await feed.AllAsync());
        await using var second = await WriterAsync(database);
        await using (var end = new NpgsqlCommand("ROLLBACK", first))
            await end.ExecuteNonQueryAsync();

        // Something has been writing all the time, but not the transactions that were open when the entry was drawn.
        Assert.Equal(owner.SessionId, Assert.Single(await feed.AllAsync()).SessionId);
    }

    [Fact]
    public async Task A_long_transaction_elsewhere_does_not_delay_the_feed()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using var storage = await TestStorage.StartAsync(database);
        await using var elsewhere = new NpgsqlConnection(database.ConnectionString);
        await elsewhere.OpenAsync();
        await using var transaction = await elsewhere.BeginTransactionAsync();
        await using (var write = new NpgsqlCommand("INSERT INTO \"user\" (id, username, created_at, has_second_factor, is_administrator, version) VALUES (gen_random_uuid(), 'x', 0, false, false, 0)", elsewhere))
            await write.ExecuteNonQueryAsync();

        await storage.Journal.BeginAsync("AAAAAA");

        Assert.Single(await storage.Services.GetRequiredService<IEventFeed>().AllAsync());
    }

    private static async Task<NpgsqlConnection> WriterAsync(PostgresTestDatabase database)
    {
        var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var begin = new NpgsqlCommand("BEGIN; LOCK TABLE event_log IN ROW EXCLUSIVE MODE", connection);
        await begin.ExecuteNonQueryAsync();
        return connection;
    }
}
