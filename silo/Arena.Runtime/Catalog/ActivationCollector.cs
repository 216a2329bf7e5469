namespace Arena.Runtime;

/// <summary>Looks from time to time for activations that nobody has called for the collection age, and deactivates them.</summary>
internal sealed class ActivationCollector : IDisposable
{
    private readonly ITimer _timer;

    public ActivationCollector(SiloServices services, Catalog catalog)
    {
        var age = services.Options.CollectionAge;
        var quantum = services.Options.CollectionQuantum;
        _timer = services.Time.CreateTimer(
            _ =>
            {
                foreach (var activation in catalog.Activations()) activation.CollectIfIdle(age);
            },
            null,
            quantum,
            quantum);
    }

    public void Dispose() => _timer.Dispose();
}
