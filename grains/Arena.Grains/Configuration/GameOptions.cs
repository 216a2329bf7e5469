using System.ComponentModel.DataAnnotations;

namespace Arena.Grains.Configuration;

/// <summary>The bounds and rhythms of games on one silo. Section <c>Arena:Game</c>.</summary>
public sealed class GameOptions
{
    public const string Section = "Arena:Game";

    /// <summary>Live sessions on this silo.</summary>
    [Range(1, 1_000_000)]
    public int MaxSessions { get; set; } = 5_000;

    /// <summary>Commands a session queues before it refuses.</summary>
    [Range(16, 1_000_000)]
    public int MaxQueuedCommands { get; set; } = 50_000;

    /// <summary>
    /// A snapshot of a session is kept at the end of a question when so many entries were added to its journal since the last: an activation
    /// replays little more than those.
    /// </summary>
    [Range(1, 1_000_000)]
    public int SnapshotEntries { get; set; } = 1_000;

    /// <summary>How long a host may be disconnected before a game that was launched to continue without its host does so, in milliseconds.</summary>
    [Range(1_000, 600_000)]
    public int HostLeaseMs { get; set; } = 30_000;

    /// <summary>
    /// A session in which nothing happens (no join, no answer, no host command) ends after so many minutes; hosts are warned ten minutes
    /// before, or half of the time before if that is less.
    /// </summary>
    [Range(2, 1_440)]
    public int IdleExpiryMinutes { get; set; } = 120;

    /// <summary>
    /// How long a player who lost the connection is still waited for, in milliseconds. When two or more, and more than a fifth of all players,
    /// are lost within that time, each of them is waited for as long as after an interruption of the server (<see cref="ReturnGraceMs"/>).
    /// </summary>
    [Range(0, 60_000)]
    public int PresenceGraceMs { get; set; } = 3_000;

    /// <summary>How long players are waited for after an interruption of the server, or of the network of many of them, in milliseconds.</summary>
    [Range(0, 120_000)]
    public int ReturnGraceMs { get; set; } = 15_000;

    /// <summary>The shortest time between two pushes of counts and lobbies, in milliseconds.</summary>
    [Range(50, 5_000)]
    public int CoalesceMs { get; set; } = 200;

    /// <summary>
    /// Frames a second that a lobby sends to all its players together about new players: the more players, the fewer frames each. So a crowd that
    /// joins at once is not slowed down by its own notifications.
    /// </summary>
    [Range(100, 1_000_000)]
    public int LobbyFramesPerSecond { get; set; } = 5_000;

    /// <summary>How long a gateway's subscription lives without being renewed, in milliseconds.</summary>
    [Range(5_000, 600_000)]
    public int SubscriptionMs { get; set; } = 90_000;

    /// <summary>
    /// How long a silo that stops waits for its sessions to move to another one, in milliseconds; 0 where there is no other, so that they end
    /// at once and continue after the next start.
    /// </summary>
    [Range(0, 3_600_000)]
    public int HandOverMs { get; set; }

    /// <summary>How often sessions that are active on no silo, or by now on another silo, are looked for, in milliseconds.</summary>
    [Range(1_000, 600_000)]
    public int WakeMs { get; set; } = 15_000;

    /// <summary>Players let into one session in a second, on this silo.</summary>
    [Range(1, 100_000)]
    public int JoinsPerSecond { get; set; } = 2_500;

    /// <summary>Players admitted at once after a quiet time.</summary>
    [Range(1, 100_000)]
    public int JoinBurst { get; set; } = 1_000;

    /// <summary>Players of one session who may have joined from one network: a school has one.</summary>
    [Range(1, 1_000_000)]
    public int MaxSeatsPerAddress { get; set; } = 300;

    /// <summary>A file with more words that names may not hold, and with words that they may (<see cref="Names.WordList"/>).</summary>
    public string? WordFile { get; set; }
}
