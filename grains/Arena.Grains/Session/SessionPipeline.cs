using System.Collections.Immutable;
using System.Diagnostics;
using Arena.Game;
using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains.Ports;
using Arena.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace Arena.Grains.Session;

/// <summary>
/// The turns of one session. All commands go through one queue; a turn takes all waiting commands, decides each on the state that the ones
/// before it leave, appends all their events at once, and only then is the new state the truth and everyone is answered.
/// </summary>
/// <remarks>
/// Invariants. One turn at a time, on the grain's scheduler: there are no locks. <see cref="State"/> holds only durable events.
/// Nothing is acknowledged or published before it is durable. When an append is fenced this pipeline is closed for good: what it has is
/// stale, and the next activation reads the truth from the journal. When an append fails, with any outcome, the session is suspended:
/// commands are refused, and no turn is taken before the journal has been reopened, which proves that it takes writes, raises the epoch
/// against writes that are still under way, and reads the truth. The game's clock stands from the failure on.
/// </remarks>
internal sealed partial class SessionPipeline(
    ISessionJournal journal, OpenedSession? opened, ServerClock clock, int queueLimit, ILogger logger,
    Func<GameState, IReadOnlyList<GameEvent>, Task> committed, Func<Task> suspended)
{
    /// <summary>An outage that was over before people could notice gives them no extra time to come back.</summary>
    private const int UnnoticedMs = 1_000;

    private readonly List<Submission> _queue = [];
    private int _queued;
    private Task _turns = Task.CompletedTask;
    private GameErrorCode? _closed;
    private Guid _sessionId = opened?.State.SessionId ?? Guid.Empty;

    /// <summary>The durable state, or null before the launch.</summary>
    public GameState? State { get; private set; } = opened?.State;

    /// <summary>That of the last durable entry.</summary>
    public long Version { get; private set; } = opened?.Version ?? 0;

    /// <summary>The fence of this activation.</summary>
    public long Epoch { get; private set; } = opened?.Epoch ?? 0;

    /// <summary>What only the journal knows.</summary>
    public Ownership Ownership { get; } = new(journal, logger);

    /// <summary>Set while the journal takes no writes.</summary>
    public Outage? Outage { get; private set; }

    /// <summary>Whether this activation must stop.</summary>
    public bool IsClosed => _closed is not null;

    /// <summary>Decides commands in order; each is answered once what it led to is durable.</summary>
    public async Task<Decision[]> SubmitAsync(ImmutableArray<GameCommand> commands)
    {
        if (_closed is { } code)
            return [.. commands.Select(_ => (Decision)code)];
        if (Outage is not null && !_turns.IsCompleted)
            return [.. commands.Select(_ => (Decision)GameErrorCode.Unavailable)];
        if (_queued + commands.Length > queueLimit)
            return [.. commands.Select(_ => (Decision)GameErrorCode.Overloaded)];
        var submission = new Submission(commands);
        _queue.Add(submission);
        _queued += commands.Length;
        if (_turns.IsCompleted)
            _turns = RunAsync();
        return await submission.Done.Task;
    }

    /// <summary>Takes turns until no command waits. No caller waits for it: each waits for its own commands only.</summary>
    private async Task RunAsync()
    {
        while (_queue.Count > 0)
        {
            Submission[] taken = [.. _queue];
            _queue.Clear();
            _queued = 0;
            try
            {
                if (await ReturnAsync() is { } refusal)
                    Refuse(taken, refusal);
                else
                    await TurnAsync(taken);
            }
            catch (Exception bug)
            {
                _closed = GameErrorCode.Unavailable;
                foreach (var submission in taken)
                    submission.Done.TrySetException(bug);
            }
        }
    }

    /// <summary>After a failure of the journal: reads the truth from it, as soon as it can be had.</summary>
    /// <returns>Null when turns may be taken.</returns>
    private async Task<GameErrorCode?> ReturnAsync()
    {
        if (_closed is not null || Outage is not { } outage)
            return _closed;
        if (clock.NowMs < outage.RetryAtMs)
            return GameErrorCode.Unavailable;
        try
        {
            if (await journal.OpenSessionAsync(State!.Code, logger, CancellationToken.None) is not { } reopened
                || reopened.State.SessionId != _sessionId)
            {
                return _closed = GameErrorCode.Unavailable;
            }
            (State, Epoch, Version) = (reopened.State, reopened.Epoch, reopened.Version);
            return null;
        }
        catch (Exception failed)
        {
            LogStillUnavailable(failed, _sessionId, clock.NowMs - outage.SinceMs);
            await SuspendAsync();
            return GameErrorCode.Unavailable;
        }
    }

    private async Task TurnAsync(Submission[] taken)
    {
        GameCommand? recovery = Outage is { } ending && clock.NowMs - ending.SinceMs >= UnnoticedMs ? new GameCommand.Recover(ending.SinceMs) : null;
        var before = State;
        var after = State;
        var events = new List<GameEvent>();
        var started = Stopwatch.GetTimestamp();
        if (recovery is not null)
            Decide(recovery);
        var decisions = Array.ConvertAll(taken, submission => submission.Commands.Select(Decide).ToArray());
        GrainTelemetry.RecordScoring(started, events);

        var refusal = events.Count > 0 ? await AppendAsync(before, after!, events, HostOf(taken, after!))
            : before is not null && taken.Zip(decisions, TellsOfSeats).Any(tells => tells) ? Judge(await Ownership.AskAsync(_sessionId, Epoch))
            : null;
        if (refusal is not null)
        {
            Refuse(taken, refusal.Value);
            return;
        }
        State = after;
        var over = Outage;
        Outage = null;
        for (var index = 0; index < taken.Length; index++)
            taken[index].Done.SetResult(decisions[index]);
        if (events.Count > 0)
            await NotifyAsync(() => committed(after!, events));
        if (over is not null)
        {
            LogResumed(_sessionId, clock.NowMs - over.SinceMs);
            await NotifyAsync(suspended);
        }

        Decision Decide(GameCommand command)
        {
            var decision = Decider.Decide(after, command, clock.NowMs);
            if (decision is Decision.Accepted accepted)
            {
                foreach (var happened in accepted.Events)
                    after = Decider.Evolve(after, happened);
                events.AddRange(accepted.Events);
            }
            return decision;
        }
    }

    /// <summary>
    /// Whether this activation may still say what is, or is not, there. One that another silo has taken the session from, and that does not
    /// know it yet, knows less than it should: without an append only the journal knows.
    /// </summary>
    /// <returns>Null if it may.</returns>
    public async Task<GameErrorCode?> ConfirmAsync() =>
        _closed is not null || Outage is not null ? GameErrorCode.Unavailable : Judge(await Ownership.ShareAsync(_sessionId, () => Epoch));

    /// <summary>During an outage a newer epoch may be one that this activation has opened: the next opening of the journal decides then.</summary>
    private GameErrorCode? Judge((long Epoch, bool? IsOwned) told)
    {
        if (told.IsOwned is false && Outage is null && Epoch == told.Epoch)
            _closed = GameErrorCode.Unavailable;
        return told.IsOwned is true ? null : GameErrorCode.Unavailable;
    }

    /// <summary>Whether a browser learns for good that it has a seat, or has none: a newer activation may know better.</summary>
    private static bool TellsOfSeats(Submission submission, Decision[] answers) =>
        submission.Commands.Any(command => command is GameCommand.Join or GameCommand.HandOverSeat)
        || answers.Any(answer => answer is Decision.Refused { Code: GameErrorCode.UnknownSeat or GameErrorCode.SeatHandedOver });

    /// <summary>Durable events stay so, and the turns continue, even if publishing fails: a receiver that missed a push sees a gap.</summary>
    private async Task NotifyAsync(Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception failed)
        {
            LogPublishFailed(failed, _sessionId);
        }
    }

    /// <returns>Null when the events are durable.</returns>
    private async Task<GameErrorCode?> AppendAsync(GameState? before, GameState after, List<GameEvent> events, Guid? hostId)
    {
        try
        {
            return before is null ? await CreateAsync(after, events, hostId) : await ExtendAsync(before, after, events);
        }
        catch (JournalOverloadedException)
        {
            return GameErrorCode.Overloaded;
        }
        catch (JournalUnavailableException unavailable)
        {
            LogUnavailable(unavailable);
            await SuspendAsync();
            return GameErrorCode.Unavailable;
        }
        catch (Exception unknown)
        {
            LogOutcomeUnknown(unknown, after.SessionId);
            if (State is null)
                _closed = GameErrorCode.Unavailable;
            await SuspendAsync();
            return GameErrorCode.OutcomeUnknown;
        }
    }

    /// <summary>A session whose launch failed is not suspended: it does not exist yet.</summary>
    private async Task SuspendAsync()
    {
        if (State is null)
            return;
        if (Outage is null)
            Outage = new(clock.NowMs);
        else
            Outage.Failed(clock.NowMs);
        await NotifyAsync(suspended);
    }

    /// <summary>A session that is there was launched by another activation, which owns it: the next one opens it.</summary>
    private async Task<GameErrorCode?> CreateAsync(GameState after, List<GameEvent> events, Guid? hostId)
    {
        var session = new NewSession(after.SessionId, after.Code, after.Quiz.Id, EventCodec.WriteSettings(after.Settings), events[0].AtMs)
        {
            HostId = hostId,
        };
        var created = await journal.CreateAsync(session, EventCodec.Write(events[0]), CancellationToken.None);
        if (created != CreateResult.Created)
            return _closed = created == CreateResult.CodeTaken ? GameErrorCode.CodeTaken : GameErrorCode.Unavailable;
        (_sessionId, Epoch, Version) = (after.SessionId, 1, 1);
        return events.Count == 1 ? null : await ExtendAsync(Decider.Evolve(null, events[0]), after, events[1..]);
    }

    private async Task<GameErrorCode?> ExtendAsync(GameState before, GameState after, List<GameEvent> events)
    {
        var append = new JournalAppend(_sessionId, Epoch, Version, events.ConvertAll(EventCodec.Write))
        {
            Changes = SessionProjection.Of(before, events, after),
        };
        if (await journal.AppendAsync(append, CancellationToken.None) == AppendResult.Fenced)
        {
            _closed = GameErrorCode.Unavailable;
            return GameErrorCode.Unavailable;
        }
        Version += events.Count;
        return null;
    }

    private static Guid? HostOf(Submission[] taken, GameState state) => taken
        .SelectMany(submission => submission.Commands).OfType<GameCommand.Launch>()
        .FirstOrDefault(launch => launch.SessionId == state.SessionId)?.HostId;

    private static void Refuse(Submission[] taken, GameErrorCode code)
    {
        foreach (var submission in taken)
            submission.Done.SetResult([.. submission.Commands.Select(_ => (Decision)code)]);
    }

    [LoggerMessage(EventId = 103, Level = LogLevel.Error, Message = "Publishing a turn of session {SessionId} to the gateways failed")]
    private partial void LogPublishFailed(Exception cause, Guid sessionId);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "The journal took no write: nothing was acknowledged")]
    private partial void LogUnavailable(Exception cause);

    [LoggerMessage(EventId = 102, Level = LogLevel.Error, Message = "It is not known whether a write to session {SessionId} is durable: its journal is read again before it continues")]
    private partial void LogOutcomeUnknown(Exception cause, Guid sessionId);

    [LoggerMessage(EventId = 105, Level = LogLevel.Debug, Message = "The journal of session {SessionId} cannot be opened again; it is suspended for {OutageMs} ms")]
    private partial void LogStillUnavailable(Exception cause, Guid sessionId, long outageMs);

    [LoggerMessage(EventId = 106, Level = LogLevel.Information, Message = "Session {SessionId} resumed after a journal outage of {OutageMs} ms")]
    private partial void LogResumed(Guid sessionId, long outageMs);

    /// <summary>
    /// Commands that arrived together and are answered together, with one promise: its awaiter continues after the turn, not within it,
    /// and on the grain's scheduler, where a promise for each command, awaited all at once, would leave it for the thread pool.
    /// </summary>
    private sealed class Submission(ImmutableArray<GameCommand> commands)
    {
        public ImmutableArray<GameCommand> Commands { get; } = commands;

        public TaskCompletionSource<Decision[]> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
