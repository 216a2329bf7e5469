using System.Collections.Immutable;
using Arena.Game;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains.Configuration;
using Arena.Grains.Names;
using Arena.Grains.Placement;
using Arena.Grains.Ports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Runtime.Placement;

namespace Arena.Grains.Session;

/// <summary>
/// The shell around one game: hands commands to the pipeline, keeps the clock armed, notifies the gateways. Reentrant, because the pipeline
/// is what makes the turns: many calls may wait in it for one append.
/// </summary>
[Reentrant, GamePlacement, SiloRole(SiloRole.Games)]
internal sealed partial class GameSessionGrain(
    IGrainContext context, IGrainRuntime runtime, ISessionJournal journal, IQuizLibrary library, ServerClock clock, LiveSessionRegistry registry,
    WordFilter words, INextSilo next, IOptions<GameOptions> options, ILogger<GameSessionGrain> logger)
    : Grain(context, runtime), IGameSessionGrain, IGrainMigrationParticipant
{
    /// <summary>Far beyond the longest <see cref="GameOptions.IdleExpiryMinutes"/>: a session without activity ends long before.</summary>
    private static readonly TimeSpan LongestGame = TimeSpan.FromDays(2);

    /// <summary>How long the answer that a code is unknown is good for.</summary>
    private static readonly TimeSpan UnknownKept = TimeSpan.FromSeconds(1);

    private const string CarriedKey = "arena.session";

    /// <summary>A migration that took no longer shifts no deadline. A clock that differs by more is treated as a pause.</summary>
    private const int UnnoticedMs = 1_000;

    private readonly TimeProvider _timers = runtime.TimeProvider;
    private readonly GameOptions _options = options.Value;
    private readonly SeatOffers _offers = new();
    private readonly NetworkSeats _networks = new(options.Value.MaxSeatsPerAddress);
    private readonly Removals _removals = new();
    private readonly PastGame _past = new(journal);
    private Subscribers _subscribers = null!;
    private SessionPipeline _pipeline = null!;
    private Publisher _publisher = null!;
    private SessionClock _time = null!;
    private SnapshotKeeper _snapshots = null!;
    private bool _live;
    private bool _leaving;
    private CarriedSession? _carried;
    private IGrainTimer? _forgetting;

    private GameState? State => _pipeline.State;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var opened = await journal.OpenSessionAsync(this.GetPrimaryKeyString(), logger, cancellationToken);
        _pipeline = new(journal, opened, clock, _options.MaxQueuedCommands, logger, CommittedAsync, SuspendedAsync);
        _subscribers = new(_options.SubscriptionMs, _options.PresenceGraceMs, _options.ReturnGraceMs, _timers, GatewayFailed);
        _publisher = new(_subscribers, clock, _options, State?.ExpiresAtMs);
        _time = new(this, clock, _options, _pipeline, _publisher, _subscribers, SubmitAsync);
        _snapshots = new(journal, _options.SnapshotEntries, opened?.KeptVersion ?? 0, logger);
        if (State is not { Ended: false } state)
            return;
        SetLive(true);
        if (_carried is { } carried && carried.SessionId == state.SessionId)
            await GoOnAsync(carried);
        else
            await RecoverAsync(state, opened!.LastAtMs);
        await _time.HostsChangedAsync();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        var ends = reason.ReasonCode == DeactivationReasonCode.ShuttingDown;
        var hasNext = next.For(this.GetGrainId()) is not null;
        if (ends && hasNext)
            this.MigrateOnIdle();
        // Also before a migration: if its target rejects it, only a call activates the session again. The last silo must not be called again.
        if (_live && (!ends || hasNext))
            await _publisher.MovedAsync();
        _carried = Carry();
        SetLive(false);
        await _snapshots.Keeping;
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext)
    {
        if ((Carry() ?? _carried) is { } carried)
            dehydrationContext.TryAddValue(CarriedKey, carried);
    }

    public void OnRehydrate(IRehydrationContext rehydrationContext) => rehydrationContext.TryGetValue(CarriedKey, out _carried);

    public async Task<Outcome<Launched>> Launch(LaunchSession command)
    {
        if (State is null && !registry.HasRoom)
            return Forget(GameErrorCode.TooManySessions);
        if (await QuizOfAsync(command) is not { } quiz)
            return Forget(GameErrorCode.UnknownQuiz);
        var settings = WireJson.Read(command.SettingsJson);
        var launch = new GameCommand.Launch(command.SessionId, this.GetPrimaryKeyString(), quiz, settings, command.Seed)
        {
            HostId = command.HostId,
            IdleExpiryMs = _options.IdleExpiryMinutes * 60_000,
            Series = command.Series is { } series ? new(series.PreviousId, series.Number, series.MixesTeams) : null,
        };
        if (await SubmitAsync(launch) is Decision.Refused refused)
            return Forget(refused.Code);
        await _time.HostsChangedAsync();
        return new Launched(State!.SessionId, State.Code);
    }

    public Task<Outcome<SessionSummary>> Find(CancellationToken cancel) => Task.FromResult<Outcome<SessionSummary>>(State switch
    {
        null => Forget(GameErrorCode.UnknownSession),
        var state when Decider.WhyJoiningIsClosed(state) is { } refusal => refusal,
        var state => new SessionSummary(state.Code, state.Quiz.Title, state.PlayerCount, state.Settings.Teams, state.Settings.Mode is SharedDeviceMode),
    });

    public Task<Outcome<NameSuggestion>> SuggestName(NameLanguage language, CancellationToken cancel) => Task.FromResult<Outcome<NameSuggestion>>(State switch
    {
        null => Forget(GameErrorCode.UnknownSession),
        { Ended: true } => GameErrorCode.SessionEnded,
        var state => new NameSuggestion(NameGenerator.Suggest(state, language, Random.Shared.NextInt64())),
    });

    public async Task<Outcome<Joined>> Join(JoinSession command)
    {
        var join = JoinOf(command);
        // Repeated, because the reply was lost: the seat is counted by now.
        var isNew = State is { Ended: false } state && SeatOf(state, join) is null;
        if (isNew && _removals.IsBarred(command.Browser))
            return GameErrorCode.Kicked;
        var network = isNew ? command.Network : null;
        if (network is not null && !_networks.TryReserve(network))
            return GameErrorCode.TooManyFromNetwork;
        int? taken = null;
        try
        {
            if (await SubmitAsync(join) is Decision.Refused refused)
                return State is null ? Forget(refused.Code) : refused.Code;
            taken = SeatOf(State!, join);
            if (taken is { } own)
                _removals.Seated(own, command.Browser);
        }
        finally
        {
            if (network is not null)
                _networks.Settle(network, taken);
        }
        return Seated(SeatOf(State!, join), command.Gateway);
    }

    public async Task<Outcome<Done>> Announce(Guid sessionId, string nextCode)
    {
        if (State is not { } state || state.SessionId != sessionId)
            return await UnknownAsync(sessionId);
        if (!state.Ended)
            return GameErrorCode.NotNow;
        _publisher.Announce(_pipeline.Epoch, state, nextCode);
        return new Done(state.Step);
    }

    public async Task<Outcome<CarriedSeat>> CarryOver(Guid sessionId, int seat, int issue)
    {
        var game = State?.SessionId == sessionId ? State : await _past.FindAsync(sessionId);
        return game?.PlayerAt(seat) switch
        {
            null when game is null => await UnknownAsync(sessionId),
            null => GameErrorCode.UnknownSeat,
            { Kicked: true } => GameErrorCode.Kicked,
            { } player when player.Issue != issue => GameErrorCode.SeatHandedOver,
            _ when !game.Ended => GameErrorCode.NotNow,
            var player => new CarriedSeat(sessionId, seat, player.Nickname, player.ShownFace, player.Team, Series.PointsOf(player), player.Approved),
        };
    }

    public Task<Outcome<SeatSnapshot>> Resume(Guid sessionId, int seat, string gateway)
    {
        if (State?.SessionId == sessionId && State.PlayerAt(seat) is { Kicked: false })
            SetPresence(gateway, seat, connected: true);
        return SeatSnapshot(sessionId, seat);
    }

    public async Task<Outcome<SeatHandover>> OfferSeat(Guid sessionId, int seat) => State switch
    {
        { } state when state.SessionId == sessionId => (Outcome<SeatHandover>)(state.PlayerAt(seat) switch
        {
            _ when state.Ended => GameErrorCode.SessionEnded,
            null => GameErrorCode.UnknownSeat,
            { Kicked: true } => GameErrorCode.Kicked,
            _ => _offers.Open(seat, clock.NowMs).ToHandover(),
        }),
        _ => await UnknownAsync(sessionId),
    };

    public async Task<Outcome<Joined>> TakeSeat(TakeSeat command)
    {
        if (State is null)
            return Forget(GameErrorCode.UnknownSession);
        // Repeated, because the reply was lost: the code is used by now.
        var isRepeated = State.SeatByOperation.TryGetValue(command.OperationId, out var seat);
        var offer = isRepeated ? null : _offers.Take(string.Concat(command.Code.Where(char.IsAsciiDigit)), clock.NowMs);
        if (!isRepeated && offer is null)
            return GameErrorCode.UnknownHandover;
        if (await SubmitAsync(new GameCommand.HandOverSeat(command.OperationId, offer?.Seat ?? seat)) is not Decision.Refused refused)
            return Seated(State!.SeatByOperation.TryGetValue(command.OperationId, out var own) ? own : null, command.Gateway);
        if (offer is not null)
            _offers.PutBack(offer);
        return refused.Code;
    }

    public async Task<GameErrorCode?> CheckIssue(Guid sessionId, int seat, int issue) => State switch
    {
        { } state when state.SessionId == sessionId => state.PlayerAt(seat) switch
        {
            null => await ConfirmAsync() ?? GameErrorCode.UnknownSeat,
            { } player when player.Issue == issue && _pipeline.Outage is not null => null,
            { } player => await ConfirmAsync() ?? (player.Issue == issue ? null : GameErrorCode.SeatHandedOver),
        },
        _ => await UnknownAsync(sessionId),
    };

    public async Task<ImmutableArray<Outcome<Acknowledged>>> Answer(Guid sessionId, ImmutableArray<SubmitAnswer> batch)
    {
        if (State?.SessionId != sessionId)
        {
            Outcome<Acknowledged> unknown = await UnknownAsync(sessionId);
            return [.. batch.Select(_ => unknown)];
        }
        ImmutableArray<GameCommand.SubmitAnswer> commands = [.. batch.Select(answer => new GameCommand.SubmitAnswer(
            answer.OperationId, answer.Seat, answer.Round, answer.ReadAnswer()!, answer.StampMs, answer.LinkDelayMs) { Issue = answer.Issue, Stake = answer.Stake })
            .Select(Completed)];
        var decisions = await SubmitAsync(ImmutableArray<GameCommand>.CastUp(commands));
        return [.. decisions.Zip(commands, Acknowledge)];
    }

    public Task<Outcome<Done>> UseHint(Guid sessionId, UseHint command) =>
        DoneAsync(sessionId, new GameCommand.UseHint(command.OperationId, command.Seat, command.Round, command.Issue));

    public Task<Outcome<Done>> Next(Guid sessionId, NextQuestion command) =>
        DoneAsync(sessionId, new GameCommand.NextQuestion(command.Seat, command.Step, command.Issue));

    public Task<Outcome<Done>> UsePowerUp(Guid sessionId, UsePowerUp command) =>
        DoneAsync(sessionId, new GameCommand.UsePowerUp(command.OperationId, command.Seat, command.Round, command.Kind, command.Issue));

    public Task<Outcome<Done>> ChangeFace(Guid sessionId, ChangeFace command) =>
        DoneAsync(sessionId, new GameCommand.ChangeFace(command.Seat, command.From, command.To, command.Issue));

    /// <summary>A player's command whose success is all that there is to say.</summary>
    private async Task<Outcome<Done>> DoneAsync(Guid sessionId, GameCommand command)
    {
        if (State?.SessionId != sessionId)
            return await UnknownAsync(sessionId);
        return await SubmitAsync(command) is Decision.Refused refused ? refused.Code : new Done(State!.Step);
    }

    public Task React(Guid sessionId, ReactionBatch batch) =>
        State is { } state && state.SessionId == sessionId && Viewer.TakesReactions(state) ? _publisher.ReactedAsync(batch) : Task.CompletedTask;

    public async Task<Outcome<Done>> Command(Guid sessionId, HostCommand command)
    {
        if (State?.SessionId != sessionId)
            return await UnknownAsync(sessionId);
        if (WireJson.TryRead(command.ActionJson) is not { } action)
            return GameErrorCode.InvalidMessage;
        var decision = await SubmitAsync(new GameCommand.Host(command.OperationId, command.Step, Completed(action, State)));
        return decision is Decision.Refused refused ? refused.Code : new Done(State!.Step);
    }

    public async Task<Outcome<SeatSnapshot>> SeatSnapshot(Guid sessionId, int seat) => State switch
    {
        { } state when state.SessionId == sessionId => state.PlayerAt(seat) switch
        {
            null => await ConfirmAsync() ?? GameErrorCode.UnknownSeat,
            { Kicked: true } => GameErrorCode.Kicked,
            var player => Snapshot(state, player),
        },
        _ => await UnknownAsync(sessionId),
    };

    public async Task<Outcome<HostSnapshot>> HostSnapshot(Guid sessionId) => State switch
    {
        { } state when state.SessionId == sessionId => new HostSnapshot(
            _publisher.Position(_pipeline.Epoch), clock.NowMs, _publisher.Session(state),
            WireJson.Body(_publisher.WholeRoster(state))),
        _ => await UnknownAsync(sessionId),
    };

    public async Task<Outcome<Subscribed>> Subscribe(
        Guid sessionId, string gateway, ISessionObserver observer, ImmutableArray<int> seats, int hosts)
    {
        if (State is not { } state || state.SessionId != sessionId)
            return await UnknownAsync(sessionId);
        _subscribers.Subscribe(gateway, observer, [.. seats.Where(seat => state.PlayerAt(seat) is not null)], hosts, clock.NowMs);
        await _time.HostsChangedAsync();
        return new Subscribed(_publisher.Position(_pipeline.Epoch), clock.NowMs, _publisher.Session(State), Viewer.TakesReactions(State));
    }

    public async Task Unsubscribe(string gateway)
    {
        _time.Drop(gateway);
        await _time.HostsChangedAsync();
        _time.Rearm();
    }

    public Task SeatPresence(string gateway, int seat, bool connected)
    {
        if (State?.PlayerAt(seat) is not null)
            SetPresence(gateway, seat, connected);
        return Task.CompletedTask;
    }

    public Task HostPresence(string gateway, int connections)
    {
        _subscribers.SetHosts(gateway, connections);
        return _time.HostsChangedAsync();
    }

    public Task HandOver()
    {
        _leaving = true;
        DrainIfIdle();
        return Task.CompletedTask;
    }

    public async Task Wake(long epoch)
    {
        if (epoch <= _pipeline.Epoch)
            return;
        // One that knows no session was here before the launch.
        if (State is null)
            DeactivateOnIdle();
        else
            await ConfirmAsync();
    }

    private async Task<Decision> SubmitAsync(GameCommand command) => (await SubmitAsync([command]))[0];

    private async Task<Decision[]> SubmitAsync(ImmutableArray<GameCommand> commands)
    {
        var decisions = await _pipeline.SubmitAsync(commands);
        if (_pipeline.IsClosed)
            DeactivateOnIdle();
        return decisions;
    }

    private Task CommittedAsync(GameState state, IReadOnlyList<GameEvent> events)
    {
        _publisher.Committed(_pipeline.Epoch, state, events);
        SetLive(!state.Ended);
        foreach (var kicked in events.OfType<PlayerKicked>())
            _removals.Removed(kicked.Seat, _networks.Remove(kicked.Seat));
        _time.Rearm();
        if (!state.Ended && events.Any(happened => happened is QuestionClosed))
            _snapshots.QuestionClosed(state, _pipeline.Version, events[^1].AtMs);
        DrainIfIdle();
        return Task.CompletedTask;
    }

    /// <summary>Leaves between two questions, where players do not notice that the game continues on another silo.</summary>
    private void DrainIfIdle()
    {
        if (!_leaving || State?.Phase is Phase.GetReady or Phase.Asking)
            return;
        // Without another silo it stays until this one deactivates it, and continues after the next start.
        if (next.For(this.GetGrainId()) is not { } silo)
            return;
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        this.MigrateOnIdle();
        RequestContext.Remove(IPlacementDirector.PlacementHintKey);
    }

    private Task SuspendedAsync()
    {
        _publisher.Suspended(_pipeline.Epoch, State!, _pipeline.Outage?.SinceMs);
        _time.Rearm();
        return Task.CompletedTask;
    }

    /// <returns>Null if the session is over, or has stopped already.</returns>
    private CarriedSession? Carry() => _live
        ? new(State!.SessionId, clock.NowMs, _time.HostGoneAtMs, _subscribers.Carry(), _subscribers.CarryLost(clock.NowMs), _networks.Carry(), _removals.Carry())
        : null;

    /// <summary>After a migration: who was there still is.</summary>
    private async Task GoOnAsync(CarriedSession carried)
    {
        var nowMs = clock.NowMs;
        foreach (var subscriber in carried.Subscribers)
            _subscribers.Subscribe(subscriber.Gateway, subscriber.Observer, subscriber.Seats, subscriber.Hosts, nowMs);
        foreach (var (seat, remainingMs) in carried.Lost.IsDefault ? [] : carried.Lost)
            _subscribers.Await([seat], nowMs + remainingMs);
        _time.Carry(carried.HostGoneAtMs);
        _networks.Carry(carried.Networks);
        _removals.Carry(carried.Removals);
        if (nowMs - carried.NowMs is < 0 or > UnnoticedMs)
            await SubmitAsync(new GameCommand.Recover(carried.NowMs));
        _publisher.Repeat(_pipeline.Epoch, State!);
    }

    /// <summary>After an interruption: no player is connected yet, and all are waited for.</summary>
    private async Task RecoverAsync(GameState state, long lastAtMs)
    {
        _subscribers.Await(state.Players.Where(player => !player.Kicked).Select(player => player.Seat), clock.NowMs + _options.ReturnGraceMs);
        await SubmitAsync(new GameCommand.Recover(lastAtMs));
    }

    private void SetPresence(string gateway, int seat, bool connected)
    {
        var replaced = _subscribers.Seat(gateway, seat, connected, clock.NowMs);
        _publisher.SeatChanged(seat);
        if (replaced is not null)
            _publisher.Replaced(_pipeline.Epoch, replaced, seat);
        _time.Rearm();
    }

    /// <summary>An action with what the session knows and its caller does not.</summary>
    private HostAction Completed(HostAction action, GameState state) => action switch
    {
        HostAction.Rename rename => rename with { Unfit = words.Finds(rename.Nickname) },
        HostAction.RemoveAbsent remove => remove with { Seats = Absent(state) },
        _ => action,
    };

    /// <summary>Of all answers, everyone sees words alone.</summary>
    private GameCommand.SubmitAnswer Completed(GameCommand.SubmitAnswer answer) =>
        answer.Value is WordsAnswer { Words: { IsDefault: false } given } ? answer with { Unfit = given.Any(words.FindsIn) } : answer;

    /// <summary>The seats whose players are not connected: those that are only waited for are.</summary>
    private ImmutableArray<int> Absent(GameState state)
    {
        var nowMs = clock.NowMs;
        return [.. state.Players.Where(player => !player.Kicked && !_subscribers.IsAwaited(player.Seat, nowMs)).Select(player => player.Seat)];
    }

    private SeatSnapshot Snapshot(GameState state, Player player) => new(
        _publisher.Position(_pipeline.Epoch), clock.NowMs, _publisher.Session(state),
        WireJson.Body(Viewer.Seat(state, player)), WireJson.Body(Viewer.Results(state, player)));

    /// <summary>A gateway that takes no pushes is gone, and with it who was connected through it. One that lives subscribes again.</summary>
    private void GatewayFailed(string gateway, Exception cause)
    {
        LogGatewayFailed(cause, gateway, State?.SessionId);
        _time.Drop(gateway);
        _time.Rearm();
    }

    private Task<Quiz?> QuizOfAsync(LaunchSession command) => command.HomeworkId is { } homework
        ? library.FindHomeworkAsync(homework, CancellationToken.None)
        : library.FindAsync(command.QuizId, command.Drawn.IsDefault ? [] : command.Drawn, CancellationToken.None);

    /// <summary>
    /// A live game stays in memory even without activity; one that is over is deactivated when idle, and so is a self-paced one, which its player
    /// may leave for days.
    /// </summary>
    private void SetLive(bool live)
    {
        if (_live == live)
            return;
        _live = live;
        if (live)
            registry.Add(this.GetPrimaryKeyString());
        else
            registry.Remove(this.GetPrimaryKeyString());
        DelayDeactivation(live && !SoloCode.IsOne(this.GetPrimaryKeyString()) ? LongestGame : TimeSpan.Zero);
    }

    /// <summary>Before something is said that a newer activation may contradict: null once the journal has confirmed that this one is the newest.</summary>
    private async Task<GameErrorCode?> ConfirmAsync()
    {
        var refusal = await _pipeline.ConfirmAsync();
        if (_pipeline.IsClosed)
            DeactivateOnIdle();
        return refusal;
    }

    /// <summary>
    /// A key that names no session is not kept in memory: guessing codes must not fill it. Not forgotten at once either, because Orleans
    /// forwards a call that meets a deactivation only twice.
    /// </summary>
    private GameErrorCode Forget(GameErrorCode code)
    {
        if (State is null)
            _forgetting ??= this.RegisterGrainTimer(ForgetAsync, new(UnknownKept, Timeout.InfiniteTimeSpan) { Interleave = true });
        return code;
    }

    /// <summary>Refuses who holds a key of a session, once the journal has confirmed that it is over: it may have been launched elsewhere since.</summary>
    private async Task<GameErrorCode> UnknownAsync(Guid sessionId)
    {
        var isLive = await _pipeline.Ownership.IsLiveAsync(sessionId);
        if (isLive is false)
            return Forget(GameErrorCode.UnknownSession);
        if (isLive is true)
            DeactivateOnIdle();
        return GameErrorCode.Unavailable;
    }

    private Task ForgetAsync(CancellationToken cancel)
    {
        _forgetting?.Dispose();
        _forgetting = null;
        if (State is null)
            DeactivateOnIdle();
        return Task.CompletedTask;
    }

    /// <summary>A join with what the session knows and its caller does not.</summary>
    private GameCommand.Join JoinOf(JoinSession command) =>
        command.Carried is { } carried && State?.Series is { } series && series.PreviousId == carried.SessionId
            ? new(command.OperationId, carried.Nickname)
            {
                Face = carried.Face,
                Team = !series.MixesTeams && carried.Team < State.Settings.Teams ? carried.Team : null,
                Previous = new(carried.Seat, carried.Points, carried.IsApproved),
            }
            : new(command.OperationId, command.Nickname)
            {
                Face = command.Face,
                Team = command.Team,
                Unfit = words.Finds(command.Nickname),
                IsHeld = _removals.IsHeld(command.Browser, command.Network),
            };

    private static int? SeatOf(GameState state, GameCommand.Join join) =>
        state.SeatByOperation.TryGetValue(join.OperationId, out var seat)
        || (join.Previous is { } previous && state.SeatByPrevious.TryGetValue(previous.Seat, out seat))
            ? seat
            : null;

    /// <summary>The turn is over, and a later one may have handed the seat over.</summary>
    private Outcome<Joined> Seated(int? seat, string? gateway)
    {
        if (seat is not { } taken)
            return GameErrorCode.SeatHandedOver;
        var player = State!.Players[taken];
        if (player.Kicked)
            return GameErrorCode.Kicked;
        if (gateway is not null)
            SetPresence(gateway, player.Seat, connected: true);
        return new Joined(State.SessionId, player.Seat, player.Nickname, player.Issue, Snapshot(State, player));
    }

    /// <summary>A repeated answer is acknowledged as it was the first time.</summary>
    private static Outcome<Acknowledged> Acknowledge(Decision decision, GameCommand.SubmitAnswer answer) => decision switch
    {
        Decision.Refused refused => refused.Code,
        Decision.Accepted { Standing: { } standing } => Acknowledged.For(standing.Round, standing.Value),
        Decision.Accepted { Events: [AnswerAccepted accepted, ..] } => Acknowledged.For(answer.Round, accepted.Answer.Value),
        Decision.Accepted { Events: [SecondAnswerAccepted second] } => Acknowledged.For(answer.Round, second.Answer.Value),
        _ => Acknowledged.For(answer.Round, answer.Value),
    };

    [LoggerMessage(EventId = 109, Level = LogLevel.Warning, Message = "Gateway {Gateway} takes no pushes of session {SessionId}: its subscription was dropped")]
    private partial void LogGatewayFailed(Exception cause, string gateway, Guid? sessionId);
}
