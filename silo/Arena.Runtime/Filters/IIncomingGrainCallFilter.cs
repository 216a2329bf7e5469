namespace Arena.Runtime;

/// <summary>
/// Stands between calls and grains. Filters run within the turn, in the order of their registration; a grain that implements this
/// itself comes last. A filter may change arguments, answer in place of the grain, or throw another exception.
/// </summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Handles one call.</summary>
    /// <param name="context">The call.</param>
    /// <returns>Completes when the call has ended.</returns>
    Task Invoke(IIncomingGrainCallContext context);
}
