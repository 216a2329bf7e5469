using System.Collections.Concurrent;

namespace Arena.Gateway.Play;

/// <summary>The connections of this gateway that end with their sign-in.</summary>
internal sealed class SessionConnections
{
    private readonly ConcurrentDictionary<string, SessionConnection> _sockets = new(StringComparer.Ordinal);

    public IReadOnlyCollection<SessionConnection> All => [.. _sockets.Values];

    public void Add(SessionConnection socket) => _sockets[socket.ConnectionId] = socket;

    public void Remove(string connectionId) => _sockets.TryRemove(connectionId, out _);

    public Task CloseAsync(Func<SessionConnection, bool> which) => Task.WhenAll(_sockets.Values.Where(which).Select(socket =>
    {
        Remove(socket.ConnectionId);
        return socket.Close();
    }));
}
