namespace Arena.Runtime;

/// <summary>One activation: one instance of a grain in memory, and what belongs to it.</summary>
public interface IGrainContext
{
    /// <summary>The identity of the grain.</summary>
    GrainId GrainId { get; }

    /// <summary>The grain, once it is constructed.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of this activation: a scope that ends with it.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes when the activation has ended.</summary>
    Task Deactivated { get; }

    /// <summary>Asks for the end of the activation, once its running turns have ended. Waiting calls go to a new activation.</summary>
    /// <param name="deactivationReason">Why.</param>
    /// <param name="cancellationToken">Passed on to nothing; kept for Orleans' shape.</param>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
