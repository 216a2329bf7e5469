namespace Arena.Runtime;

/// <summary>What the attributes of a method say.</summary>
[Flags]
public enum GrainMethodOptions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="OneWayAttribute"/>, or an observer's method without a result.</summary>
    OneWay = 1,

    /// <summary><see cref="ReadOnlyAttribute"/>.</summary>
    ReadOnly = 2,

    /// <summary><see cref="AlwaysInterleaveAttribute"/>.</summary>
    AlwaysInterleave = 4,

    /// <summary>The method ends with a <see cref="CancellationToken"/>.</summary>
    Cancellable = 8,
}
