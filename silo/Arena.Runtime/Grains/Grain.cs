using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime;

/// <summary>
/// The base of grain classes. Everything a grain does runs in turns, one at a time, on the activation's own scheduler: an await
/// without ConfigureAwait comes back to it.
/// </summary>
public abstract class Grain : IGrainBase, IAddressable
{
    private readonly IGrainContext? _context;

    /// <summary>Binds the grain to the activation that constructs it.</summary>
    protected Grain() => _context = Activation.Constructing;

    /// <inheritdoc/>
    public IGrainContext GrainContext => _context
        ?? throw new InvalidOperationException($"This {GetType().Name} was constructed outside the engine and has no activation.");

    /// <summary>The identity as text.</summary>
    public string IdentityString => GrainContext.GrainId.ToString();

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => ServiceProvider.GetRequiredService<IGrainFactory>();

    /// <summary>The services of this activation.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    /// <inheritdoc/>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation when its running turns have ended. The next call makes a new one.</summary>
    protected void DeactivateOnIdle() => GrainContext.Deactivate(
        new DeactivationReason(DeactivationReasonCode.ApplicationRequested, $"{nameof(DeactivateOnIdle)} was called."));

    /// <summary>Keeps the activation from being collected for a time, idle or not.</summary>
    /// <param name="timeSpan">How long from now; zero or less lifts an earlier delay.</param>
    protected void DelayDeactivation(TimeSpan timeSpan) => ((Activation)GrainContext).DelayCollection(timeSpan);
}
