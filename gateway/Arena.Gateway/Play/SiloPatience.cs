namespace Arena.Gateway.Play;

/// <summary>
/// A silo that dies or moves its sessions is out of reach for a moment. Whoever calls waits it out here and tries again, which is safe
/// because everything that a gateway asks of a grain may be repeated: commands carry an operation id, all else only tells or reads.
/// </summary>
internal sealed class SiloPatience(TimeProvider time)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(ConnectionTimings.GrainRetryMs);

    /// <exception cref="SiloUnavailableException">It is still out of reach.</exception>
    public async ValueTask<T> RetryAsync<T>(Func<ValueTask<T>> call, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                return await call();
            }
            catch (SiloUnavailableException) when (!cancel.IsCancellationRequested && time.GetElapsedTime(started) + wait < Patience)
            {
                await Task.Delay(wait, time, cancel);
            }
        }
    }
}
