using System.Diagnostics;
using System.Security.Cryptography;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Play;

/// <summary>What a connection is bound to, for as long as it lives: the only thing a gateway remembers of a player.</summary>
internal sealed class SeatConnection(
    SessionRelay relay, int seat, string connectionId, Action abort, IPlayerGrain player, TimeProvider time)
{
    /// <summary>A written frame is not sent yet: closing immediately could cut off the last frame too.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    /// <summary>Browsers read numbers exactly up to 2^53.</summary>
    private const long NonceMask = (1L << 53) - 1;

    private readonly Lock _gate = new();
    private long? _nonce;
    private long _nonceSent;
    private (Guid Operation, long StampMs)? _undecided;
    private ITimer? _end;

    public SessionRelay Relay { get; } = relay;

    public int Seat { get; } = seat;

    /// <summary>How often the seat was handed over: goes into its token.</summary>
    public int Issue { get; init; }

    public string ConnectionId { get; } = connectionId;

    /// <summary>The player's own state.</summary>
    public IPlayerGrain Player { get; } = player;

    /// <summary>What the server measured of this link, one way.</summary>
    public int LinkDelayMs { get; set; }

    /// <summary>How often it was measured.</summary>
    public int Pings { get; set; }

    /// <summary>The trace that began when the player connected: answers belong to it.</summary>
    public ActivityContext Trace { get; init; }

    /// <summary>Ends the connection itself, a moment after its last frame: a client that does not hang up would be counted as there.</summary>
    public void EndSoon() => _end ??= time.CreateTimer(_ => abort(), null, Farewell, Timeout.InfiniteTimeSpan);

    /// <summary>The time of an answer: that of its first try, as long as the session has not decided it.</summary>
    public long Stamp(Guid operation, long nowMs)
    {
        lock (_gate)
        {
            if (_undecided is not { } undecided || undecided.Operation != operation)
                _undecided = (operation, nowMs);
            return _undecided.Value.StampMs;
        }
    }

    /// <summary>The session has decided an answer: the next attempt is a new one.</summary>
    public void Decided(Guid operation)
    {
        lock (_gate)
        {
            if (_undecided?.Operation == operation)
                _undecided = null;
        }
    }

    /// <summary>A number that cannot be known before it arrives.</summary>
    public long DrawNonce()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        var nonce = BitConverter.ToInt64(bytes) & NonceMask;
        lock (_gate)
            (_nonce, _nonceSent) = (nonce, time.GetTimestamp());
        return nonce;
    }

    /// <returns>How long the nonce was under way, in milliseconds, or null if it is not the one that was sent last.</returns>
    public int? TakeRoundTrip(long nonce)
    {
        lock (_gate)
        {
            if (_nonce != nonce)
                return null;
            _nonce = null;
            return (int)Math.Min(int.MaxValue, time.GetElapsedTime(_nonceSent).TotalMilliseconds);
        }
    }
}
