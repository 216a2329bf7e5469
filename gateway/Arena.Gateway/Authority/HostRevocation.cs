using Arena.Gateway.Play;

namespace Arena.Gateway.Authority;

/// <summary>Closes the hosting connections of this gateway whose sign-in has ended, or who may not host the game any more.</summary>
internal sealed class HostRevocation(SessionConnections sockets, HostAccess access)
{
    public Task CloseAsync(CancellationToken cancel) => CloseAsync(sockets.All, cancel);

    /// <summary>Those of one game.</summary>
    public Task CloseAsync(Guid session, CancellationToken cancel) =>
        CloseAsync([.. sockets.All.Where(socket => socket.Session == session)], cancel);

    private async Task CloseAsync(IReadOnlyCollection<SessionConnection> held, CancellationToken cancel)
    {
        if (held.Count == 0)
            return;
        var allowed = await access.AllowedAsync([.. held.Select(socket => (socket.SignIn, socket.Session)).Distinct()], cancel);
        await sockets.CloseAsync(socket => held.Contains(socket) && !allowed.Contains((socket.SignIn, socket.Session)));
    }
}
