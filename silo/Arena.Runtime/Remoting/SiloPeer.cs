using System.Collections.Concurrent;

namespace Arena.Runtime;

/// <summary>
/// One other silo, and the calls that wait for its answers. What holds here:
/// <list type="number">
/// <item>A call that was not sent is not lost: it waits for the link, and when there is none it is refused, unseen.</item>
/// <item>A call that was sent is answered once: by the silo, by its caller's patience, or by the end of the link, which says
/// that its outcome is unknown. It is never sent again from here.</item>
/// <item>A peer whose link has ended, or could not be made, is retired; the next call makes a new one.</item>
/// </list>
/// </summary>
internal sealed class SiloPeer : CallTarget
{
    private readonly SiloAddress _silo;
    private readonly SiloPeers _peers;
    private readonly ClusterOptions _options;
    private readonly ConcurrentDictionary<long, GrainCall> _sent = new();
    private readonly Lock _lock = new();
    private List<GrainCall>? _unsent = [];
    private volatile Link? _link;
    private volatile bool _retired;
    private int _waiting;
    private long _lastId;

    public SiloPeer(SiloAddress silo, SiloPeers peers, ClusterOptions options)
    {
        _silo = silo;
        _peers = peers;
        _options = options;
    }

    public SiloAddress Silo => _silo;

    public override bool IsRetired => _retired;

    public override int Depth => Volatile.Read(ref _waiting);

    public override void Deliver(Turn turn)
    {
        var call = (GrainCall)turn;
        if (_link is { } link)
        {
            Send(link, call);
            return;
        }

        lock (_lock)
        {
            if (_unsent is { } unsent)
            {
                if (unsent.Count < _options.MaxPendingCallsPerSilo) unsent.Add(call);
                else call.Refuse(Overloaded(call, unsent.Count));
                return;
            }
        }

        if (_link is { } late) Send(late, call);
        else call.Refuse(Unreachable(call, null));
    }

    /// <summary>The link is there: what waited for it goes first.</summary>
    public void Open(Link link)
    {
        while (true)
        {
            List<GrainCall> calls;
            lock (_lock)
            {
                calls = _unsent!;
                _unsent = calls.Count == 0 ? null : [];
                if (_unsent is null)
                {
                    _link = link;
                    break;
                }
            }

            foreach (var call in calls) Send(link, call);
        }

        // It may have ended before it was kept.
        if (!link.IsOpen) Close("the link ended at once");
    }

    /// <summary>The link could not be made.</summary>
    public void Fail(Exception reason)
    {
        List<GrainCall> calls;
        lock (_lock)
        {
            _retired = true;
            (calls, _unsent) = (_unsent ?? [], null);
        }

        foreach (var call in calls) call.Refuse(Unreachable(call, reason));
    }

    /// <summary>The link has ended.</summary>
    /// <returns>How many calls will have no answer.</returns>
    public int Close(string reason)
    {
        _retired = true;
        var calls = 0;
        foreach (var id in _sent.Keys)
        {
            if (!TryTake(id, out var call)) continue;
            calls++;
            call.Abandon(new SiloUnavailableException(
                $"The link to {_silo} ended before {call.Name} on {call.GrainId} was answered ({reason}). Whether it took effect is unknown."));
        }

        return calls;
    }

    /// <summary>Ends the link, if there is one.</summary>
    public void Cut(string reason) => _link?.Close(reason);

    /// <summary>Takes the call that an answer is for. False if its caller has stopped waiting.</summary>
    public bool TryTake(long id, out GrainCall call)
    {
        if (!_sent.TryRemove(id, out call!)) return false;
        Interlocked.Decrement(ref _waiting);
        return true;
    }

    /// <summary>The caller has stopped waiting: the silo need not go on for its sake.</summary>
    public void Forget(GrainCall call)
    {
        if (TryTake(call.RemoteId, out _) && call.Method.IsCancellable) _link?.TrySend(new CancelFrame(call.RemoteId));
    }

    private void Send(Link link, GrainCall call)
    {
        if (call.IsAbandoned) return;
        if (call.Method.IsOneWay)
        {
            if (!TrySend(link, call)) call.Refuse(link.IsOpen ? Overloaded(call, Depth) : Unreachable(call, null));
            return;
        }

        var waiting = Interlocked.Increment(ref _waiting);
        call.RemoteId = Interlocked.Increment(ref _lastId);
        _sent[call.RemoteId] = call;
        call.Peer = this;
        if (waiting > _options.MaxPendingCallsPerSilo)
        {
            if (TryTake(call.RemoteId, out _)) call.Refuse(Overloaded(call, waiting));
            return;
        }

        if (TrySend(link, call)) 
        {
            // Whoever closed the link may not have seen this call.
            if (_retired) Close("it had ended");
            return;
        }

        if (TryTake(call.RemoteId, out _)) call.Refuse(link.IsOpen ? Overloaded(call, waiting) : Unreachable(call, null));
    }

    private bool TrySend(Link link, GrainCall call)
    {
        try
        {
            return link.TrySend(new RequestFrame(call, _peers.TimeLeft(call)));
        }
        catch (Exception exception) when (exception is FrameTooLargeException or InvalidOperationException or ArgumentException)
        {
            TryTake(call.RemoteId, out _);
            call.Refuse(new OrleansMessageRejectionException($"{call.Name} on {call.GrainId} cannot be sent: {exception.Message}", exception));
            return true;
        }
    }

    private LimitExceededException Overloaded(GrainCall call, int waiting) =>
        new(nameof(ClusterOptions.MaxPendingCallsPerSilo), waiting, _options.MaxPendingCallsPerSilo, call.GrainId);

    private SiloUnavailableException Unreachable(GrainCall call, Exception? reason) =>
        new($"{call.Name} on {call.GrainId} was not sent: {_silo} cannot be reached.", reason!);
}
