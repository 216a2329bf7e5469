using System.Collections.Immutable;
using Arena.Game;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Play;

/// <summary>
/// Repeats grain calls that may not have taken effect, which is safe because everything that a gateway asks of a grain may be repeated:
/// commands carry an operation id, and one that did take effect answers as it did then; all other calls only notify or read. A silo that dies,
/// moves its sessions or does not answer is waited for until the deadline of <see cref="ConnectionTimings.GrainRetryMs"/>; a refusal that
/// says nothing about the command is repeated a few times at once.
/// </summary>
internal sealed class GrainCallRetry(TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>Before the second attempt at a call that was lost.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(25);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(ConnectionTimings.GrainRetryMs);

    /// <summary>Repeats a call that does not reach its silo, or is not answered in time.</summary>
    /// <exception cref="SiloUnavailableException">The silo is still out of reach at the deadline.</exception>
    /// <exception cref="TimeoutException">The silo still does not answer at the deadline.</exception>
    public async ValueTask<T> UntilReachedAsync<T>(Func<ValueTask<T>> call, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        for (var wait = FirstWait; ; wait = NextWait(wait))
        {
            try
            {
                return await call();
            }
            catch (Exception lost) when (IsLost(lost) && !cancel.IsCancellationRequested && HasTime(started, wait))
            {
                await WaitAsync(wait, cancel);
            }
        }
    }

    /// <summary>Whether a call failed because its silo was out of reach or did not answer in time.</summary>
    public static bool IsLost(Exception failed) => failed is SiloUnavailableException or TimeoutException;

    /// <summary>The wait before the attempt after the next.</summary>
    public static TimeSpan NextWait(TimeSpan wait) => wait * 2 < LongestWait ? wait * 2 : LongestWait;

    /// <summary>The moment, to compare with later.</summary>
    public long Timestamp() => time.GetTimestamp();

    /// <summary>Whether a call that began then may be repeated after the wait, before the deadline.</summary>
    public bool HasTime(long started, TimeSpan wait) => time.GetElapsedTime(started) + wait < Deadline;

    public Task WaitAsync(TimeSpan wait, CancellationToken cancel) => Task.Delay(wait, time, cancel);

    /// <summary>Repeats a command whose activation turned out stale, or whose outcome is unknown.</summary>
    public static Task<Outcome<T>> UntilDecidedAsync<T>(Func<Task<Outcome<T>>> call)
        where T : class => WhileAsync(outcome => IsWorthRetrying(outcome.Refusal), call);

    /// <summary>The same for a question that is answered by a refusal alone.</summary>
    public static Task<GameErrorCode?> UntilDecidedAsync(Func<Task<GameErrorCode?>> call) => WhileAsync(IsWorthRetrying, call);

    /// <summary>The same for a batch: repeated whole if any of it is worth it.</summary>
    public static Task<ImmutableArray<Outcome<T>>> UntilDecidedAsync<T>(Func<Task<ImmutableArray<Outcome<T>>>> call)
        where T : class => WhileAsync(outcomes => outcomes.Any(outcome => IsWorthRetrying(outcome.Refusal)), call);

    /// <summary>Whether the refusal says nothing about the command itself.</summary>
    public static bool IsUndecided(GameErrorCode? refusal) => refusal is GameErrorCode.OutcomeUnknown or GameErrorCode.Unavailable or GameErrorCode.Overloaded;

    private static async Task<T> WhileAsync<T>(Func<T, bool> isWorthRetrying, Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await call();
            if (attempt == Attempts || !isWorthRetrying(answer))
                return answer;
        }
    }

    private static bool IsWorthRetrying(GameErrorCode? refusal) => refusal is GameErrorCode.OutcomeUnknown or GameErrorCode.Unavailable;
}
