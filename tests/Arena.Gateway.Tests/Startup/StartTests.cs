using System.Net;
using System.Net.Sockets;
using Arena.TestKit.Processes;

namespace Arena.Gateway.Tests.Startup;

/// <summary>What the console shows at a start.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_port_that_is_taken_stops_the_start_in_a_sentence_with_the_remedy()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (exit, log) = await ArenaProcess.RefuseAsync(_folder, new Dictionary<string, string>(), port);

        Assert.Equal(78, exit);
        var last = log.Trim().Split('\n')[^1];
        Assert.StartsWith($"Arena does not start: Failed to bind to address http://127.0.0.1:{port}", last, StringComparison.Ordinal);
        Assert.Contains("--Urls http://*:5081", last, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_start_warns_of_nothing()
    {
        await using var arena = await ArenaProcess.StartAsync(_folder);
        Assert.DoesNotContain(arena.Log.Split('\n'), line => line.Contains("\"LogLevel\":\"Warning\"", StringComparison.Ordinal));
    }
}
