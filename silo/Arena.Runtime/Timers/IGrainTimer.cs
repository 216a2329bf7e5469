namespace Arena.Runtime;

/// <summary>A timer of one activation. Disposing it is final: no tick begins afterwards.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets the time until the next tick and between ticks.</summary>
    /// <param name="dueTime">Until the next tick; <see cref="Timeout.InfiniteTimeSpan"/> for never.</param>
    /// <param name="period">From the end of a tick to the next; <see cref="Timeout.InfiniteTimeSpan"/> for no more.</param>
    void Change(TimeSpan dueTime, TimeSpan period);
}
