using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime;

/// <summary>The grain of one activation with what was made for it: its scope of services and its persistent states.</summary>
internal sealed class GrainInstance(Activation activation, GrainClass grainClass, SiloServices services)
{
    private readonly AsyncServiceScope _scope = services.Provider.CreateAsyncScope();
    private readonly List<IPersistentStateFacet> _states = [];

    public Grain? Grain { get; private set; }

    public IServiceProvider Services => _scope.ServiceProvider;

    public void AddState(IPersistentStateFacet state) => _states.Add(state);

    /// <summary>Constructs the grain, reads its states and lets it get ready.</summary>
    public async Task ActivateAsync()
    {
        var limit = services.Options.ActivationTimeout;
        using var cancellation = new CancellationTokenSource(limit, services.Time);
        Grain = grainClass.Create(activation);
        await ReadAsync(Grain, cancellation.Token).WaitAsync(limit, services.Time);
    }

    /// <summary>Lets the grain end. A failure is logged, and the activation ends all the same.</summary>
    public async Task DeactivateAsync(DeactivationReason reason)
    {
        if (Grain is null) return;
        var limit = services.Options.DeactivationTimeout;
        using var cancellation = new CancellationTokenSource(limit, services.Time);
        try
        {
            await Grain.OnDeactivateAsync(reason, cancellation.Token).WaitAsync(limit, services.Time);
        }
        catch (Exception exception)
        {
            services.Logger.DeactivationFailed(exception, activation.GrainId);
        }
    }

    /// <summary>Disposes the grain and what was made for it.</summary>
    public async Task ReleaseAsync()
    {
        try
        {
            if (Grain is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else (Grain as IDisposable)?.Dispose();
            await _scope.DisposeAsync();
        }
        catch (Exception exception)
        {
            services.Logger.DeactivationFailed(exception, activation.GrainId);
        }
    }

    private async Task ReadAsync(Grain grain, CancellationToken cancellationToken)
    {
        foreach (var state in _states) await state.ReadAsync();
        await grain.OnActivateAsync(cancellationToken);
    }
}
