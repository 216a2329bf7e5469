using Microsoft.Extensions.DependencyInjection;

namespace Arena.Simulation.Tests;

/// <summary>
/// Looks at every turn as it begins: its silo must still hold its lease, by its own count and, whatever it believes, by the store's. After
/// that another silo may own the grain.
/// </summary>
internal sealed class LeaseWatch(IServiceProvider services, MemoryClusterStore store, Violations violations) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        var silo = services.GetRequiredService<Silo>().Address!.Value;
        if (!services.GetRequiredService<SiloLease>().IsHeld || !store.HoldsLease(silo))
            violations.Add($"{silo} began a turn, {context.MethodName} on {context.TargetId}, without holding its lease");
        return context.Invoke();
    }
}
