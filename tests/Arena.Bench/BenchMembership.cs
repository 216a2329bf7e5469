using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Arena.Bench;

/// <summary>Where silos find each other: the first of them informs the others, at ports that are chosen beforehand.</summary>
internal sealed class BenchMembership : IAsyncDisposable
{
    private BenchMembership(IReadOnlyList<string> silos) => Silos = silos;

    /// <summary>The settings of each silo.</summary>
    public IReadOnlyList<string> Silos { get; }

    public static Task<BenchMembership> OpenAsync(int silos)
    {
        var first = FreePort();
        return Task.FromResult(new BenchMembership(
            [.. Enumerable.Range(0, silos).Select(number => $"{(number == 0 ? first : FreePort())},{FreePort()},{first}")]));
    }

    public static (int Silo, int Gateway, int First) PortsOf(string silo) =>
        silo.Split(',').Select(port => int.Parse(port, CultureInfo.InvariantCulture)).ToArray() is [var own, var gateway, var first]
            ? (own, gateway, first)
            : throw new ArgumentException($"Not three ports: {silo}", nameof(silo));

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
