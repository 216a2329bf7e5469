using System.Globalization;
using Arena.Load.Campaigns;
using Arena.TestKit.Processes;

namespace Arena.Load.Clusters;

/// <summary>A cluster of real processes: PostgreSQL, silos, gateways, and HAProxy before them.</summary>
internal sealed class ClusterFixture : IAsyncDisposable
{
    private readonly Dictionary<string, string> _settings;
    private readonly ConsumerPlace _consumers;
    private readonly List<ArenaProcess> _silos = [];
    private readonly List<ArenaProcess> _gateways = [];
    private readonly int _proxyPort = FreePorts.Next();
    private HaProxy? _proxy;

    private ClusterFixture(PostgresServer server, CampaignDatabase database, ConsumerPlace consumers, RelayedEvents? relayed)
    {
        (Server, Database, _consumers, Relayed) = (server, database, consumers, relayed);
        _settings = new(database.Settings)
        {
            ["Arena:Cluster:Key"] = "a key of the campaign, for the loopback alone",
            ["Arena:Gateway:KeyFolder"] = Path.Combine(database.Folder, "keys"),
            ["Arena:Gateway:LaunchesPerMinute"] = "1000000",
            ["Arena:Gateway:DrainMs"] = "20000",
            ["Arena:Cluster:ListenPort"] = "0",
            ["Arena:Silo:Roles"] = consumers == ConsumerPlace.Together ? "games,consumers" : "games",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        if (relayed is not null)
            _settings["Arena:Nats:Url"] = relayed.Url;
    }

    public PostgresServer Server { get; }

    public CampaignDatabase Database { get; }

    public IReadOnlyList<ArenaProcess> Silos => _silos;

    public IReadOnlyList<ArenaProcess> Gateways => _gateways;

    /// <summary>Null unless consumers are apart.</summary>
    public ConsumerSilo? ConsumerSilo { get; private set; }

    /// <summary>Null unless events are relayed to NATS.</summary>
    public RelayedEvents? Relayed { get; }

    /// <summary>Whether events are consumed at all.</summary>
    public bool HasConsumers => _consumers != ConsumerPlace.Off;

    /// <summary>Where players go.</summary>
    public Uri Address => new($"http://127.0.0.1:{_proxyPort}");

    public static async Task<ClusterFixture> StartAsync(int silos, int gateways, ConsumerPlace consumers, bool relays)
    {
        var server = new PostgresServer { Durable = true };
        var fixture = new ClusterFixture(server, await CampaignDatabase.NewAsync(server), consumers, relays ? new() : null);
        try
        {
            await (fixture.Relayed?.StartAsync() ?? Task.CompletedTask);
            for (var i = 0; i < silos; i++)
                fixture._silos.Add(await ArenaProcess.StartSiloAsync(fixture.Database.Folder, fixture._settings));
            for (var i = 0; i < gateways; i++)
                fixture._gateways.Add(await ArenaProcess.StartAsync(fixture.Database.Folder, fixture._settings));
            if (consumers == ConsumerPlace.Apart)
                fixture.ConsumerSilo = await ConsumerSilo.StartAsync(fixture._settings);
            await fixture.StartProxyAsync();
            return fixture;
        }
        catch
        {
            await fixture.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a silo in the place of one that has ended.</summary>
    public async Task ReplaceSiloAsync(int index)
    {
        await _silos[index].DisposeAsync();
        _silos[index] = await ArenaProcess.StartSiloAsync(Database.Folder, _settings);
    }

    /// <summary>Starts a gateway in the place of one that has ended, at its address.</summary>
    public async Task ReplaceGatewayAsync(int index)
    {
        var port = _gateways[index].Address.Port;
        await _gateways[index].DisposeAsync();
        _gateways[index] = await ArenaProcess.StartAsync(Database.Folder, _settings, port);
    }

    /// <summary>How many sessions each silo has.</summary>
    public async Task<IReadOnlyList<int>> SessionsPerSiloAsync()
    {
        await using var owners = await SessionOwners.ConnectAsync(_settings);
        return await owners.SessionsPerSiloAsync();
    }

    /// <summary>Writes of an owner that had been superseded: there must be none.</summary>
    public async Task<long> StaleWritesAsync()
    {
        await using var connection = new Npgsql.NpgsqlConnection(Database.Settings["Arena:Storage:ConnectionString"]);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            """
            SELECT count(*) FROM (
                SELECT epoch, max(epoch) OVER (PARTITION BY session_id ORDER BY version) AS newest FROM event_log
            ) AS entry WHERE epoch < newest
            """,
            connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
            await _proxy.DisposeAsync();
        if (ConsumerSilo is not null)
            await ConsumerSilo.DisposeAsync();
        foreach (var process in _gateways.Concat(_silos))
            await process.DisposeAsync();
        if (Relayed is not null)
            await Relayed.DisposeAsync();
        await Database.DisposeAsync();
        await Server.DisposeAsync();
    }

    private async Task StartProxyAsync()
    {
        var file = Path.Combine(Database.Folder, "haproxy.cfg");
        var servers = _gateways.Select((gateway, i) =>
            string.Create(CultureInfo.InvariantCulture, $"    server gateway-{i} 127.0.0.1:{gateway.Address.Port} check cookie {i}\n"));
        var template = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "haproxy.cfg"));
        // All players of a campaign share one address.
        var open = template.Replace("sc0_conn_cur gt 1000", "sc0_conn_cur gt 8000", StringComparison.Ordinal)
            .Replace("sc0_http_req_rate gt 3000", "sc0_http_req_rate gt 100000", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, open.Replace("@BIND@", $"127.0.0.1:{_proxyPort}", StringComparison.Ordinal) + string.Concat(servers));
        using var http = new HttpClient { BaseAddress = Address };
        _proxy = await HaProxy.StartAsync(file, http);
    }
}
