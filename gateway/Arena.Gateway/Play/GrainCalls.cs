using System.Collections.Immutable;
using Arena.Game;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Play;

/// <summary>
/// Tries again what may not have taken effect. Safe because every command carries an operation id: one that did take effect answers as it
/// did then.
/// </summary>
internal static class GrainCalls
{
    private const int Attempts = 3;

    /// <summary>A command whose activation turned out stale, or whose outcome is unknown, is repeated a few times.</summary>
    public static async Task<Outcome<T>> RetryAsync<T>(Func<Task<Outcome<T>>> call)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await call();
            if (attempt == Attempts || !IsWorthRetrying(outcome.Refusal))
                return outcome;
        }
    }

    /// <summary>The same for a batch: repeated whole if any of it is worth it.</summary>
    public static async Task<ImmutableArray<Outcome<T>>> RetryAsync<T>(Func<Task<ImmutableArray<Outcome<T>>>> call)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcomes = await call();
            if (attempt == Attempts || !outcomes.Any(outcome => IsWorthRetrying(outcome.Refusal)))
                return outcomes;
        }
    }

    /// <summary>Whether the refusal says nothing about the command itself.</summary>
    public static bool IsUndecided(Refusal? refusal) => refusal is Refusal.OutcomeUnknown or Refusal.Unavailable or Refusal.Overloaded;

    private static bool IsWorthRetrying(Refusal? refusal) => refusal is Refusal.OutcomeUnknown or Refusal.Unavailable;
}
