namespace Arena.Runtime;

/// <summary>What the engine needs of a grain class. Derive from <see cref="Grain"/>.</summary>
public interface IGrainBase
{
    /// <summary>The activation that runs the grain.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Runs before the first turn, after the persistent states were read.</summary>
    /// <param name="cancellationToken">Ends when the activation takes too long.</param>
    /// <returns>Completes when the grain is ready. A failure is reported to the callers, and the next call tries anew.</returns>
    Task OnActivateAsync(CancellationToken cancellationToken);

    /// <summary>Runs after the last turn. It may be skipped when the process dies.</summary>
    /// <param name="reason">Why the activation ends.</param>
    /// <param name="cancellationToken">Ends when the deactivation takes too long.</param>
    /// <returns>Completes when the grain is done.</returns>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken);
}
