using System.Diagnostics.CodeAnalysis;

namespace Arena.Runtime;

/// <summary>How a grain timer ticks.</summary>
public readonly struct GrainTimerCreationOptions
{
    /// <summary>Options to be set by an initialiser.</summary>
    public GrainTimerCreationOptions()
    {
    }

    /// <summary>Options with both times.</summary>
    /// <param name="dueTime">Until the first tick.</param>
    /// <param name="period">From the end of a tick to the next.</param>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Until the first tick; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>From the end of a tick to the next; <see cref="Timeout.InfiniteTimeSpan"/> for a single tick.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether a tick may begin while another turn is waiting. By default it waits for its turn.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick counts as activity, so that the activation is not collected. By default it does not.</summary>
    public bool KeepAlive { get; init; }
}
