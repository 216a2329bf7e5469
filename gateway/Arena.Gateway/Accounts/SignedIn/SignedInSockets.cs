using System.Collections.Concurrent;

namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>The connections of this gateway that end with their sign-in.</summary>
internal sealed class SignedInSockets
{
    private readonly ConcurrentDictionary<string, SignedInSocket> _sockets = new(StringComparer.Ordinal);

    public IReadOnlyCollection<SignedInSocket> All => [.. _sockets.Values];

    public void Came(SignedInSocket socket) => _sockets[socket.ConnectionId] = socket;

    public void Went(string connectionId) => _sockets.TryRemove(connectionId, out _);

    public Task CloseAsync(Func<SignedInSocket, bool> which) => Task.WhenAll(_sockets.Values.Where(which).Select(socket =>
    {
        Went(socket.ConnectionId);
        return socket.Close();
    }));
}
