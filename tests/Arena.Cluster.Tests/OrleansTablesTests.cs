using System.Text;
using Arena.Cluster.Tests.Support;
using Arena.Hosting;
using Arena.Hosting.GrainStorage;
using Arena.Storage;
using Arena.TestKit.Processes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Orleans.Storage;

namespace Arena.Cluster.Tests;

/// <summary>The tables and queries that Arena makes for Orleans, with Orleans' own providers upon them, on both databases.</summary>
public sealed class OrleansTablesTests : IAsyncLifetime
{
    private const string Key = "a key of thirty-two characters or more";
    private static readonly GrainId Board = GrainId.Create("leaderboard", "quiz:1");

    private readonly string _folder = Directory.CreateTempSubdirectory("arena-orleans-").FullName;
    private readonly PostgresServer _server = new();
    private Dictionary<string, string?> _postgres = [];
    private Dictionary<string, string?> _sqlite = [];

    public async ValueTask InitializeAsync()
    {
        _sqlite = new() { ["Arena:Storage:Path"] = Path.Combine(_folder, "arena.db") };
        _postgres = new()
        {
            ["Arena:Storage:Provider"] = "postgres",
            ["Arena:Storage:ConnectionString"] = _server.ConnectionString(await _server.CreateDatabaseAsync()),
            ["Arena:Cluster:Key"] = Key,
            ["Arena:Cluster:ListenPort"] = "0",
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public Task A_process_starts_on_an_empty_file_and_keeps_grain_states() => KeepsStatesAsync(_sqlite);

    [Fact]
    public Task A_cluster_starts_on_an_empty_database_and_keeps_grain_states() => KeepsStatesAsync(_postgres);

    [Fact]
    public async Task A_second_silo_joins_and_leaves_and_the_first_keeps_serving()
    {
        using var one = await StartAsync(_postgres);
        using (var other = await StartAsync(_postgres))
        {
            Assert.Equal(2, (await Management(one).GetHosts(onlyActive: true)).Count);
            await other.StopAsync(TestContext.Current.CancellationToken);
        }
        Assert.Single(await Management(one).GetHosts(onlyActive: true));
        await one.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Tables_that_Orleans_own_scripts_made_are_taken_over_with_their_states()
    {
        await ExecuteAsync(BeforeOrleans("postgres"));
        await ExecuteAsync(OfficialLikeTables);
        await ExecuteAsync(
            "INSERT INTO orleansstorage VALUES (1, 0, 0, 2, 'kept', 'quiz:1', 'arena', $1, now(), 7), (1, 0, 0, 2, 'kept', 'quiz:1', 'default', NULL, now(), 2)",
            Encoding.UTF8.GetBytes("""{"Lines":[{"Nickname":"Zoë","Score":900},{"Nickname":"Bob","Score":800}]}"""));
        await ExecuteAsync(
            "INSERT INTO orleansstorage VALUES (1, 0, 0, 2, 'board', 'quiz:1', 'arena', $1, now(), 7)",
            Encoding.UTF8.GetBytes(
                """{"$id":"1","Lines":{"$type":"System.Collections.Generic.List","$values":[{"$id":"2","$type":"Line","Nickname":"Zoë","Score":900}]}}"""));
        await ExecuteAsync("INSERT INTO grain_state (provider, type, key, etag, payload_json) VALUES ('arena', 'leaderboard/kept', 'quiz:1', 5, '{\"Lines\":[]}')");

        using var host = await StartAsync(_postgres);
        var state = await ReadAsync(host);
        Assert.Equal("7", state.ETag);
        Assert.Equal([("Zoë", 900), ("Bob", 800)], state.State!.Lines.Select(line => (line.Nickname, line.Score)));
        await States(host).WriteStateAsync("kept", Board, state);
        Assert.Equal("8", state.ETag);
        await host.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0L, await ScalarAsync("SELECT count(*) FROM orleansstorage WHERE graintypestring = 'board'"));
        Assert.Equal(0L, await ScalarAsync("SELECT count(*) FROM pg_proc WHERE proname IN ('writetostorage', 'insert_membership')"));
    }

    [Fact]
    public async Task States_of_earlier_releases_move_to_Orleans_table_on_PostgreSQL_and_the_earlier_membership_is_dropped()
    {
        await ExecuteAsync(BeforeOrleans("postgres"));
        await ExecuteAsync("CREATE SCHEMA cluster; CREATE TABLE cluster.silo_lease (generation bigint)");
        await ExecuteAsync("INSERT INTO grain_state (provider, type, key, etag, payload_json) VALUES ('arena', 'leaderboard/kept', 'quiz:1', 5, '" + Earlier + "')");
        await HasMovedAsync(_postgres);
        Assert.Equal(0L, await ScalarAsync("SELECT count(*) FROM pg_namespace WHERE nspname = 'cluster'"));
    }

    [Fact]
    public async Task A_schema_called_cluster_that_is_not_Arenas_stays()
    {
        await ExecuteAsync(BeforeOrleans("postgres"));
        await ExecuteAsync("CREATE SCHEMA cluster; CREATE TABLE cluster.theirs (id bigint)");
        await MigrateAsync(_postgres);
        Assert.Equal(1L, await ScalarAsync("SELECT count(*) FROM pg_namespace WHERE nspname = 'cluster'"));
    }

    [Fact]
    public async Task States_of_earlier_releases_move_to_Orleans_table_on_SQLite()
    {
        await using (var file = new SqliteConnection($"Data Source={_sqlite["Arena:Storage:Path"]};Pooling=False"))
        {
            await file.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = file.CreateCommand();
            command.CommandText = BeforeOrleans("sqlite")
                + "INSERT INTO grain_state (provider, type, key, payload_json, etag) VALUES ('arena', 'leaderboard/kept', 'quiz:1', $state, 5)";
            command.Parameters.AddWithValue("$state", Earlier);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await HasMovedAsync(_sqlite);
    }

    private const string Earlier = """{"Lines":[{"Source":"a","Version":3,"Seat":1,"Nickname":"Zoë","Score":900}]}""";

    private static async Task HasMovedAsync(Dictionary<string, string?> settings)
    {
        using var host = await StartAsync(settings);
        var state = await ReadAsync(host);
        Assert.Equal(("Zoë", 900), (Assert.Single(state.State!.Lines).Nickname, state.State!.Lines[0].Score));
        await States(host).WriteStateAsync("kept", Board, state);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task KeepsStatesAsync(Dictionary<string, string?> settings)
    {
        using (var host = await StartAsync(settings))
        {
            var state = await ReadAsync(host);
            Assert.False(state.RecordExists);
            var other = await ReadAsync(host);
            state.State!.Lines.Add(new() { Nickname = "Zoë", Score = 900 });
            await States(host).WriteStateAsync("kept", Board, state);
            await Assert.ThrowsAsync<InconsistentStateException>(() => States(host).WriteStateAsync("kept", Board, other));
            var stale = await ReadAsync(host);
            await States(host).WriteStateAsync("kept", Board, state);
            await Assert.ThrowsAsync<InconsistentStateException>(() => States(host).WriteStateAsync("kept", Board, stale));
            await Assert.ThrowsAsync<InconsistentStateException>(() => States(host).ClearStateAsync("kept", Board, stale));
            await States(host).ClearStateAsync("kept", Board, state);
            Assert.False((await ReadAsync(host)).RecordExists);
            await Assert.ThrowsAsync<InconsistentStateException>(() => States(host).WriteStateAsync("kept", Board, stale));
            state.State = new() { Lines = [new() { Nickname = "Ünal", Score = 1 }] };
            await States(host).WriteStateAsync("kept", Board, state);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
        using var again = await StartAsync(settings);
        Assert.Equal("Ünal", Assert.Single((await ReadAsync(again)).State!.Lines).Nickname);
        await again.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<IHost> StartAsync(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(new Probe());
        builder.Services.AddArenaSilo(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private static IGrainStorage States(IHost host) => host.Services.GetRequiredKeyedService<IGrainStorage>(GrainStorageHosting.Storage);

    private static IManagementGrain Management(IHost host) => host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);

    private static async Task<GrainState<KeptState>> ReadAsync(IHost host)
    {
        var state = new GrainState<KeptState>(new());
        await States(host).ReadStateAsync("kept", Board, state);
        return state;
    }

    private sealed class KeptState
    {
        public List<KeptLine> Lines { get; set; } = [];
    }

    private sealed class KeptLine
    {
        public string Nickname { get; set; } = "";
        public int Score { get; set; }
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddArenaStorage(builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }

    private static async Task MigrateAsync(Dictionary<string, string?> settings)
    {
        using var services = Services(settings);
        await services.MigrateArenaDatabaseAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A database of the last release that had an engine of its own.</summary>
    private static string BeforeOrleans(string database) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", $"before-orleans.{database}.sql"));

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(_postgres["Arena:Storage:ConnectionString"]!);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_postgres["Arena:Storage:ConnectionString"]!);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The shape of what the scripts of Orleans' source make, in words of our own.</summary>
    private const string OfficialLikeTables = """
        CREATE TABLE OrleansQuery (QueryKey varchar(64) NOT NULL PRIMARY KEY, QueryText varchar(8000) NOT NULL);
        INSERT INTO OrleansQuery VALUES ('ReadFromStorageKey', 'SELECT 1'), ('UpsertReminderRowKey', 'SELECT 1');
        CREATE TABLE OrleansMembershipVersionTable (
            DeploymentId varchar(150) NOT NULL PRIMARY KEY, Timestamp timestamptz(3) NOT NULL DEFAULT now(), Version integer NOT NULL DEFAULT 0);
        CREATE TABLE OrleansMembershipTable (
            DeploymentId varchar(150) NOT NULL REFERENCES OrleansMembershipVersionTable, Address varchar(45) NOT NULL, Port integer NOT NULL,
            Generation integer NOT NULL, SiloName varchar(150) NOT NULL, HostName varchar(150) NOT NULL, Status integer NOT NULL,
            ProxyPort integer, SuspectTimes varchar(8000), StartTime timestamptz(3) NOT NULL, IAmAliveTime timestamptz(3) NOT NULL,
            PRIMARY KEY (DeploymentId, Address, Port, Generation));
        CREATE TABLE OrleansStorage (
            GrainIdHash integer NOT NULL, GrainIdN0 bigint NOT NULL, GrainIdN1 bigint NOT NULL, GrainTypeHash integer NOT NULL,
            GrainTypeString varchar(512) NOT NULL, GrainIdExtensionString varchar(512), ServiceId varchar(150) NOT NULL, PayloadBinary bytea,
            ModifiedOn timestamp NOT NULL, Version integer);
        CREATE INDEX ix_OrleansStorage ON OrleansStorage (GrainIdHash, GrainTypeHash);
        CREATE TABLE OrleansRemindersTable (ServiceId varchar(150), GrainId varchar(150));
        CREATE FUNCTION WriteToStorage(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
        CREATE FUNCTION insert_membership(a varchar) RETURNS TABLE (row_count integer) LANGUAGE sql AS 'SELECT 1';
        """;
}
