using System.Diagnostics.CodeAnalysis;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>
/// Counts join codes that were tried in vain, by network. A try is reserved before the code is looked up and given back if it was right, so
/// that guesses which are made at the same moment cannot outrun the limit.
/// </summary>
internal sealed class CodeMisses(IOptions<GatewayOptions> options, TimeProvider time)
{
    private readonly CallerTable<NetworkMisses> _networks = new(misses => misses.IsIdle(time.MonotonicMs()));
    private readonly Lock _gate = new();

    public long NowMs => time.MonotonicMs();

    public bool IsKnown(string network, string code)
    {
        lock (_gate)
            return _networks.Find(network)?.IsKnown(code) == true;
    }

    /// <summary>Reserves one try of a connection in its network.</summary>
    /// <param name="network">The caller's.</param>
    /// <param name="connection">What the connection itself may still miss: one that guesses uses up its own first.</param>
    /// <param name="reserved">To be settled once it is known whether the code was right.</param>
    /// <param name="refused">Why there is none.</param>
    public bool TryReserve(
        string network, TokenBudget connection, [NotNullWhen(true)] out ReservedTry? reserved, [NotNullWhen(false)] out RefusedTry? refused)
    {
        var nowMs = NowMs;
        lock (_gate)
        {
            (reserved, refused) = (null, null);
            if (!connection.TryTake(nowMs))
            {
                refused = new(connection.WaitMs(nowMs), null);
                return false;
            }
            var misses = Of(network, nowMs);
            if (misses.Misses.TryTake(nowMs))
                reserved = new(misses, connection, misses.Misses);
            else if (misses.Trickle.TryTake(nowMs))
                reserved = new(misses, connection, misses.Trickle);
            if (reserved is not null)
            {
                misses.Begin();
                return true;
            }
            connection.GiveBack();
            refused = new(Math.Min(misses.Misses.WaitMs(nowMs), misses.Trickle.WaitMs(nowMs)), misses.Freed);
            return false;
        }
    }

    /// <summary>The code was looked up: a miss uses the reservation up, a hit gives it back.</summary>
    public void Settle(ReservedTry reserved, bool isMiss)
    {
        lock (_gate)
        {
            if (!isMiss)
            {
                reserved.Connection.GiveBack();
                reserved.Budget.GiveBack();
            }
            reserved.Network.End(isMiss);
        }
    }

    /// <summary>The network has found a session by this code.</summary>
    public void Learn(string network, string code)
    {
        lock (_gate)
            Of(network, NowMs).Learn(code);
    }

    /// <summary>There is no session of this code any more.</summary>
    public void Forget(string network, string code)
    {
        lock (_gate)
            _networks.Find(network)?.Forget(code);
    }

    private NetworkMisses Of(string network, long nowMs) =>
        _networks.GetOrAdd(network, () => new(options.Value.CodeMissBurst, options.Value.CodeMissesPerMinute, nowMs));
}

/// <summary>One try that is under way.</summary>
internal sealed record ReservedTry(NetworkMisses Network, TokenBudget Connection, TokenBudget Budget);

/// <summary>A try that there was no room for.</summary>
/// <param name="WaitMs">How long to wait, if every try under way misses.</param>
/// <param name="Freed">Completes when a try under way may have made room; null if the connection itself has none left, or if none is under way.</param>
internal sealed record RefusedTry(int WaitMs, Task? Freed);
