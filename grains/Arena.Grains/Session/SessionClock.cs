using Arena.Game;
using Arena.Game.Commands;
using Arena.Game.State;
using Arena.GrainInterfaces;
using Arena.Grains.Configuration;

namespace Arena.Grains.Session;

/// <summary>
/// What time brings to a session: the end of a phase, of the host's lease, of waiting for a player who is gone, of a gateway's
/// subscription; and, a few times a second at most, the pulse of counts. One deadline for all that is due once, one for the pulse.
/// </summary>
internal sealed class SessionClock
{
    private readonly ServerClock _clock;
    private readonly GameOptions _options;
    private readonly SessionPipeline _pipeline;
    private readonly Publisher _publisher;
    private readonly Subscribers _subscribers;
    private readonly Func<GameCommand, Task> _submit;
    private readonly DeadlineTimer _deadline;
    private readonly DeadlineTimer _pulse;
    private long? _hostGoneAtMs;

    public SessionClock(
        Grain grain, ServerClock clock, GameOptions options, SessionPipeline pipeline, Publisher publisher, Subscribers subscribers,
        Func<GameCommand, Task> submit)
    {
        (_clock, _options, _pipeline, _publisher, _subscribers, _submit) = (clock, options, pipeline, publisher, subscribers, submit);
        _deadline = new(grain, clock, OnDeadlineAsync);
        _pulse = new(grain, clock, OnFlushAsync);
    }

    /// <summary>Since when no host is connected, or null.</summary>
    public long? HostGoneAtMs => _hostGoneAtMs;

    private GameState? State => _pipeline.State;

    /// <summary>Arms the timers to what is due next. Called after everything that may have changed it.</summary>
    public void Rearm()
    {
        if (State is not { } state)
            return;
        if (_publisher.HasPending)
            _pulse.SetWithin(_options.CoalesceMs);
        if (state.Ended)
            _deadline.Clear();
        else
            _deadline.Set(NextDueMs(state));
    }

    /// <summary>Continues the count of the hosts' absence from the previous silo.</summary>
    public void Carry(long? hostGoneAtMs) => _hostGoneAtMs = hostGoneAtMs;

    /// <summary>Hosts connected or disconnected: the lease begins or ends, and a game that continued by itself is the host's again.</summary>
    public async Task HostsChangedAsync()
    {
        if (State is not { Ended: false } state)
            return;
        if (_subscribers.Hosts == 0)
        {
            _hostGoneAtMs ??= _clock.NowMs;
        }
        else
        {
            _hostGoneAtMs = null;
            if (state.HostAway)
                await _submit(new GameCommand.HostPresence(Away: false));
        }
        Rearm();
    }

    /// <summary>Removes a gateway that is gone, with all connections through it.</summary>
    public void Drop(string gateway)
    {
        foreach (var seat in _subscribers.Unsubscribe(gateway, _clock.NowMs))
            _publisher.SeatChanged(seat);
    }

    private async Task OnDeadlineAsync()
    {
        if (State is not { Ended: false } state)
            return;
        var nowMs = _clock.NowMs;
        foreach (var gateway in _subscribers.Expired(nowMs))
            Drop(gateway);
        await HostsChangedAsync();
        _subscribers.ForgetLost(nowMs);
        if (state is { Settings.ContinueWithoutHost: true, HostAway: false } && _hostGoneAtMs + _options.HostLeaseMs <= nowMs)
            await _submit(new GameCommand.HostPresence(Away: true));
        if (IsEveryoneBack(state, nowMs))
            await _submit(new GameCommand.EveryoneReturned());
        await _submit(new GameCommand.Tick(state.Step) { SkipsOvertime = !IsAnyoneAwaited(overtime: true, nowMs) });
        await CloseIfCompleteAsync();
        Rearm();
    }

    private async Task OnFlushAsync()
    {
        await CloseIfCompleteAsync();
        if (State is { } state)
            _publisher.Flush(_pipeline.Epoch, state);
        Rearm();
    }

    /// <summary>Closes the question when every awaited player has answered.</summary>
    private async Task CloseIfCompleteAsync()
    {
        if (State is not { Phase: Phase.Asking asking } state || (!asking.Overtime && (asking.Answered == 0 || asking.Answered < _subscribers.Connected)))
            return;
        var nowMs = _clock.NowMs;
        if (nowMs < asking.OpensAtMs || IsAnyoneAwaited(asking.Overtime, nowMs))
            return;
        await _submit(new GameCommand.EveryoneAnswered(state.Step));
    }

    /// <summary>Whether the open question waits for a player who is connected or may return: in overtime only those with more time may answer.</summary>
    private bool IsAnyoneAwaited(bool overtime, long nowMs)
    {
        if (State is not { Phase: Phase.Asking asking } state)
            return false;
        var open = asking with { Overtime = overtime };
        return state.Players.Any(player => Decider.MayAnswer(open, player) && _subscribers.IsAwaited(player.Seat, nowMs));
    }

    /// <summary>Whether the game stands still after an interruption although all its players are connected again.</summary>
    private bool IsEveryoneBack(GameState state, long nowMs) =>
        Decider.WaitsForReturns(state, nowMs) && state.PlayerCount > 0 && _subscribers.Connected >= state.PlayerCount;

    private long NextDueMs(GameState state)
    {
        if (_pipeline.Outage is { } outage)
            return outage.RetryAtMs;
        if (IsEveryoneBack(state, _clock.NowMs))
            return _clock.NowMs;
        var dueMs = Decider.NextDeadline(state) ?? long.MaxValue;
        if (state is { Settings.ContinueWithoutHost: true, HostAway: false } && _hostGoneAtMs is { } goneAtMs)
            dueMs = Math.Min(dueMs, goneAtMs + _options.HostLeaseMs);
        if (state.Phase is Phase.Asking && _subscribers.NextGraceEndMs is { } graceEndMs)
            dueMs = Math.Min(dueMs, graceEndMs);
        return Math.Min(dueMs, _subscribers.NextExpiryMs ?? long.MaxValue);
    }
}
