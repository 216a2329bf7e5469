using System.Threading.RateLimiting;
using Arena.Gateway.Threading;

namespace Arena.Gateway.Accounts.Passwords;

/// <summary>
/// Passwords are hashed two at once at most, independent of the number of sign-ins, and at the lowest priority: games on the same machine
/// keep their cores. One place is for browsers that were signed in to the account before and one for strangers, so that a flood of guesses
/// never keeps an owner out.
/// </summary>
internal sealed class PasswordQueue : IDisposable
{
    private const int Waiting = 32;

    private readonly ConcurrencyLimiter _known = Lane();
    private readonly ConcurrencyLimiter _strangers = Lane();

    /// <param name="isKnown">Whether the browser was signed in to the account before.</param>
    /// <param name="hash">The work, which does not wait for anything.</param>
    /// <param name="cancel">The caller is gone.</param>
    /// <exception cref="PasswordQueueFullException">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(bool isKnown, Func<Task<T>> hash, CancellationToken cancel)
    {
        using var place = await (isKnown ? _known : _strangers).AcquireAsync(1, cancel);
        return place.IsAcquired ? await Background.RunAsync(hash) : throw new PasswordQueueFullException();
    }

    public void Dispose()
    {
        _known.Dispose();
        _strangers.Dispose();
    }

    private static ConcurrencyLimiter Lane() => new(new()
    {
        PermitLimit = 1,
        QueueLimit = Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
