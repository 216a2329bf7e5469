namespace Arena.Runtime;

/// <summary>A plain <see cref="IGrainState{T}"/>.</summary>
/// <typeparam name="T">The state.</typeparam>
public sealed class GrainState<T> : IGrainState<T>
{
    /// <inheritdoc/>
    public T State { get; set; } = default!;

    /// <inheritdoc/>
    public string? ETag { get; set; }

    /// <inheritdoc/>
    public bool RecordExists { get; set; }
}
