using System.Collections.Concurrent;
using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.SignalR;

namespace Arena.Gateway.Play;

/// <summary>
/// One session, as this gateway sees it: receives its pushes and splits them among the connections here. Holds no game state, only who is
/// connected. Lives while it has a connection; the subscription is renewed, with all that is connected, for as long.
/// </summary>
internal sealed class SessionRelay : ISessionObserver
{
    private readonly IHubContext<GameHub, IGameClient> _hub;
    private readonly IGrainFactory _grains;
    private readonly ConcurrentDictionary<int, SeatConnection> _seats = new();
    private readonly ConcurrentDictionary<string, byte> _hosts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private SessionFrame? _latest;
    private Guid _outbox;
    private long _batch;
    private readonly Action<SessionRelay> _lost;
    private ISessionObserver? _reference;
    private int _pushes;

    public SessionRelay(
        string gateway, string code, Guid sessionId, IHubContext<GameHub, IGameClient> hub, IGrainFactory grains, ServerClock clock,
        GrainCallRetry retry, TimeProvider time, GatewayOptions options, ILogger logger, Action<SessionRelay> lost)
    {
        (Gateway, Code, SessionId, _hub, _grains, _lost) = (gateway, code, sessionId, hub, grains, lost);
        Time = new(clock);
        Session = grains.GetGrain<IGameSessionGrain>(code);
        Answers = new(batch => Session.Answer(sessionId, batch), retry, options.MaxWaitingAnswers);
        FaceChanges = new(time, options.FaceChangeBurst, options.FaceChangesPerMinute);
        Reactions = new(this, hub, time, options, logger);
    }

    public string Gateway { get; }

    public string Code { get; }

    public Guid SessionId { get; }

    public IGameSessionGrain Session { get; }

    public AnswerBatcher Answers { get; }

    public SessionReactions Reactions { get; }

    public SeatBudgets FaceChanges { get; }

    /// <summary>The clock that judges this session.</summary>
    public ClockOffset Time { get; }

    /// <summary>The first subscription, shared by all who wait for it.</summary>
    public Task<GameErrorCode?>? Subscribed { get; set; }

    /// <summary>The renewal that is under way because the subscription may be lost.</summary>
    public Task Renewing { get; set; } = Task.CompletedTask;

    /// <summary>Counts the pushes received: a connection that is bound while one arrives may have missed it.</summary>
    public int Pushes => Volatile.Read(ref _pushes);

    /// <summary>Connections that hold this relay open, bound or about to be.</summary>
    public int Users { get; set; }

    /// <summary>Everyone who is connected here. By session id, not by code: a code may be used again.</summary>
    public string Everyone => "session:" + SessionId.ToString("N");

    public string Hosts => "hosts:" + SessionId.ToString("N");

    /// <summary>Those who only watch.</summary>
    public string Screens => "screens:" + SessionId.ToString("N");

    /// <summary>What everyone sees, as far as this gateway knows; null before it is subscribed.</summary>
    public SessionFrame? Latest => Volatile.Read(ref _latest);

    /// <summary>Subscribes, or renews, and fetches missed frames.</summary>
    public async Task<GameErrorCode?> SubscribeAsync()
    {
        _reference ??= _grains.CreateObjectReference<ISessionObserver>(this);
        var sentMs = Time.Begin();
        var subscribed = await Session.Subscribe(SessionId, Gateway, _reference, [.. _seats.Keys], _hosts.Count);
        if (!subscribed.Accepted)
            return subscribed.Refusal;
        var (position, nowMs, session, takesReactions) = subscribed.Value;
        Time.End(position.Epoch, sentMs, nowMs);
        if (Advance(new(position.Epoch, position.Sequence, nowMs, session), takesReactions) is { } frame)
            await _hub.Clients.Group(Everyone).Session(frame);
        return null;
    }

    public async Task UnsubscribeAsync()
    {
        await Session.Unsubscribe(Gateway);
        if (_reference is not null)
            _grains.DeleteObjectReference<ISessionObserver>(_reference);
    }

    /// <returns>The connection of this gateway that held the seat until now, or null.</returns>
    public SeatConnection? Bind(SeatConnection connection)
    {
        SeatConnection? previous = null;
        _seats.AddOrUpdate(connection.Seat, connection, (_, holder) =>
        {
            previous = holder;
            return connection;
        });
        return previous;
    }

    /// <summary>Whether this connection is the one that holds its seat here.</summary>
    public bool Holds(SeatConnection connection) => _seats.TryGetValue(connection.Seat, out var holder) && holder == connection;

