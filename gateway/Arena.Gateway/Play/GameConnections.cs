using System.Diagnostics;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.SignalR;

namespace Arena.Gateway.Play;

/// <summary>Binds connections to seats, to hosting and to screens, and undoes it. A connection is one of these, of one session.</summary>
internal sealed class GameConnections(
    SessionRelays relays, IHubContext<GameHub, IGameClient> hub, IGrainFactory grains, SessionTokens tokens, LatencyProber prober,
    ScreenConnections screens, GrainCallRetry retry, TimeProvider time)
{
    private const string SeatItem = "arena.seat";
    private const string HostItem = "arena.host";
    private const string ScreenItem = "arena.screen";

    /// <summary>The seat that this connection holds now: not one that was taken over from another device, or kicked.</summary>
    public static SeatConnection? SeatOf(HubCallerContext context) => BoundSeat(context) is { } own && own.Relay.Holds(own) ? own : null;

    public static SessionRelay? HostOf(HubCallerContext context) =>
        context.Items.TryGetValue(HostItem, out var relay) ? (SessionRelay?)relay : null;

    public static SessionRelay? ScreenOf(HubCallerContext context) =>
        context.Items.TryGetValue(ScreenItem, out var relay) ? (SessionRelay?)relay : null;

    /// <summary>The session that this connection is bound to, or null.</summary>
    public static string? CodeOf(HubCallerContext context) => (BoundSeat(context)?.Relay ?? HostOf(context) ?? ScreenOf(context))?.Code;

    /// <summary>
    /// Takes a seat, new or handed over. One call of the session, if this gateway is subscribed to it already: <paramref name="take"/> gets the
    /// session and, if so, the gateway's name.
    /// </summary>
    public async Task<Reply<SeatWelcome>> SeatAsync(
        HubCallerContext context, string code, Func<IGameSessionGrain, string?, Task<Outcome<Joined>>> take)
    {
        await UnbindAsync(context);
        var known = relays.TryEnter(code);
        try
        {
            var session = known?.Session ?? grains.GetGrain<IGameSessionGrain>(code);
            var relayed = known?.Pushes;
            var joined = await retry.CallAsync(() => take(session, known?.Gateway), context.ConnectionAborted);
            if (!joined.Accepted)
                return Replies.Refuse<SeatWelcome>(joined.Refusal.Value);
            var (sessionId, seat, _, issue, snapshot) = joined.Value;
            if (known?.SessionId != sessionId)
                return await ResumeAsync(context, code, sessionId, seat, issue);
            var own = await BindAsync(context, known, seat, issue);
            known = null;
            return relayed == own.Relay.Pushes ? await WelcomeAsync(context, own, snapshot) : await ReadAgainAsync(context, own);
        }
        finally
        {
            if (known is not null)
                await relays.LeaveAsync(known);
        }
    }

    /// <summary>The caller has proved the seat.</summary>
    public async Task<Reply<SeatWelcome>> ResumeAsync(HubCallerContext context, string code, Guid sessionId, int seat, int issue)
    {
        await UnbindAsync(context);
        var entered = await relays.EnterAsync(code, sessionId);
        if (!entered.Accepted)
            return Replies.Refuse<SeatWelcome>(entered.Refusal.Value);
        var own = await BindAsync(context, entered.Value, seat, issue);
        var snapshot = await retry.CallAsync(() => own.Relay.Session.Resume(sessionId, seat, own.Relay.Gateway), context.ConnectionAborted);
        if (snapshot.Accepted)
            return await WelcomeAsync(context, own, snapshot.Value);
        await UnbindAsync(context);
        return Replies.Refuse<SeatWelcome>(snapshot.Refusal.Value);
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
        await retry.CallAsync(() => relay.BindHostAsync(context.ConnectionId), context.ConnectionAborted);
        var snapshot = await retry.CallAsync(() => relay.Session.HostSnapshot(sessionId), context.ConnectionAborted);
        if (!snapshot.Accepted)
        {
            await UnbindAsync(context);
            return Replies.Refuse<HostWelcome>(snapshot.Refusal.Value);
        }
        await UnbindIfGoneAsync(context);
        var (position, nowMs, session, host) = snapshot.Value;
        return new(new(position.Epoch, position.Sequence, position.HostSequence, nowMs, session, host), null);
    }

    /// <summary>
    /// The caller has the screen link. Costs the session nothing once this gateway is subscribed: what everyone sees is here already.
    /// </summary>
    public async Task<Reply<ScreenWelcome>> BindScreenAsync(
        HubCallerContext context, IGameClient browser, string token, string code, Guid sessionId)
    {
        await UnbindAsync(context);
        var entered = await relays.EnterAsync(code, sessionId);
        if (!entered.Accepted)
            return Replies.Refuse<ScreenWelcome>(entered.Refusal.Value);
        var relay = entered.Value;
        if (!screens.TryAdd(new(context.ConnectionId, token, sessionId, CloseAsync)))
        {
            await relays.LeaveAsync(relay);
            return Replies.Refuse<ScreenWelcome>(GameErrorCode.SessionFull);
        }
        context.Items[ScreenItem] = relay;
        await hub.Groups.AddToGroupAsync(context.ConnectionId, relay.Everyone);
        await hub.Groups.AddToGroupAsync(context.ConnectionId, relay.Screens);
        // Read after the groups are joined: no frame is missed.
        var (epoch, sequence, _, view) = relay.Latest!;
        await UnbindIfGoneAsync(context);
        return new(new(epoch, sequence, relay.Time.NowMs, view), null);

        async Task CloseAsync()
        {
            await browser.Closed(new(ClosedReason.Withdrawn, Reconnect: false));
            context.Abort();
        }
    }

    /// <summary>The connection is gone, or about to be bound to something else.</summary>
    public async Task UnbindAsync(HubCallerContext context)
    {
        if (BoundSeat(context) is { } own)
        {
            context.Items.Remove(SeatItem);
            await hub.Groups.RemoveFromGroupAsync(own.ConnectionId, own.Relay.Everyone);
            try
            {
                await own.Relay.UnbindAsync(own);
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
        if (ScreenOf(context) is { } watched)
        {
            context.Items.Remove(ScreenItem);
            screens.Remove(watched.SessionId, context.ConnectionId);
            await hub.Groups.RemoveFromGroupAsync(context.ConnectionId, watched.Everyone);
            await hub.Groups.RemoveFromGroupAsync(context.ConnectionId, watched.Screens);
            await relays.LeaveAsync(watched);
        }
    }

    /// <summary>From now on the connection gets pushed frames. The relay is given back when it is unbound.</summary>
    private async Task<SeatConnection> BindAsync(HubCallerContext context, SessionRelay relay, int seat, int issue)
    {
        var own = new SeatConnection(relay, seat, context.ConnectionId, context.Abort, grains.GetGrain<IPlayerGrain>(PlayerKey.Of(relay.Code, seat)), time)
        {
            Issue = issue,
            Trace = Activity.Current?.Context ?? default,
        };
        context.Items[SeatItem] = own;
        await hub.Groups.AddToGroupAsync(context.ConnectionId, relay.Everyone);
        if (relay.Bind(own) is { } previous && previous.ConnectionId != own.ConnectionId)
            await relay.DismissAsync(previous, ClosedReason.Replaced);
        return own;
    }

    /// <summary>A push arrived between the snapshot and the binding, and was not for this connection yet.</summary>
    private async Task<Reply<SeatWelcome>> ReadAgainAsync(HubCallerContext context, SeatConnection own)
    {
        var snapshot = await retry.CallAsync(() => own.Relay.Session.SeatSnapshot(own.Relay.SessionId, own.Seat), context.ConnectionAborted);
        if (snapshot.Accepted)
            return await WelcomeAsync(context, own, snapshot.Value);
        await UnbindAsync(context);
        return Replies.Refuse<SeatWelcome>(snapshot.Refusal.Value);
    }

    private async Task<Reply<SeatWelcome>> WelcomeAsync(HubCallerContext context, SeatConnection own, SeatSnapshot snapshot)
    {
        var relay = own.Relay;
        await UnbindIfGoneAsync(context);
        prober.Watch(own);
        var (position, nowMs, session, view, results) = snapshot;
        return new(new(tokens.ForSeat(relay.Code, relay.SessionId, own.Seat, own.Issue), position.Epoch, position.Sequence, nowMs, session, view, results), null);
    }

    /// <summary>A connection that closed while it was being bound was already handled as disconnected.</summary>
    private Task UnbindIfGoneAsync(HubCallerContext context) =>
        context.ConnectionAborted.IsCancellationRequested ? UnbindAsync(context) : Task.CompletedTask;

    private static SeatConnection? BoundSeat(HubCallerContext context) =>
        context.Items.TryGetValue(SeatItem, out var own) ? (SeatConnection?)own : null;
}
