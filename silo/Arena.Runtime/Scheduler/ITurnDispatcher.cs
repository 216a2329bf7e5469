namespace Arena.Runtime;

/// <summary>
/// The seam between turns and threads: everything a silo runs goes through one dispatcher. The default hands work to the thread
/// pool; a simulation keeps it in a queue of its own and runs it in an order it chooses.
/// </summary>
public interface ITurnDispatcher
{
    /// <summary>
    /// Runs a work item once, later, outside any caller's execution context. It must not be run within this call.
    /// </summary>
    /// <param name="workItem">The work: a burst of turns of one activation. The same item is handed over again when it has more to do.</param>
    void Dispatch(IThreadPoolWorkItem workItem);
}
