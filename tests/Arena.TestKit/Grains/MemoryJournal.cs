using System.Threading.Channels;
using Arena.GrainInterfaces;
using Arena.Grains.Ports;

namespace Arena.TestKit.Grains;

/// <summary>A journal in memory with the port's fence, and with faults to order: before a commit, after it, or a commit that waits.</summary>
public sealed class MemoryJournal : ISessionJournal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _opened;
    private readonly List<Stream> _streams = [];

    /// <summary>The sessions that were created, in order.</summary>
    public List<NewSession> Sessions { get; } = [];

    /// <summary>Entries of each append that was taken, in order.</summary>
    public List<int> Appends { get; } = [];

    /// <summary>Whether it checks the writer's epoch and version. Without, it accepts all writes: for tests of tests.</summary>
    public bool Fences { get; init; } = true;

    /// <summary>Accepts no writes and returns no reads until it is up again.</summary>
    public bool Down { get; set; }

    /// <summary>Calls while it was down.</summary>
    public int Refused { get; private set; }

    /// <summary>The snapshots that were kept, in order. Read one to wait for it.</summary>
    public Channel<SessionSnapshot> Snapshots { get; } = Channel.CreateUnbounded<SessionSnapshot>();

    /// <summary>The snapshots that were submitted, stored or not.</summary>
    public Channel<SessionSnapshot> SnapshotAsked { get; } = Channel.CreateUnbounded<SessionSnapshot>();

    /// <summary>How often the snapshot was of no use.</summary>
    public int WholeLogsRead { get; private set; }

    /// <summary>Sees the next snapshots, and may fail or put another in their place.</summary>
    public Func<SessionSnapshot, SessionSnapshot>? BeforeSnapshot { get; set; }

    /// <summary>Runs before the next appends write.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    /// <summary>Runs once the next appends have written.</summary>
    public Func<Task>? AfterCommit { get; set; }

    public Task<CreateResult> CreateAsync(NewSession session, JournalEntry first, CancellationToken cancel)
    {
        Ask();
        lock (_gate)
        {
            if (_streams.Exists(stream => stream.Session.SessionId == session.SessionId))
                return Task.FromResult(CreateResult.Exists);
            if (_streams.Exists(stream => stream.Session.Code == session.Code && !stream.Ended))
                return Task.FromResult(CreateResult.CodeTaken);
            Sessions.Add(session);
            _streams.Add(new Stream(session) { Epoch = 1, Entries = { first } });
            return Task.FromResult(CreateResult.Created);
        }
    }

    public Task<OpenedJournal?> OpenAsync(string code, CancellationToken cancel)
    {
        Ask();
        lock (_gate)
        {
            if (_streams.FindLast(stream => stream.Session.Code == code) is not { } stream)
                return Task.FromResult<OpenedJournal?>(null);
            _opened?.TrySetResult();
            return Task.FromResult<OpenedJournal?>(
                new(stream.Session.SessionId, ++stream.Epoch, stream.Entries.Count, [.. stream.Entries.Skip((int)(stream.Snapshot?.Version ?? 0))], stream.Snapshot));
        }
    }

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(Guid sessionId, long upTo, CancellationToken cancel)
    {
        Ask();
        lock (_gate)
        {
            WholeLogsRead++;
            return Task.FromResult<IReadOnlyList<JournalEntry>>(
                [.. _streams.Single(stream => stream.Session.SessionId == sessionId).Entries.Take((int)upTo)]);
        }
    }

    public Task KeepSnapshotAsync(Guid sessionId, SessionSnapshot snapshot, CancellationToken cancel)
    {
        Ask();
        SnapshotAsked.Writer.TryWrite(snapshot);
        if (BeforeSnapshot?.Invoke(snapshot) is { } broken)
            snapshot = broken;
        lock (_gate)
        {
            var stream = _streams.Single(stream => stream.Session.SessionId == sessionId);
            if (!stream.Ended && snapshot.Version > (stream.Snapshot?.Version ?? 0))
                stream.Snapshot = snapshot;
        }
        Snapshots.Writer.TryWrite(snapshot);
        return Task.CompletedTask;
    }

    public async Task<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancel)
    {
        Ask();
        if (BeforeCommit is { } before)
            await before();
        lock (_gate)
        {
            var stream = _streams.Single(stream => stream.Session.SessionId == append.SessionId);
            if (Fences && (stream.Epoch != append.Epoch || stream.Entries.Count != append.ExpectedVersion || stream.Ended))
                return AppendResult.Fenced;
            stream.Entries.AddRange(append.Entries);
            stream.Ended |= append.Changes.EndedAtMs is not null;
            Appends.Add(append.Entries.Count);
        }
        if (AfterCommit is { } after)
            await after();
        return AppendResult.Appended;
    }

    public Task<bool> IsOwnedAsync(Guid sessionId, long epoch, CancellationToken cancel)
    {
        Ask();
        lock (_gate)
            return Task.FromResult(_streams.Single(stream => stream.Session.SessionId == sessionId).Epoch == epoch);
    }

    public Task<bool> IsLiveAsync(Guid sessionId, CancellationToken cancel)
    {
        Ask();
        lock (_gate)
            return Task.FromResult(_streams.Exists(stream => stream.Session.SessionId == sessionId && !stream.Ended));
    }

    public Task<IReadOnlyList<LiveSession>> LiveSessionsAsync(CancellationToken cancel)
    {
        Ask();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<LiveSession>>(
                [.. _streams.Where(stream => !stream.Ended && !SoloCode.IsOne(stream.Session.Code)).Select(stream => new LiveSession(stream.Session.Code, stream.Epoch))]);
        }
    }

    /// <summary>All entries of a session.</summary>
    public IReadOnlyList<JournalEntry> Entries(Guid sessionId)
    {
        lock (_gate)
            return [.. _streams.Where(stream => stream.Session.SessionId == sessionId).SelectMany(stream => stream.Entries)];
    }

    /// <summary>How many entries of a type a session's stream holds.</summary>
    public int Count(string code, string type)
    {
        lock (_gate)
            return _streams.Last(stream => stream.Session.Code == code).Entries.Count(entry => entry.Type == type);
    }

    /// <summary>Completes when a stream is opened next.</summary>
    public Task NextOpeningAsync()
    {
        lock (_gate)
            return (_opened = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    /// <summary>Someone else opens the stream: the present owner is stale from now on.</summary>
    public Task StealAsync(string code) => OpenAsync(code, CancellationToken.None);

    private void Ask()
    {
        if (!Down)
            return;
        Refused++;
        throw new JournalUnavailableException("down");
    }

    private sealed record Stream(NewSession Session)
    {
        public long Epoch { get; set; }

        public List<JournalEntry> Entries { get; } = [];

        public SessionSnapshot? Snapshot { get; set; }

        public bool Ended { get; set; }
    }
}
