using System.Diagnostics;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.SignalR;

namespace Arena.Gateway.Play;

/// <summary>Binds connections to seats and to hosting, and undoes it. A connection is one or the other, of one session.</summary>
internal sealed class GameConnections(
    SessionRelays relays, IHubContext<GameHub, IGameClient> hub, IGrainFactory grains, SessionTokens tokens, LinkProbes probes,
    TimeProvider time)
{
    private const string SeatItem = "arena.seat";
    private const string HostItem = "arena.host";

    /// <summary>The seat that this connection holds now: not one that was taken over from another device, or kicked.</summary>
    public static SeatConnection? SeatOf(HubCallerContext context) => BoundSeat(context) is { } own && own.Relay.Holds(own) ? own : null;

    public static SessionRelay? HostOf(HubCallerContext context) => 
        context.Items.TryGetValue(HostItem, out var relay) ? (SessionRelay?)relay : null;

    /// <summary>The session that this connection is bound to, or null.</summary>
    public static string? CodeOf(HubCallerContext context) => (BoundSeat(context)?.Relay ?? HostOf(context))?.Code;

    /// <summary>The caller has proved the seat.</summary>
    public async Task<Reply<SeatWelcome>> BindSeatAsync(HubCallerContext context, string code, Guid sessionId, int seat, int issue)
    {
        await UnbindAsync(context);
        var entered = await relays.EnterAsync(code, sessionId);
        if (!entered.Accepted)
            return Replies.Refuse<SeatWelcome>(entered.Refusal.Value);
        var relay = entered.Value;

        // Bound before the snapshot, as a host is: what happens in between comes twice rather than never.
        var own = new SeatConnection(relay, seat, context.ConnectionId, context.Abort, time) { Trace = Activity.Current?.Context ?? default };
        context.Items[SeatItem] = own;
        await hub.Groups.AddToGroupAsync(context.ConnectionId, relay.Everyone);
        if (relay.Bind(own) is { } previous && previous.ConnectionId != own.ConnectionId)
            await relay.DismissAsync(previous, ClosedReason.Replaced);
        await grains.GetGrain<IPlayerGrain>(PlayerKey.Of(code, seat)).Attach(own.Holder);
        var snapshot = await relay.Session.SeatSnapshot(sessionId, seat);
        if (!snapshot.Accepted)
        {
            await UnbindAsync(context);
            return Replies.Refuse<SeatWelcome>(snapshot.Refusal.Value);
        }
        await UnbindIfGoneAsync(context);
        probes.Watch(own);
        var (position, nowMs, session, view, results) = snapshot.Value;
        return new(new(tokens.ForSeat(code, sessionId, seat, issue), position.Epoch, position.Sequence, nowMs, session, view, results), null);
    }

    /// <summary>The caller has proved to be the host.</summary>
    public async Task<Reply<HostWelcome>> BindHostAsync(HubCallerContext context, string code, Guid sessionId)
    {
        await UnbindAsync(context);
        var entered = await relays.EnterAsync(code, sessionId);
        if (!entered.Accepted)
            return Replies.Refuse<HostWelcome>(entered.Refusal.Value);
        var relay = entered.Value;
        context.Items[HostItem] = relay;
        await hub.Groups.AddToGroupAsync(context.ConnectionId, relay.Everyone);
        await hub.Groups.AddToGroupAsync(context.ConnectionId, relay.Hosts);
        await relay.BindHostAsync(context.ConnectionId);
        var snapshot = await relay.Session.HostSnapshot(sessionId);
        if (!snapshot.Accepted)
        {
            await UnbindAsync(context);
            return Replies.Refuse<HostWelcome>(snapshot.Refusal.Value);
        }
        await UnbindIfGoneAsync(context);
        var (position, nowMs, session, host) = snapshot.Value;
        return new(new(position.Epoch, position.Sequence, position.HostSequence, nowMs, session, host), null);
    }

    /// <summary>The connection is gone, or about to be bound to something else.</summary>
    public async Task UnbindAsync(HubCallerContext context)
    {
        if (BoundSeat(context) is { } own)
        {
            context.Items.Remove(SeatItem);
            own.Relay.Unbind(own);
            await hub.Groups.RemoveFromGroupAsync(own.ConnectionId, own.Relay.Everyone);
            try
            {
                await grains.GetGrain<IPlayerGrain>(PlayerKey.Of(own.Relay.Code, own.Seat)).Detach(own.Holder);
            }
            finally
            {
                await relays.LeaveAsync(own.Relay);
            }
        }
        if (HostOf(context) is { } hosted)
        {
            context.Items.Remove(HostItem);
            await hub.Groups.RemoveFromGroupAsync(context.ConnectionId, hosted.Everyone);
            await hub.Groups.RemoveFromGroupAsync(context.ConnectionId, hosted.Hosts);
            try
            {
                await hosted.UnbindHostAsync(context.ConnectionId);
            }
            finally
            {
                await relays.LeaveAsync(hosted);
            }
        }
    }

    /// <summary>A connection that went away while it was being bound has had its farewell already.</summary>
    private Task UnbindIfGoneAsync(HubCallerContext context) =>
        context.ConnectionAborted.IsCancellationRequested ? UnbindAsync(context) : Task.CompletedTask;

    private static SeatConnection? BoundSeat(HubCallerContext context) =>
        context.Items.TryGetValue(SeatItem, out var own) ? (SeatConnection?)own : null;
}
