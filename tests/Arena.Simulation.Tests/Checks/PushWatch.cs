using Microsoft.Extensions.DependencyInjection;

namespace Arena.Simulation.Tests;

/// <summary>Looks at every frame: a silo that does not hold its lease pushes nothing to a gateway.</summary>
internal sealed class PushWatch(TestCluster cluster, Violations violations)
{
    private const byte Request = (byte)FrameKind.Request;

    public void Sending(string from, string to, ReadOnlyMemory<byte> frame)
    {
        if (frame.Span[0] != Request || !cluster.Clients.Any(client => client.Name == to))
            return;
        var silo = cluster.Silos.First(silo => silo.Name == from);
        if (!silo.Services.GetRequiredService<SiloLease>().IsHeld || !cluster.Store.HoldsLease(silo.Address!.Value))
            violations.Add($"{silo.Address} pushed to {to} without holding its lease");
    }
}
