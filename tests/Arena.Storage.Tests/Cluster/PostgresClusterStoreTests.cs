using Arena.Runtime.Postgres;
using Arena.Runtime.TestingHost;
using Arena.Runtime.Tests;
using Npgsql;

namespace Arena.Storage.Tests;

public sealed class PostgresClusterStoreTests(PostgresServer server) : ClusterStoreContract
{
    private readonly List<NpgsqlConnection> _held = [];
    private PostgresTestDatabase _database = null!;

    [Fact]
    public async Task Processes_that_start_at_once_make_one_schema()
    {
        await server.ExecuteAsync(_database.Name, "DROP SCHEMA cluster CASCADE");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.PrepareAsync(None))));

        Assert.Equal(0, (await Store.ReadAsync(None)).Version);
    }

    [Fact]
    public async Task Preparing_again_leaves_alone_what_is_there()
    {
        var silo = await Store.JoinAsync("a", 1, Long, None);
        var owned = await Store.ClaimAsync(["g"], silo, None);

        await Store.PrepareAsync(None);

        Assert.Equal(owned, await Store.ClaimAsync(["g"], silo, None));
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        await server.ExecuteAsync(_database.Name, "UPDATE cluster.cluster_version SET schema = 99");

        var failure = await Assert.ThrowsAsync<GrainEngineConfigurationException>(() => Store.PrepareAsync(None));

        Assert.Equal(
            $"The database {_database.Name} holds version 99 of the cluster's schema, and this release knows up to 1. Nothing was changed. "
            + "Start the newer release.",
            failure.Message);
    }

    [Fact]
    public async Task Nothing_piles_up()
    {
        for (var i = 0; i < 3; i++)
        {
            var silo = await Store.JoinAsync("a", i, Short, None);
            await Store.ClaimAsync(["x", "y"], silo, None);
            if (i == 0) await Store.ReleaseAsync(["x", "y"], silo, None);
            await Store.LeaveAsync(silo, None);
        }

        Assert.Equal(0L, await CountAsync("silo") + await CountAsync("silo_lease") + await CountAsync("activation"));
    }

    [Fact]
    public async Task A_change_of_who_is_there_is_told_to_those_who_listen()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        var told = new List<string>();
        connection.Notification += (_, notification) => told.Add($"{notification.Channel} {notification.Payload}");
        await using (var listen = new NpgsqlCommand("LISTEN arena_cluster", connection))
            await listen.ExecuteNonQueryAsync();

        var silo = await Store.JoinAsync("a", 1, Long, None);
        await Store.RenewAsync(silo, 0, Long, None);
        await Store.LeaveAsync(silo, None);
        while (told.Count < 2) await connection.WaitAsync();

        Assert.Equal(["arena_cluster 1", "arena_cluster 2"], told);
    }

    [Fact]
    public async Task A_renewal_waits_for_nothing_that_other_calls_can_use_up()
    {
        var silo = await Store.JoinAsync("a", 1, Long, None);
        await using var hold = await BeginAsync("LOCK TABLE cluster.activation IN ACCESS EXCLUSIVE MODE");
        var stuck = Enumerable.Range(0, 30).Select(i => Store.ClaimAsync([$"g{i}"], silo, None)).ToList();

        Assert.True(await Store.RenewAsync(silo, 0, Long, None));

        await hold.RollbackAsync();
        await Task.WhenAll(stuck);
    }

    [Fact]
    public async Task A_renewal_that_cannot_get_through_is_given_up()
    {
        var silo = await Store.JoinAsync("a", 1, Long, None);
        await using var hold = await BeginAsync("SELECT FROM cluster.silo_lease FOR UPDATE");
        var time = new ManualTimeProvider();
        await using var store = new PostgresClusterStore(_database.ConnectionString, time);

        var renewal = store.RenewAsync(silo, 0, Short, None);
        time.Advance(Short / 3);

        await Assert.ThrowsAsync<TimeoutException>(() => renewal);
        await hold.RollbackAsync();
        Assert.True(await store.RenewAsync(silo, 0, Long, None));
    }

    [Fact]
    public async Task A_silo_whose_renewal_is_under_way_is_not_declared_dead_before_that_is_decided()
    {
        var silo = await Store.JoinAsync("a", 1, Short, None);
        await LetShortLeasesRunOutAsync();
        await using var renewal = await BeginAsync(
            "UPDATE cluster.silo_lease SET until = clock_timestamp() + interval '1 h', time_to_live = interval '1 h'");
        var death = Store.DeclareDeadAsync(silo, None);
        await WaitersAsync(1);

        await renewal.CommitAsync();

        Assert.False(await death);
        Assert.Equal([silo], (await Store.ReadAsync(None)).Silos.Select(entry => entry.Address));
    }

    [Fact]
    public async Task A_silo_whose_claim_is_under_way_is_not_declared_dead_before_that_is_decided()
    {
        var dying = await Store.JoinAsync("a", 1, Short, None);
        var heir = await Store.JoinAsync("a", 2, Long, None);
        await using var other = await BeginAsync(
            $"INSERT INTO cluster.activation (placement_group, generation, epoch) VALUES ('g', {heir.Generation}, 1)");
        var claim = Store.ClaimAsync(["g"], dying, None);
        await WaitersAsync(1);
        await LetShortLeasesRunOutAsync();
        var death = Store.DeclareDeadAsync(dying, None);
        await WaitersAsync(2);

        await other.RollbackAsync();

        var owned = (await claim)[0]!;
        Assert.Equal(dying, owned.Silo);
        Assert.True(await death);
        var inherited = (await Store.ClaimAsync(["g"], heir, None))[0]!;
        Assert.Equal(heir, inherited.Silo);
        Assert.True(inherited.Epoch > owned.Epoch);
    }

    [Fact]
    public async Task A_group_that_is_given_up_while_a_claim_waits_for_it_is_claimed()
    {
        var one = await Store.JoinAsync("a", 1, Long, None);
        var other = await Store.JoinAsync("a", 2, Long, None);
        var owned = (await Store.ClaimAsync(["g"], one, None))[0]!;
        await using var release = await BeginAsync("DELETE FROM cluster.activation");
        var claim = Store.ClaimAsync(["g"], other, None);
        await WaitersAsync(1);

        await release.CommitAsync();

        var claimed = (await claim)[0]!;
        Assert.Equal(other, claimed.Silo);
        Assert.True(claimed.Epoch > owned.Epoch);
    }

    [Fact]
    public async Task After_a_restart_of_the_server_each_lease_has_its_time_again()
    {
        await using var own = new PostgresServer();
        var database = (PostgresTestDatabase)await own.NewDatabaseAsync();
        await using var store = new PostgresClusterStore(database.ConnectionString, TimeProvider.System);
        await store.PrepareAsync(None);
        var silo = await store.JoinAsync("a", 1, Long, None);
        var silent = await store.JoinAsync("a", 2, TimeSpan.FromMicroseconds(1), None);
        await own.ExecuteAsync(database.Name, "UPDATE cluster.silo_lease SET until = clock_timestamp() - interval '1 s'");
        await own.StopAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => store.ReadAsync(None));
        await own.RestartAsync();

        Assert.Equal([silent], (await TriedAsync(() => store.ReadAsync(None))).Overdue);
        Assert.True(await TriedAsync(() => store.RenewAsync(silo, 0, Long, None)));
        Assert.True(await TriedAsync(() => store.DeclareDeadAsync(silent, None)));
    }

    protected override async Task<IClusterStore> OpenAsync()
    {
        _database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        return new PostgresClusterStore(_database.ConnectionString, TimeProvider.System);
    }

    protected override async Task CloseAsync()
    {
        foreach (var connection in _held) await connection.DisposeAsync();
        await ((PostgresClusterStore)Store).DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>The database's clock cannot be turned, so the leases are.</summary>
    protected override Task LetShortLeasesRunOutAsync() => server.ExecuteAsync(
        _database.Name, "UPDATE cluster.silo_lease SET until = '-infinity', time_to_live = '0' WHERE time_to_live = interval '10 s'");

    /// <summary>Connections of before the restart fail once each; the caller tries again.</summary>
    private static async Task<T> TriedAsync<T>(Func<Task<T>> call)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                return await call();
            }
            catch (NpgsqlException) when (failures < 10)
            {
                // The next one comes on another connection.
            }
        }
    }

    private Task<long> CountAsync(string table) => ScalarAsync($"SELECT count(*) FROM cluster.{table}");

    /// <summary>Does something in a transaction that the test ends.</summary>
    private async Task<NpgsqlTransaction> BeginAsync(string sql)
    {
        var connection = new NpgsqlConnection(_database.ConnectionString);
        _held.Add(connection);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    /// <summary>The barrier: completes when so many sessions of the database wait for a lock.</summary>
    private async Task WaitersAsync(int count)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await ScalarAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") < count)
            guard.Token.ThrowIfCancellationRequested();
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
