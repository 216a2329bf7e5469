using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Groups;

/// <summary>
/// Slows down callers who guess codes of groups: a code of no group costs the account and its network a try each. A right code costs nothing, so
/// that a class can join at once. An account that has used up its own tries takes none of its network's.
/// </summary>
internal sealed class GroupCodeGuard(IOptions<GatewayOptions> options, TimeProvider time)
{
    /// <summary>More than a person mistypes; a guesser needs far more.</summary>
    private const int AccountBurst = 10;
    private const int AccountPerMinute = 5;

    private readonly CodeMisses _networks = new(options, time);
    private readonly CallerTable<TokenBudget> _accounts = new(budget => budget.IsFull(time.MonotonicMs()));
    private readonly Lock _gate = new();

    /// <param name="network">The caller's.</param>
    /// <param name="account">The caller.</param>
    /// <param name="find">Looks a code up.</param>
    /// <param name="cancel">Stops the wait.</param>
    /// <returns>What was found, if anything; or how long to wait, if the code was not looked up.</returns>
    public async Task<(T? Found, TimeSpan? Wait)> TryAsync<T>(string network, Guid account, Func<Task<T?>> find, CancellationToken cancel)
        where T : class
    {
        while (true)
        {
            var (reserved, refused) = Reserve(network, account);
            if (reserved is not null)
                return (await LookUpAsync(reserved, find), null);
            // A class that joins at the same moment waits for the first of its answers.
            if (refused!.Freed is not { } freed)
                return (null, TimeSpan.FromMilliseconds(refused.WaitMs));
            await freed.WaitAsync(cancel);
        }
    }

    private (ReservedTry? Reserved, RefusedTry? Refused) Reserve(string network, Guid account)
    {
        lock (_gate)
        {
            var budget = _accounts.GetOrAdd($"{account}", () => new(AccountBurst, AccountPerMinute, time.MonotonicMs()));
            return _networks.TryReserve(network, budget, out var reserved, out var refused) ? (reserved, null) : (null, refused);
        }
    }

    private async Task<T?> LookUpAsync<T>(ReservedTry reserved, Func<Task<T?>> find)
        where T : class
    {
        var isMiss = false;
        try
        {
            var found = await find();
            isMiss = found is null;
            return found;
        }
        finally
        {
            lock (_gate)
                _networks.Settle(reserved, isMiss);
        }
    }
}
