using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Sessions;

/// <summary>
/// Counts the live sessions that authors without an account launched through this gateway, by network. A session is reserved before it is
/// launched, so that launches at the same moment cannot outrun the limit; which ones have ended is asked only when the limit is met.
/// </summary>
internal sealed class GuestSessions(IDbContextFactory<ArenaDbContext> contexts, IOptions<GatewayOptions> options, TimeProvider time)
{
    /// <summary>Longer than a game takes.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly CallerTable<Dictionary<Guid, Launching>> _networks = new(
        sessions => sessions.Values.All(launching => launching.At < time.GetUtcNow() - Remembered));
    private readonly Lock _gate = new();

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
            else if (_networks.Find(network) is { } sessions && sessions.TryGetValue(session, out var launching))
                sessions[session] = launching with { IsSettled = true };
        }
    }

    private bool TryAdd(string network, Guid session)
    {
        lock (_gate)
        {
            var sessions = _networks.GetOrAdd(network, () => []);
            if (sessions.Count >= options.Value.MaxGuestSessionsPerAddress)
                return false;
            sessions.Add(session, new(time.GetUtcNow(), IsSettled: false));
            return true;
        }
    }

    private List<Guid> Launched(string network)
    {
        lock (_gate)
            return _networks.Find(network) is { } sessions ? [.. sessions.Where(one => one.Value.IsSettled).Select(one => one.Key)] : [];
    }

    private void Remove(string network, Guid session)
    {
        if (_networks.Find(network) is { } sessions && sessions.Remove(session) && sessions.Count == 0)
            _networks.Remove(network);
    }

    private readonly record struct Launching(DateTimeOffset At, bool IsSettled);
}
