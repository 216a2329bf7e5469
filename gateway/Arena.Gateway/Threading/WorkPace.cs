namespace Arena.Gateway.Threading;

/// <summary>The pauses of long work that is done in parts: after each as long as it took, so that games get at least as much time as the work.</summary>
/// <param name="time">Not the game's clock, which tests stop: work knows no virtual time.</param>
internal sealed class WorkPace(TimeProvider time)
{
    /// <summary>When a part begins.</summary>
    public long Begin() => time.GetTimestamp();

    /// <param name="began">When the part began that was just done.</param>
    /// <param name="cancel">The caller is gone.</param>
    public Task PauseAsync(long began, CancellationToken cancel) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(time.GetElapsedTime(began).TotalMilliseconds)), time, cancel);
}
