using System.Net;
using Arena.Load.Clusters;
using Arena.TestKit.Clients;
using Arena.TestKit.Processes;

namespace Arena.Gateway.Tests.Cluster;

/// <summary>Silos and gateways as processes of their own, on one PostgreSQL.</summary>
public sealed class ClusterProcessTests(PostgresServer server) : IDisposable
{
    private const string Key = "the key that all processes of this test have";

    private readonly string _folder = Directory.CreateTempSubdirectory("arena-cluster-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_game_resumes_with_every_acknowledged_answer_after_its_silo_is_killed()
    {
        var database = server.ConnectionString(await server.CreateDatabaseAsync());
        await using var one = await ArenaProcess.StartSiloAsync(_folder, Settings(database));
        await using var two = await ArenaProcess.StartSiloAsync(_folder, Settings(database));
        await using var gateway = await ArenaProcess.StartAsync(_folder, Settings(database));
        var api = await new ArenaApi(gateway.Http()).SignInAsync();
        var launch = await api.LaunchAsync(await api.CreateQuizAsync(1, timeLimitMs: 120_000), new { getReadyMs = 0 });
        await using var host = await HubClient.ConnectAsync(gateway.Address);
        await using var ann = await HubClient.ConnectAsync(gateway.Address);
        await using var bob = await HubClient.ConnectAsync(gateway.Address);
        _ = (await host.AttachAsync(launch.HostKey)).Accepted;
        _ = await ann.EnterAsync(launch.Code, "Ann");
        _ = await bob.EnterAsync(launch.Code, "Bob");
        _ = (await host.HostAsync("start", 0)).Accepted;
        await ann.PhaseAsync("asking", 0);
        var operation = Guid.NewGuid();
        Assert.Null((await ann.AnswerOnceOpenAsync(0, 0, operation, "unavailable", "outcomeUnknown")).Refusal);

        await using (var owners = await SessionOwners.ConnectAsync(Settings(database)))
            await (await owners.OwnerAsync(launch.Code) == 0 ? one : two).KillAsync();

        Assert.Null((await bob.AnswerOnceOpenAsync(0, 0, Guid.NewGuid(), "unavailable", "outcomeUnknown")).Refusal);
        Assert.Null((await ann.AnswerAsync(0, 0, operation)).Refusal);
        Assert.Equal("alreadyAnswered", (await ann.AnswerAsync(0, 1)).Refusal);
        var reveal = (await host.PhaseAsync("reveal", 0)).Phase;
        Assert.Equal([2, 0, 0, 0], reveal.GetProperty("tally").GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()));
    }

    [Theory]
    [InlineData("", "Arena:Cluster:Key is missing", "openssl rand")]
    [InlineData("short", "Arena:Cluster:Key", "at least 32")]
    [Asvs("13.2.1", "13.2.3")]
    public async Task A_silo_without_a_key_that_protects_it_does_not_start(string key, string fault, string remedy)
    {
        var settings = Settings(server.ConnectionString(await server.CreateDatabaseAsync()));
        settings["Arena:Cluster:Key"] = key;

        var (exit, log) = await ArenaProcess.RefuseSiloAsync(_folder, settings);

        Assert.Equal(78, exit);
        Assert.Contains(fault, log, StringComparison.Ordinal);
        Assert.Contains(remedy, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_known_stops_the_start_in_a_sentence()
    {
        var (exit, log) = await ArenaProcess.RefuseAsync(_folder, new Dictionary<string, string> { ["Arena:Storage:Provider"] = "oracle" });

        Assert.Equal((78, "Arena does not start: Arena:Storage:Provider is 'oracle'. Give sqlite or postgres."), (exit, log.Trim()));
    }

    [Fact]
    public async Task A_cluster_on_SQLite_does_not_start()
    {
        var (exit, log) = await ArenaProcess.RefuseAsync(_folder, new Dictionary<string, string>
        {
            ["Arena:Cluster:Key"] = Key,
            ["Arena:Storage:Path"] = Path.Combine(_folder, "arena.db"),
        });

        Assert.Equal(78, exit);
        Assert.Contains("Arena:Storage:Provider is not postgres", log, StringComparison.Ordinal);
        Assert.Contains("A cluster needs PostgreSQL", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_with_another_key_is_not_ready_and_its_log_says_what_to_compare()
    {
        var database = server.ConnectionString(await server.CreateDatabaseAsync());
        await using var silo = await ArenaProcess.StartSiloAsync(_folder, Settings(database));
        var wrong = Settings(database);
        wrong["Arena:Cluster:Key"] = "another key, as long as the one of the rest";
        await using var gateway = await ArenaProcess.StartListeningAsync(_folder, wrong);
        using var http = gateway.Http();

        for (var tries = 0; tries < 3; tries++)
        {
            var ready = await http.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
            Assert.Equal(
                (HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
        }

        Assert.Single(gateway.Log.Split('\n'), line => line.Contains("Arena:Cluster:Key", StringComparison.Ordinal));
        Assert.DoesNotContain(Key, silo.Log + gateway.Log, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(string database) => new()
    {
        ["Arena:Storage:Provider"] = "postgres",
        ["Arena:Storage:ConnectionString"] = database,
        ["Arena:Cluster:Key"] = Key,
        ["Arena:Cluster:ListenPort"] = "0",
        ["Arena:Gateway:KeyFolder"] = "keys",
    };
}
