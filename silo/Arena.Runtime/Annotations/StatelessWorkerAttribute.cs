namespace Arena.Runtime;

/// <summary>
/// The grain has no identity of its own: each silo runs up to a number of activations per key, made as calls find the others busy.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute : Attribute
{
    /// <summary>As many workers as the machine has processors.</summary>
    public StatelessWorkerAttribute()
        : this(-1)
    {
    }

    /// <summary>Up to a number of workers.</summary>
    /// <param name="maxLocalWorkers">The most activations per key and silo; -1 for the number of processors.</param>
    public StatelessWorkerAttribute(int maxLocalWorkers) => MaxLocalWorkers = maxLocalWorkers;

    /// <summary>The most activations per key and silo; -1 for the number of processors.</summary>
    public int MaxLocalWorkers { get; }
}
