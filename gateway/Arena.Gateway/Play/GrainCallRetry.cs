using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Play;

/// <summary>
/// The one retry policy of the gateway, for each grain call: a call that may not have taken effect is repeated, which is safe because everything
/// that a gateway asks of a grain may be repeated. Commands carry an operation id, and one that did take effect answers as it did then; all other
/// calls only notify or read. A silo that dies, moves its sessions or does not answer is waited for until the deadline of
/// <see cref="ConnectionTimings.GrainRetryMs"/>; a refusal that says nothing about the command is repeated a few times at once.
/// </summary>
internal sealed class GrainCallRetry(TimeProvider time)
{
    /// <summary>How often a call is made whose refusal says nothing about the command.</summary>
    public const int Attempts = 3;

    /// <summary>Before the second attempt at a call that was lost.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(25);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(ConnectionTimings.GrainRetryMs);

    /// <summary>A command or a question that may be refused.</summary>
    /// <exception cref="SiloUnavailableException">The silo is still out of reach at the deadline.</exception>
    /// <exception cref="TimeoutException">The silo still does not answer at the deadline.</exception>
    public Task<Outcome<T>> CallAsync<T>(Func<Task<Outcome<T>>> call, CancellationToken cancel = default)
        where T : class => RepeatAsync(call, outcome => IsWorthRetrying(outcome.Refusal), cancel);

    /// <summary>The same for a question that is answered by a refusal alone.</summary>
    /// <inheritdoc cref="CallAsync{T}(Func{Task{Outcome{T}}}, CancellationToken)"/>
    public Task<GameErrorCode?> CallAsync(Func<Task<GameErrorCode?>> call, CancellationToken cancel = default) => RepeatAsync(call, IsWorthRetrying, cancel);

    /// <summary>The same for a call that is not refused.</summary>
    /// <inheritdoc cref="CallAsync{T}(Func{Task{Outcome{T}}}, CancellationToken)"/>
    public Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancel = default) => RepeatAsync(call, _ => false, cancel);

    /// <summary>The same for a notification.</summary>
    /// <inheritdoc cref="CallAsync{T}(Func{Task{Outcome{T}}}, CancellationToken)"/>
    public Task CallAsync(Func<Task> call, CancellationToken cancel = default) => CallAsync(
        async () =>
        {
            await call();
            return true;
        },
        cancel);

    /// <summary>Whether a call failed because its silo was out of reach or did not answer in time.</summary>
    public static bool IsLost(Exception failed) => failed is SiloUnavailableException or TimeoutException;

    /// <summary>Whether the refusal says nothing about the command itself.</summary>
    public static bool IsUndecided(GameErrorCode? refusal) => refusal is GameErrorCode.OutcomeUnknown or GameErrorCode.Unavailable or GameErrorCode.Overloaded;

    /// <summary>Whether the activation turned out stale, or could not say whether the command took effect: another attempt may.</summary>
    public static bool IsWorthRetrying(GameErrorCode? refusal) => refusal is GameErrorCode.OutcomeUnknown or GameErrorCode.Unavailable;

    /// <summary>The wait before the attempt after the next.</summary>
    public static TimeSpan NextWait(TimeSpan wait) => wait * 2 < LongestWait ? wait * 2 : LongestWait;

    /// <summary>The moment, to compare with later.</summary>
    public long Timestamp() => time.GetTimestamp();

    /// <summary>Whether a call that began then may be repeated after the wait, before the deadline.</summary>
    public bool HasTime(long started, TimeSpan wait) => time.GetElapsedTime(started) + wait < Deadline;

    public Task WaitAsync(TimeSpan wait, CancellationToken cancel) => Task.Delay(wait, time, cancel);

    private async Task<T> RepeatAsync<T>(Func<Task<T>> call, Func<T, bool> isWorthRetrying, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        var (wait, replies) = (FirstWait, 0);
        while (true)
        {
            try
            {
                var reply = await call();
                if (++replies == Attempts || !isWorthRetrying(reply))
                    return reply;
            }
            catch (Exception lost) when (IsLost(lost) && !cancel.IsCancellationRequested && HasTime(started, wait))
            {
                await WaitAsync(wait, cancel);
                wait = NextWait(wait);
            }
        }
    }
}
