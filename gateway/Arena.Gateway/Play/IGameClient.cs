using Arena.Game.Views;

namespace Arena.Gateway.Play;

/// <summary>
/// What the server sends to a browser. Frames are whole states, not steps: the newest one is enough. A frame whose
/// <c>(epoch, sequence)</c> is not greater than the last one's is old and must be dropped; after a gap the newest frame is still complete.
/// </summary>
public interface IGameClient
{
    /// <summary>What everyone in the session sees.</summary>
    Task Session(SessionFrame frame);

    /// <summary>What this player alone sees, and what everyone sees at the same moment if that has changed too.</summary>
    Task Seat(SeatFrame frame);

    /// <summary>Measures the link of a player, now and then. Answer with <see cref="IGameHub.Pong"/> at once, with the same nonce.</summary>
    Task Ping(long nonce);

    /// <summary>
    /// A call of this connection has taken a while and is still being worked on. Shows a caller that the connection is alive: its call needs
    /// no other one.
    /// </summary>
    Task InProgress();

    /// <summary>What hosts see: merge <see cref="HostView.Changed"/> into the roster by seat. On a gap in the sequence, attach again.</summary>
    Task Host(HostFrame frame);

    /// <summary>What players reacted, for hosts: four times a second at most. Shown for a moment and not kept.</summary>
    Task Reactions(ReactionsFrame frame);

    /// <summary>The server is about to close this connection, and why. Do not reconnect by yourself unless <see cref="ClosedFrame.Reconnect"/>.</summary>
    Task Closed(ClosedFrame frame);
}
