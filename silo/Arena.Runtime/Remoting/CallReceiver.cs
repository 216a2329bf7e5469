using System.Collections.Concurrent;
using System.Diagnostics;

namespace Arena.Runtime;

/// <summary>
/// Reads what links bring: calls go to the router, answers to the callers that wait. It runs on the link's own loop and only hands over:
/// no turn and no caller's continuation runs here. Bytes that make no sense end the link.
/// </summary>
internal sealed class CallReceiver(SiloServices services, ManifestIndex manifest, SiloPeers peers, ClusterRouting routing) : ILinkReceiver
{
    private readonly ConcurrentDictionary<(Link Link, long Id), (GrainCall Call, LinkOrigin Origin)> _cancellable = new();

    /// <summary>The router of this process; set once, before the first link.</summary>
    public CallRouter? Router { get; set; }

    public void Accepted(Link link) => routing.Accepted(link);

    public void Closed(Link link, string reason)
    {
        routing.Closed(link);
        foreach (var entry in _cancellable)
        {
            if (entry.Key.Link == link) Cancel(entry.Key);
        }

        peers.Closed(link, reason);
    }

    public void Received(Link link, ReadOnlySpan<byte> frame)
    {
        var reader = new WireReader(frame, Router);
        var kind = (FrameKind)reader.ReadByte();
        if (kind == FrameKind.Request)
        {
            ReadRequest(link, ref reader);
            return;
        }

        var id = (long)reader.ReadVarint();
        if (kind == FrameKind.Cancel)
        {
            Cancel((link, id));
            return;
        }

        // An answer to a call whose caller has stopped waiting is no fault.
        if (link.Peer.Silo is not { } silo || peers.Find(silo) is not { } peer || !peer.TryTake(id, out var call)) return;
        try
        {
            ReadAnswer(kind, silo, call, ref reader);
        }
        catch (WireFormatException exception)
        {
            services.Dispatcher.Dispatch(new Completion(call, exception));
            throw;
        }
    }

    private void ReadAnswer(FrameKind kind, SiloAddress silo, GrainCall call, ref WireReader reader)
    {
        switch (kind)
        {
            case FrameKind.Result:
                call.ReadAnswer(ref reader);
                services.Dispatcher.Dispatch(new Completion(call, null));
                break;
            case FrameKind.Failure:
                services.Dispatcher.Dispatch(new Completion(call, ExceptionCodec.Read(ref reader)));
                break;
            case FrameKind.NotHere:
                routing.NotHere(call, silo, SiloAddress.TryParse(reader.ReadString(), out var owner) ? owner : null);
                break;
            default:
                throw new WireFormatException($"A frame of kind {(int)kind} is not known.");
        }
    }

    private void ReadRequest(Link link, ref WireReader reader)
    {
        var flags = reader.ReadUInt32();
        var id = (long)reader.ReadUInt64();
        var waitsMs = reader.ReadUInt32();
        var key = reader.ReadFixed64();
        var target = reader.ReadGrainId();
        var trace = (flags & RequestFrame.HasTrace) == 0 ? null : reader.ReadString();
        var context = (flags & RequestFrame.HasContext) == 0 ? null : RequestContextCodec.Read(ref reader);
        if (!manifest.TryGetCall(key, out var create))
        {
            var unknown = new NotSupportedException($"This release knows no method {key:X16}, which was called on {target.Type}.");
            if (id != 0) link.TrySend(new FailureFrame(id, unknown));
            return;
        }

        var call = create();
        call.ReadArguments(ref reader);
        call.Reference = new IncomingReference(Router!, target);
        var parent = ActivityContext.TryParse(trace, null, isRemote: true, out var activity) ? activity : default;
        call.CaptureOrigin(OriginOf(link, id, waitsMs, call), context, parent);
        Router!.Receive(call);
    }

    private LinkOrigin? OriginOf(Link link, long id, uint waitsMs, GrainCall call)
    {
        if (id == 0) return null;
        var expiresAt = waitsMs == 0 ? 0 : services.Time.GetTimestamp() + (waitsMs * services.Time.TimestampFrequency / 1000);
        if (!call.Method.IsCancellable) return new LinkOrigin(link, id, expiresAt, services, null);
        var origin = new LinkOrigin(link, id, expiresAt, services, ended => _cancellable.TryRemove((link, ended), out _));
        _cancellable[(link, id)] = (call, origin);
        return origin;
    }

    private void Cancel((Link Link, long Id) key)
    {
        if (!_cancellable.TryRemove(key, out var entry)) return;
        entry.Origin.Cancel();
        entry.Call.CancelTurn();
    }

    /// <summary>Completes a caller's promise where its continuation may run.</summary>
    private sealed class Completion(GrainCall call, Exception? failure) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            if (failure is null) call.Succeed();
            else call.TryFail(failure);
        }
    }
}
