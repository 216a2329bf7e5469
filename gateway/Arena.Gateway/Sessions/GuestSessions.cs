using Arena.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Sessions;

/// <summary>
/// Counts the live sessions that authors without an account launched through this gateway, by network. A session is reserved before it is
/// launched, so that launches at the same moment cannot outrun the limit; which ones have ended is asked only when the limit is met.
/// </summary>
internal sealed class GuestSessions(IDbContextFactory<ArenaDbContext> contexts, IOptions<GatewayOptions> options, TimeProvider time)
{
    /// <summary>Networks that are remembered before those whose launches are long ago are forgotten.</summary>
    private const int MaxNetworks = 10_000;

    /// <summary>Longer than a game takes.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly Dictionary<string, Dictionary<Guid, Launching>> _networks = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _sweepAt = MaxNetworks;

    /// <returns>Whether the network may have one more; then <see cref="Settle"/> has to follow.</returns>
    public async Task<bool> TryReserveAsync(string network, Guid session, CancellationToken cancel)
    {
        if (TryAdd(network, session))
            return true;
        var launched = Launched(network);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var live = await context.GameSessions
            .Where(row => launched.Contains(row.Id) && row.Status == SessionStatus.Live).Select(row => row.Id).ToListAsync(cancel);
        lock (_gate)
        {
            foreach (var ended in launched.Except(live))
                Remove(network, ended);
        }
        return TryAdd(network, session);
    }

    /// <summary>The launch is over.</summary>
    /// <param name="network">The caller's.</param>
    /// <param name="session">Which one.</param>
    /// <param name="isRefused">Whether it is certain that there is no such session.</param>
    public void Settle(string network, Guid session, bool isRefused)
    {
        lock (_gate)
        {
            if (isRefused)
                Remove(network, session);
            else if (_networks.TryGetValue(network, out var sessions) && sessions.TryGetValue(session, out var launching))
                sessions[session] = launching with { IsSettled = true };
        }
    }

    private bool TryAdd(string network, Guid session)
    {
        lock (_gate)
        {
            if (!_networks.TryGetValue(network, out var sessions))
            {
                Sweep();
                _networks.Add(network, sessions = []);
            }
            if (sessions.Count >= options.Value.MaxGuestSessionsPerAddress)
                return false;
            sessions.Add(session, new(time.GetUtcNow(), IsSettled: false));
            return true;
        }
    }

    private List<Guid> Launched(string network)
    {
        lock (_gate)
            return _networks.TryGetValue(network, out var sessions) ? [.. sessions.Where(one => one.Value.IsSettled).Select(one => one.Key)] : [];
    }

    private void Remove(string network, Guid session)
    {
        if (_networks.TryGetValue(network, out var sessions) && sessions.Remove(session) && sessions.Count == 0)
            _networks.Remove(network);
    }

    private void Sweep()
    {
        if (_networks.Count < _sweepAt)
            return;
        var since = time.GetUtcNow() - Remembered;
        foreach (var (network, sessions) in _networks)
        {
            if (sessions.Values.All(launching => launching.At < since))
                _networks.Remove(network);
        }
        _sweepAt = Math.Max(MaxNetworks, 2 * _networks.Count);
    }

    private readonly record struct Launching(DateTimeOffset At, bool IsSettled);
}