    /// <summary>Notifies the session that the player is gone, unless another connection holds the seat here.</summary>
    public async Task UnbindAsync(SeatConnection connection)
    {
        if (!_seats.TryRemove(new(connection.Seat, connection)))
            return;
        await Session.SeatPresence(Gateway, connection.Seat, connected: false);
        // A player who reconnected in between may have been overtaken by this.
        if (_seats.ContainsKey(connection.Seat))
            await Session.SeatPresence(Gateway, connection.Seat, connected: true);
    }

    public Task BindHostAsync(string connectionId)
    {
        _hosts[connectionId] = 0;
        return Session.HostPresence(Gateway, _hosts.Count);
    }

    public Task UnbindHostAsync(string connectionId) =>
        _hosts.TryRemove(connectionId, out _) ? Session.HostPresence(Gateway, _hosts.Count) : Task.CompletedTask;

    /// <inheritdoc/>
    /// <remarks>
    /// Sends are not awaited: a browser that does not read delays no other. The order for each is that of the calls, and what
    /// waits for one that hangs is thrown away with its connection, which the kernel cuts (see <see cref="SlowConsumerTimeout"/>).
    /// </remarks>
    public Task Pushed(PushBatch batch)
    {
        if (IsNew(batch))
        {
            foreach (var push in batch.Pushes)
                Split(push);
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Moved()
    {
        _lost(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Reacted(ReactionBatch batch)
    {
        Reactions.Show(batch);
        return Task.CompletedTask;
    }

    /// <summary>Notifies a connection that it is not bound any more, and ends it a moment later. It receives and can do nothing from now on.</summary>
    public async Task DismissAsync(SeatConnection connection, ClosedReason reason)
    {
        _seats.TryRemove(new(connection.Seat, connection));
        await _hub.Groups.RemoveFromGroupAsync(connection.ConnectionId, Everyone);
        await _hub.Clients.Client(connection.ConnectionId).Closed(new(reason, Reconnect: false));
        connection.EndSoon();
    }

    private void Split(SessionPush push)
    {
        Interlocked.Increment(ref _pushes);
        var session = push.Session is { } view ? Advance(new(push.Position.Epoch, push.Position.Sequence, push.NowMs, view), push.TakesReactions) : null;
        if (!push.Seats.IsEmpty)
            TellEach(push, session);
        else if (session is not null)
            _ = _hub.Clients.Group(Everyone).Session(session);
        if (push.Host is { } host)
            _ = _hub.Clients.Group(Hosts).Host(new(push.Position.Epoch, push.Position.HostSequence, host));
        foreach (var seat in push.Kicked)
            _ = DismissAsync(seat, ClosedReason.Kicked);
        foreach (var seat in push.Replaced)
            _ = DismissAsync(seat, ClosedReason.Replaced);
    }

    /// <summary>Everyone gets one frame: players with what they alone see, all others without.</summary>
    private void TellEach(SessionPush push, SessionFrame? session)
    {
        var bodies = push.Seats.ToDictionary(body => body.Seat);
        foreach (var own in _seats.Values)
        {
            var browser = _hub.Clients.Client(own.ConnectionId);
            if (!bodies.TryGetValue(own.Seat, out var body))
                _ = session is null ? Task.CompletedTask : browser.Session(session);
            else if (own.Issue < body.Issue)
                _ = DismissAsync(own, ClosedReason.Replaced);
            else
                _ = browser.Seat(new(push.Position.Epoch, push.Position.Sequence, body.View, session));
        }
        if (session is not null)
        {
            _ = _hub.Clients.Group(Hosts).Session(session);
            _ = _hub.Clients.Group(Screens).Session(session);
        }
    }

    private Task DismissAsync(int seat, ClosedReason reason) =>
        _seats.TryGetValue(seat, out var connection) ? DismissAsync(connection, reason) : Task.CompletedTask;

    private bool IsNew(PushBatch batch)
    {
        lock (_gate)
        {
            if (batch.Outbox == _outbox && batch.Number <= _batch)
                return false;
            (_outbox, _batch) = (batch.Outbox, batch.Number);
            return true;
        }
    }

    /// <returns>The frame, if it is newer than all before it; else null.</returns>
    private SessionFrame? Advance(SessionFrame frame, bool takesReactions)
    {
        lock (_gate)
        {
            if (_latest is { } last && (frame.Epoch, frame.Sequence).CompareTo((last.Epoch, last.Sequence)) <= 0)
                return null;
            Reactions.AreOpen = takesReactions;
            return _latest = frame;
        }
    }
}
