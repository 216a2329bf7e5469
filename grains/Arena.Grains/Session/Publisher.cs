using System.Collections.Immutable;
using Arena.Game;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.GrainInterfaces;
using Arena.Grains.Configuration;

namespace Arena.Grains.Session;

/// <summary>
/// Publishes the session's changes to its gateways after each turn. A change of the phase goes out at once, with each player's own result after a
/// question; what only counts (who is in, how many have answered) is marked here and goes out with the next pulse, a few times a second.
/// Pushes go to each gateway's outbox: no turn waits for a gateway.
/// </summary>
internal sealed class Publisher(Subscribers subscribers, ServerClock clock, GameOptions options, long? expiresAtMs)
{
    /// <summary>Roster lines in one host frame; the rest goes with the next pulse.</summary>
    private const int MaxRosterLines = 500;

    private readonly SortedSet<int> _changedSeats = [];
    private bool _lobbyChanged;
    private long _lobbyDueMs;
    private bool _countsChanged;
    private long _sequence;
    private long _hostSequence;
    private long? _suspendedSinceMs;
    private long? _toldExpiryMs = expiresAtMs;
    private SessionBody? _lastSession;
    private string? _nextCode;

    /// <summary>Whether a pulse has something to publish.</summary>
    public bool HasPending => _lobbyChanged || _countsChanged || _changedSeats.Count > 0;

    public PushPosition Position(long epoch) => new(epoch, _sequence, _hostSequence);

    /// <summary>Publishes at once what cannot wait.</summary>
    public void Committed(long epoch, GameState state, IReadOnlyList<GameEvent> events)
    {
        var isPublic = false;
        var isScored = false;
        List<int>? kicked = null;
        SortedSet<int> told = [];
        foreach (var happened in events)
        {
            switch (happened)
            {
                case PlayerJoined joined:
                    _lobbyChanged |= state.Phase is Phase.Lobby;
                    SeatChanged(joined.Seat);
                    break;
                case AnswerAccepted accepted:
                    SeatChanged(accepted.Seat);
                    break;
                case PlayerKicked gone:
                    (kicked ??= []).Add(gone.Seat);
                    _lobbyChanged |= state.Phase is Phase.Lobby;
                    SeatChanged(gone.Seat);
                    break;
                case PlayerRenamed renamed:
                    told.Add(renamed.Seat);
                    isPublic |= state.Phase is Phase.Standings;
                    _lobbyChanged |= state.Phase is Phase.Lobby;
                    break;
                case FaceChanged changed:
                    told.Add(changed.Seat);
                    _lobbyChanged |= state.Phase is Phase.Lobby;
                    break;
                case NamesApproved approved:
                    told.UnionWith(approved.Seats);
                    isPublic |= state.Phase is Phase.Standings;
                    _lobbyChanged |= state.Phase is Phase.Lobby;
                    break;
                case PlayerMoved moved:
                    told.Add(moved.Seat);
                    isPublic = true;
                    break;
                case TimeGranted granted:
                    told.Add(granted.Seat);
                    break;
                case HintUsed used:
                    told.Add(used.Seat);
                    break;
                case SecondAnswerAccepted second:
                    SeatChanged(second.Seat);
                    break;
                case PowerUpUsed used:
                    told.Add(used.Seat);
                    break;
                case PowerUpsEarned:
                    // Comes with a closed question or a regrade, which are published.
                    break;
                case HostCommanded:
                    break;
                case QuestionClosed or SkipUndone or TextAccepted:
                    (isPublic, isScored) = (true, true);
                    break;
                case SessionFinished finished:
                    // Players are ranked in their series now; in the game they were with its last question, unless it ended before.
                    (isPublic, isScored) = (true, isScored || finished.Reason != EndReason.Completed || state.Series is not null);
                    // The roster's ranks are final now.
                    MarkAll(state);
                    break;
                default:
                    isPublic = true;
                    break;
            }
        }
        isPublic |= state.ExpiresAtMs != _toldExpiryMs;
        _toldExpiryMs = state.ExpiresAtMs;
        foreach (var seat in told)
            SeatChanged(seat);
        if (isScored)
            MarkAll(state);
        if (isPublic || kicked is not null || told.Count > 0)
            Send(epoch, state, isPublic, seat => isScored || told.Contains(seat), kicked);
        foreach (var seat in kicked ?? [])
            subscribers.Remove(seat);
    }

    /// <summary>
    /// Publishes that the game is suspended, or that it continues; then with each player's own state, since commands under way when the
    /// journal failed may have taken effect without being published.
    /// </summary>
    public void Suspended(long epoch, GameState state, long? sinceMs)
    {
        if (_suspendedSinceMs == sinceMs)
            return;
        _suspendedSinceMs = sinceMs;
        var goesOn = sinceMs is null;
        if (goesOn)
            MarkAll(state);
        Send(epoch, state, isPublic: true, isTold: _ => goesOn, kicked: null);
    }

    /// <summary>Publishes which game follows this one.</summary>
    public void Announce(long epoch, GameState state, string nextCode)
    {
        if (_nextCode == nextCode)
            return;
        (_nextCode, _lastSession) = (nextCode, null);
        Send(epoch, state, isPublic: true, isTold: _ => false, kicked: null);
    }

