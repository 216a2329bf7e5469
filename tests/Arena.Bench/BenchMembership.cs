using System.Globalization;
using Arena.TestKit.Processes;

namespace Arena.Bench;

/// <summary>Where silos find each other: the first of them informs the others, at ports that are chosen beforehand.</summary>
internal sealed class BenchMembership : IAsyncDisposable
{
    private BenchMembership(IReadOnlyList<string> silos) => Silos = silos;

    /// <summary>The settings of each silo.</summary>
    public IReadOnlyList<string> Silos { get; }

    public static Task<BenchMembership> OpenAsync(int silos)
    {
        var first = FreePorts.Next();
        return Task.FromResult(new BenchMembership(
            [.. Enumerable.Range(0, silos).Select(number => $"{(number == 0 ? first : FreePorts.Next())},{FreePorts.Next()},{first}")]));
    }

    public static (int Silo, int Gateway, int First) PortsOf(string silo) =>
        silo.Split(',').Select(port => int.Parse(port, CultureInfo.InvariantCulture)).ToArray() is [var own, var gateway, var first]
            ? (own, gateway, first)
            : throw new ArgumentException($"Not three ports: {silo}", nameof(silo));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
