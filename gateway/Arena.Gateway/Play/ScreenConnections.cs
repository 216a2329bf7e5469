using Arena.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Play;

/// <summary>The connections of this gateway that watch sessions: limited for each session, and closed when their link is withdrawn.</summary>
internal sealed class ScreenConnections(IOptions<GatewayOptions> options)
{
    private readonly Dictionary<Guid, Dictionary<string, ScreenConnection>> _sessions = [];
    private readonly Lock _gate = new();

    /// <summary>The tokens of all links that are in use here.</summary>
    public IReadOnlySet<string> Tokens
    {
        get
        {
            lock (_gate)
                return _sessions.Values.SelectMany(screens => screens.Values).Select(screen => screen.Token).ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <returns>Whether there is room for one more.</returns>
    public bool TryAdd(ScreenConnection screen)
    {
        lock (_gate)
        {
            var screens = _sessions.GetValueOrDefault(screen.Session) ?? [];
            if (screens.Count >= options.Value.MaxScreensPerSession)
                return false;
            screens[screen.ConnectionId] = screen;
            _sessions[screen.Session] = screens;
            return true;
        }
    }

    public void Remove(Guid session, string connectionId)
    {
        lock (_gate)
        {
            if (_sessions.TryGetValue(session, out var screens) && screens.Remove(connectionId) && screens.Count == 0)
                _sessions.Remove(session);
        }
    }

    /// <summary>Closes those who came by a link that is withdrawn.</summary>
    public Task CloseAsync(Func<string, bool> isWithdrawn)
    {
        ScreenConnection[] closed;
        lock (_gate)
            closed = [.. _sessions.Values.SelectMany(screens => screens.Values).Where(screen => isWithdrawn(screen.Token))];
        return Task.WhenAll(closed.Select(screen => screen.Close()));
    }
}