    /// <summary>Sends everything again, after a move to another silo: messages in flight there may be lost.</summary>
    public void Repeat(long epoch, GameState state)
    {
        MarkAll(state);
        Send(epoch, state, isPublic: true, isTold: _ => true, kicked: null);
    }

    /// <summary>What everyone sees.</summary>
    public JsonBody<SessionView> Session(GameState state)
    {
        if (_lastSession is not { } last || !ReferenceEquals(last.State, state) || last.SuspendedSinceMs != _suspendedSinceMs)
            _lastSession = last = new(state, _suspendedSinceMs, WireJson.Body(Viewer.Everyone(state) with
            {
                SuspendedSinceMs = _suspendedSinceMs,
                NextCode = _nextCode,
            }));
        return last.Body;
    }

    /// <summary>Presence and answers show with the next pulse.</summary>
    public void SeatChanged(int seat)
    {
        _changedSeats.Add(seat);
        _countsChanged = true;
    }

    /// <summary>Publishes the gathered changes.</summary>
    public void Flush(long epoch, GameState state)
    {
        var nowMs = clock.NowMs;
        _lobbyChanged &= state.Phase is Phase.Lobby;
        var lobby = _lobbyChanged && nowMs >= _lobbyDueMs;
        if (!lobby && !_countsChanged && _changedSeats.Count == 0)
            return;
        if (lobby)
            (_lobbyChanged, _lobbyDueMs) = (false, nowMs + (1_000L * state.PlayerCount / options.LobbyFramesPerSecond));
        var changed = _changedSeats.Take(MaxRosterLines).ToArray();
        _changedSeats.ExceptWith(changed);
        _countsChanged = false;

        _sequence += lobby ? 1 : 0;
        _hostSequence++;
        JsonBody<SessionView>? session = lobby ? Session(state) : null;
        var host = WireJson.Body(Host(state, changed.Select(seat => state.Players[seat])));
        var takesReactions = Viewer.TakesReactions(state);
        foreach (var subscriber in subscribers.All.ToArray())
        {
            if (lobby || subscriber.Hosts > 0)
                subscriber.Send(new(Position(epoch), clock.NowMs, session, [], subscriber.Hosts > 0 ? host : null, [], []) { TakesReactions = takesReactions });
        }
    }

    /// <summary>Notifies a gateway that a seat has moved to another one.</summary>
    public void Replaced(long epoch, Subscriber holder, int seat) =>
        holder.Send(new(Position(epoch), clock.NowMs, null, [], null, [], [seat]));

    /// <summary>Shows reactions to all hosts.</summary>
    public async Task ReactedAsync(ReactionBatch batch)
    {
        foreach (var subscriber in subscribers.All.Where(subscriber => subscriber.Hosts > 0).ToArray())
            await subscriber.Outbox.Observer.Reacted(batch);
    }

    /// <summary>Notifies every gateway that this activation publishes nothing more.</summary>
    public async Task MovedAsync()
    {
        foreach (var subscriber in subscribers.All.ToArray())
            await subscriber.Outbox.Observer.Moved();
    }

    public HostView WholeRoster(GameState state) => Host(state, state.Players);

    /// <param name="epoch">That of this activation.</param>
    /// <param name="state">The state to publish.</param>
    /// <param name="isPublic">Whether the public view is included.</param>
    /// <param name="isTold">Which players get their own view.</param>
    /// <param name="kicked">Seats whose connections are to be closed.</param>
    private void Send(long epoch, GameState state, bool isPublic, Func<int, bool> isTold, List<int>? kicked)
    {
        _sequence += isPublic ? 1 : 0;
        _hostSequence += isPublic ? 1 : 0;
        JsonBody<SessionView>? session = isPublic ? Session(state) : null;
        // With the phase changes what a host can do.
        JsonBody<HostView>? host = isPublic ? WireJson.Body(Host(state, [])) : null;
        var position = Position(epoch);
        var nowMs = clock.NowMs;
        var takesReactions = Viewer.TakesReactions(state);
        foreach (var subscriber in subscribers.All.ToArray())
        {
            ImmutableArray<SeatBody> seats = [.. subscriber.Seats.Where(isTold).Select(seat => Own(state, seat))];
            subscriber.Send(new(position, nowMs, session, seats, subscriber.Hosts > 0 ? host : null, [.. kicked ?? []], []) { TakesReactions = takesReactions });
        }
    }

    private void MarkAll(GameState state) => _changedSeats.UnionWith(state.Players.Select(player => player.Seat));

    private static SeatBody Own(GameState state, int seat) => new(seat, WireJson.Body(Viewer.Seat(state, state.Players[seat])), state.Players[seat].Issue);

    private HostView Host(GameState state, IEnumerable<Player> players) => new(
        state.Phase is Phase.Asking asking ? asking.Answered : 0,
        subscribers.Connected,
        Viewer.Tally(state),
        [.. players.Select(player => Viewer.Roster(state, player, subscribers.IsConnected(player.Seat)))],
        _suspendedSinceMs is null ? Decider.PossibleActions(state) : []);

    /// <summary>What everyone sees of one state, written once: states are values, and many who come at once see the same.</summary>
    private sealed record SessionBody(GameState State, long? SuspendedSinceMs, JsonBody<SessionView> Body);
}
