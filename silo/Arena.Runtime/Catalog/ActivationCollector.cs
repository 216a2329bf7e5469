namespace Arena.Runtime;

/// <summary>
/// Looks from time to time for activations that nobody has called for the collection age, and deactivates them; and gives up the
/// placement groups that are left without any.
/// </summary>
internal sealed class ActivationCollector : IDisposable
{
    private readonly ITimer _timer;

    public ActivationCollector(SiloServices services, Catalog catalog, ClusterSeat? seat)
    {
        var age = services.Options.CollectionAge;
        var quantum = services.Options.CollectionQuantum;
        _timer = services.Time.CreateTimer(
            _ =>
            {
                foreach (var activation in catalog.Activations()) activation.CollectIfIdle(age);
                _ = seat?.SweepAsync();
            },
            null,
            quantum,
            quantum);
    }

    public void Dispose() => _timer.Dispose();
}
