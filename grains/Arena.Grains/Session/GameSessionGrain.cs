using System.Collections.Immutable;
using System.Text.Json;
using Arena.Game;
using Arena.GrainInterfaces;
using Arena.Grains.Names;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Session;

/// <summary>
/// The shell around one game: hands commands to the pipeline, keeps the clock armed, tells the gateways. Reentrant, because the pipeline
/// is what makes the turns: many calls may wait in it for one append.
/// </summary>
[Reentrant]
internal sealed class GameSessionGrain(
    ISessionJournal journal, IQuizLibrary library, ServerClock clock, SessionCensus census, WordFilter words, IOptions<GameOptions> options,
    ILogger<GameSessionGrain> logger) : Grain, IGameSessionGrain
{
    /// <summary>Far beyond the longest <see cref="GameOptions.IdleExpiryMinutes"/>: a session without activity ends long before.</summary>
    private static readonly TimeSpan LongestGame = TimeSpan.FromDays(2);

    private readonly GameOptions _options = options.Value;
    private readonly Audience _audience = new(options.Value.SubscriptionMs, options.Value.PresenceGraceMs, options.Value.ReturnGraceMs);
    private readonly SeatOffers _offers = new();
    private SessionPipeline _pipeline = null!;
    private Publisher _publisher = null!;
    private SessionClock _time = null!;
    private BoardFeed _boards = null!;
    private SnapshotKeeper _snapshots = null!;
    private Task _recording = Task.CompletedTask;
    private bool _live;
    private bool _leaving;

    private GameState? State => _pipeline.State;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var opened = await journal.OpenSessionAsync(this.GetPrimaryKeyString(), logger, cancellationToken);
        _pipeline = new(journal, opened, clock, _options.MaxQueuedCommands, logger, CommittedAsync, HeldAsync);
        _publisher = new(_audience, clock, _options, State?.ExpiresAtMs);
        _time = new(this, clock, _options, _pipeline, _publisher, _audience, SubmitAsync);
        _boards = new(GrainFactory, logger);
        _snapshots = new(journal, _options.SnapshotEntries, opened?.KeptVersion ?? 0, logger);
        if (State is not { Ended: false } state)
            return;
        _audience.Await(state.Players.Where(player => !player.Kicked).Select(player => player.Seat), clock.NowMs + _options.ReturnGraceMs);
        SetLive(true);
        await SubmitAsync(new GameCommand.Recover(opened!.LastAtMs));
        await _time.HostsChangedAsync();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_live)
            await _publisher.MovedAsync();
        SetLive(false);
        await Task.WhenAll(_recording, _snapshots.Keeping);
    }

    public async Task<Outcome<Launched>> Launch(LaunchSession command)
    {
        if (State is null && !census.HasRoom)
            return Forget(Refusal.TooManySessions);
        if (await library.FindAsync(command.QuizId, CancellationToken.None) is not { } quiz)
            return Forget(Refusal.UnknownQuiz);
        var settings = JsonSerializer.Deserialize<SessionSettings>(command.SettingsJson.Utf8.Span, WireJson.Options)!;
        var launch = new GameCommand.Launch(command.SessionId, this.GetPrimaryKeyString(), quiz, settings, command.Seed)
        {
            HostId = command.HostId,
            IdleExpiryMs = _options.IdleExpiryMinutes * 60_000,
        };
        if (await SubmitAsync(launch) is Decision.Refused refused)
            return Forget(refused.Code);
        await _time.HostsChangedAsync();
        return new Launched(State!.SessionId, State.Code);
    }

    public Task<Outcome<SessionSummary>> Find() => Task.FromResult<Outcome<SessionSummary>>(State switch
    {
        null => Forget(Refusal.UnknownSession),
        var state when Decider.WhyJoiningIsClosed(state) is { } refusal => refusal,
        var state => new SessionSummary(state.Code, state.Quiz.Title, state.PlayerCount, state.Settings.Teams),
    });

    public Task<Outcome<NameSuggestion>> SuggestName(NameLanguage language) => Task.FromResult<Outcome<NameSuggestion>>(State switch
    {
        null => Forget(Refusal.UnknownSession),
        { Ended: true } => Refusal.SessionEnded,
        var state => new NameSuggestion(NameGenerator.Suggest(state, language, Random.Shared.NextInt64())),
    });

    public async Task<Outcome<Joined>> Join(JoinSession command)
    {
        var join = new GameCommand.Join(command.OperationId, command.Nickname) { Face = command.Face, Team = command.Team, Unfit = words.Finds(command.Nickname) };
        if (await SubmitAsync(join) is Decision.Refused refused)
            return State is null ? Forget(refused.Code) : refused.Code;
        return JoinedBy(command.OperationId);
    }

    public Task<Outcome<SeatHandover>> OfferSeat(Guid sessionId, int seat) => Task.FromResult<Outcome<SeatHandover>>(State switch
    {
        { } state when state.SessionId == sessionId => state.PlayerAt(seat) switch
        {
            _ when state.Ended => Refusal.SessionEnded,
            null => Refusal.UnknownSeat,
            { Kicked: true } => Refusal.Kicked,
            _ => _offers.Open(seat, clock.NowMs).ToHandover(),
        },
        _ => Forget(Refusal.UnknownSession),
    });

    public async Task<Outcome<Joined>> TakeSeat(TakeSeat command)
    {
        if (State is null)
            return Forget(Refusal.UnknownSession);
        // Repeated, because the reply was lost: the code is used by now.
        if (State.SeatByOperation.ContainsKey(command.OperationId))
            return JoinedBy(command.OperationId);
        if (_offers.Take(string.Concat(command.Code.Where(char.IsAsciiDigit)), clock.NowMs) is not { } offer)
            return Refusal.UnknownHandover;
        if (await SubmitAsync(new GameCommand.HandOverSeat(command.OperationId, offer.Seat)) is not Decision.Refused refused)
            return JoinedBy(command.OperationId);
        _offers.PutBack(offer);
        return refused.Code;
    }

    public Task<Refusal?> CheckIssue(Guid sessionId, int seat, int issue) => Task.FromResult<Refusal?>(State switch
    {
        { } state when state.SessionId == sessionId => state.PlayerAt(seat) switch
        {
            null => Refusal.UnknownSeat,
            { } player => player.Issue == issue ? null : Refusal.SeatHandedOver,
        },
        _ => Forget(Refusal.UnknownSession),
    });

    public async Task<ImmutableArray<Outcome<Acknowledged>>> Answer(Guid sessionId, ImmutableArray<SubmitAnswer> batch)
    {
        if (State?.SessionId != sessionId)
            return [.. batch.Select(_ => (Outcome<Acknowledged>)Forget(Refusal.UnknownSession))];
        var decisions = await SubmitAsync([.. batch.Select(answer => new GameCommand.SubmitAnswer(
            answer.OperationId, answer.Seat, answer.Round, answer.Choice, answer.StampMs, answer.LinkDelayMs))]);
        return [.. decisions.Zip(batch, Acknowledge)];
    }

    public async Task<Outcome<Done>> Command(Guid sessionId, HostCommand command)
    {
        if (State?.SessionId != sessionId)
            return Forget(Refusal.UnknownSession);
        var decision = await SubmitAsync(new GameCommand.Host(command.OperationId, command.Action, command.Step, command.Value)
        {
            Time = command.Time,
            Nickname = command.Nickname,
            Unfit = words.Finds(command.Nickname),
            Team = command.Team,
        });
        return decision is Decision.Refused refused ? refused.Code : new Done(State!.Step);
    }

    public Task<Outcome<SeatSnapshot>> SeatSnapshot(Guid sessionId, int seat) => Task.FromResult<Outcome<SeatSnapshot>>(State switch
    {
        { } state when state.SessionId == sessionId => state.PlayerAt(seat) switch
        {
            null => Refusal.UnknownSeat,
            { Kicked: true } => Refusal.Kicked,
            var player => new SeatSnapshot(
                _publisher.Position(_pipeline.Epoch), clock.NowMs, _publisher.Session(state),
                WireJson.Body(Viewer.Seat(state, player)), WireJson.Body(Viewer.Results(state, player))),
        },
        _ => Forget(Refusal.UnknownSession),
    });

    public Task<Outcome<HostSnapshot>> HostSnapshot(Guid sessionId) => Task.FromResult<Outcome<HostSnapshot>>(State switch
    {
        { } state when state.SessionId == sessionId => new HostSnapshot(
            _publisher.Position(_pipeline.Epoch), clock.NowMs, _publisher.Session(state),
            WireJson.Body(_publisher.WholeRoster(state))),
        _ => Forget(Refusal.UnknownSession),
    });

    public async Task<Outcome<Subscribed>> Subscribe(
        Guid sessionId, string gateway, ISessionObserver observer, ImmutableArray<int> seats, int hosts)
    {
        if (State is not { } state || state.SessionId != sessionId)
            return Forget(Refusal.UnknownSession);
        _audience.Subscribe(gateway, observer, seats, hosts, clock.NowMs);
        await _time.HostsChangedAsync();
        return new Subscribed(_publisher.Position(_pipeline.Epoch), clock.NowMs, _publisher.Session(State));
    }

    public async Task Unsubscribe(string gateway)
    {
        _time.Drop(gateway);
        await _time.HostsChangedAsync();
        _time.Rearm();
    }

    public async Task SeatPresence(string gateway, int seat, bool connected)
    {
        if (State?.PlayerAt(seat) is null)
            return;
        var replaced = _audience.Seat(gateway, seat, connected, clock.NowMs);
        _publisher.SeatChanged(seat);
        if (replaced is not null)
            await _publisher.ReplacedAsync(_pipeline.Epoch, replaced, seat);
        _time.Rearm();
    }

    public Task HostPresence(string gateway, int connections)
    {
        _audience.SetHosts(gateway, connections);
        return _time.HostsChangedAsync();
    }

    public Task HandOver()
    {
        _leaving = true;
        LeaveIfCalm();
        return Task.CompletedTask;
    }

    public Task Wake()
    {
        if (State is null)
            Forget(Refusal.UnknownSession);
        return Task.CompletedTask;
    }

    private async Task<Decision> SubmitAsync(GameCommand command) => (await SubmitAsync([command]))[0];

    private async Task<Decision[]> SubmitAsync(ImmutableArray<GameCommand> commands)
    {
        var decisions = await _pipeline.SubmitAsync(commands);
        if (_pipeline.IsClosed)
            DeactivateOnIdle();
        return decisions;
    }

    private async Task CommittedAsync(GameState state, IReadOnlyList<GameEvent> events)
    {
        await _publisher.CommittedAsync(_pipeline.Epoch, state, events);
        SetLive(!state.Ended);
        _time.Rearm();
        if (events.Any(happened => happened is QuestionClosed or SessionFinished))
            _recording = _boards.RecordAsync(state);
        if (!state.Ended && events.Any(happened => happened is QuestionClosed))
            _snapshots.QuestionClosed(state, _pipeline.Version, events[^1].AtMs);
        LeaveIfCalm();
    }

    /// <summary>Between two questions nobody notices that the game goes on elsewhere.</summary>
    private void LeaveIfCalm()
    {
        if (_leaving && State?.Phase is not (Phase.GetReady or Phase.Asking))
            DeactivateOnIdle();
    }

    private async Task HeldAsync()
    {
        await _publisher.HeldAsync(_pipeline.Epoch, State!, _pipeline.Hold?.SinceMs);
        _time.Rearm();
    }

    /// <summary>A live game stays in memory however quiet it is; one that is over goes when nobody has asked for a while.</summary>
    private void SetLive(bool live)
    {
        if (_live == live)
            return;
        _live = live;
        if (live)
            census.Came(this.GetPrimaryKeyString());
        else
            census.Went(this.GetPrimaryKeyString());
        DelayDeactivation(live ? LongestGame : TimeSpan.Zero);
    }

    /// <summary>A key that names no session is not kept in memory: guessing codes must not fill it.</summary>
    private Refusal Forget(Refusal code)
    {
        if (State is null)
            DeactivateOnIdle();
        return code;
    }

    private Joined JoinedBy(Guid operationId)
    {
        var player = State!.Players[State.SeatByOperation[operationId]];
        return new(State.SessionId, player.Seat, player.Nickname, player.Issue);
    }

    /// <summary>A repeated answer is acknowledged as it was the first time.</summary>
    private static Outcome<Acknowledged> Acknowledge(Decision decision, SubmitAnswer answer) => decision switch
    {
        Decision.Refused refused => refused.Code,
        Decision.Accepted { Standing: { } standing } => new Acknowledged(standing.Round, standing.Choice),
        _ => new Acknowledged(answer.Round, answer.Choice),
    };
}
