using Arena.GrainInterfaces;

namespace Arena.Grains.Ports;

/// <summary>
/// The journals of all sessions, one stream of versioned entries each. Durable means that it survives a power cut.
/// </summary>
/// <remarks>
/// The fence: opening a stream raises its epoch, and every append names the epoch and the version it follows. So of all activations that
/// believe they own a session only the last one to open it can write, regardless of what the others have noticed.
/// Every method that writes can fail with <see cref="JournalOverloadedException"/> or <see cref="JournalUnavailableException"/>, and then has
/// written nothing. After any other failure, cancellation included, it is not known whether it has.
/// </remarks>
public interface ISessionJournal
{
    /// <summary>
    /// Starts the stream of a new session under a code, with epoch 1 and <paramref name="first"/> as version 1. Repeating it with the same
    /// session id changes nothing, the owner included: the creator owns the session until it is opened.
    /// </summary>
    Task<CreateResult> CreateAsync(NewSession session, JournalEntry first, CancellationToken cancel);

    /// <summary>
    /// Raises the epoch of the session with this code and reads its snapshot, if one is kept, and the entries after it. Null if no session
    /// has the code.
    /// </summary>
    Task<OpenedJournal?> OpenAsync(string code, CancellationToken cancel);

    /// <summary>Reads a stream's first entries, for who can make no use of the snapshot that is kept of them, or after its session has ended.</summary>
    /// <param name="sessionId">Whose.</param>
    /// <param name="upTo">The version of the last one, or more than there are.</param>
    /// <param name="cancel">Stops the reading.</param>
    Task<IReadOnlyList<JournalEntry>> ReadAsync(Guid sessionId, long upTo, CancellationToken cancel);

    /// <summary>
    /// Keeps a snapshot of a live session in place of the one before. A newer one that is already there stays. Durable once this returns,
    /// but the log is the truth: nothing is lost with a snapshot.
    /// </summary>
    Task KeepSnapshotAsync(Guid sessionId, SessionSnapshot snapshot, CancellationToken cancel);

    /// <summary>
    /// Appends entries and what they change in one transaction; many sessions' appends share one commit. A session that has ended takes
    /// no more.
    /// </summary>
    Task<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancel);

    /// <summary>Whether the stream has not been opened again since the opening that gave this epoch: its opener has the newest state.</summary>
    Task<bool> IsOwnedAsync(Guid sessionId, long epoch, CancellationToken cancel);

    /// <summary>Whether the session was created and has not ended.</summary>
    Task<bool> IsLiveAsync(Guid sessionId, CancellationToken cancel);

    /// <summary>
    /// The sessions that have not ended and have to run, in the order of their codes: one that is played alone waits for its player
    /// (<see cref="SoloCode"/>).
    /// </summary>
    Task<IReadOnlyList<LiveSession>> LiveSessionsAsync(CancellationToken cancel);
}

/// <summary>A session that has not ended.</summary>
/// <param name="Code">Its join code.</param>
/// <param name="Epoch">That of its last opening: an activation with a lower one is stale.</param>
public sealed record LiveSession(string Code, long Epoch);

/// <summary>A session as its stream begins.</summary>
public sealed record NewSession(Guid SessionId, string Code, Guid QuizId, string SettingsJson, long CreatedAtMs)
{
    /// <summary>The user who launched it, if known.</summary>
    public Guid? HostId { get; init; }
}

/// <summary>One event.</summary>
/// <param name="Type">A stable name, with a version when the payload's form changes.</param>
/// <param name="PayloadJson">The event.</param>
/// <param name="AtMs">When it happened, in Unix milliseconds.</param>
public sealed record JournalEntry(string Type, string PayloadJson, long AtMs);

/// <summary>A stream that this opener owns until another one opens it.</summary>
/// <param name="SessionId">Whose it is.</param>
/// <param name="Epoch">What every append of this owner names.</param>
/// <param name="Version">That of the last entry.</param>
/// <param name="Entries">Those after the snapshot, in order; all of them without one.</param>
/// <param name="Snapshot">The snapshot of the entries before, or null.</param>
public sealed record OpenedJournal(
    Guid SessionId, long Epoch, long Version, IReadOnlyList<JournalEntry> Entries, SessionSnapshot? Snapshot = null)
{
    /// <summary>When the last entry happened, in Unix milliseconds.</summary>
    public long LastAtMs => Entries.Count > 0 ? Entries[^1].AtMs : Snapshot!.AtMs;
}

/// <summary>What the first entries of a stream come to: a cache of the log, which spares replaying them.</summary>
/// <param name="Version">Of the last entry that is in it.</param>
/// <param name="AtMs">When that happened, in Unix milliseconds.</param>
/// <param name="Type">Names the form of the payload. Who does not know it replays the log.</param>
/// <param name="Payload">The state.</param>
public sealed record SessionSnapshot(long Version, long AtMs, string Type, ReadOnlyMemory<byte> Payload);

/// <summary>What to append.</summary>
/// <param name="SessionId">To whose stream.</param>
/// <param name="Epoch">That of the opening which made this writer the owner.</param>
/// <param name="ExpectedVersion">That of the last entry known to the writer.</param>
/// <param name="Entries">At least one, in order.</param>
public sealed record JournalAppend(Guid SessionId, long Epoch, long ExpectedVersion, IReadOnlyList<JournalEntry> Entries)
{
    /// <summary>What the entries change in the other tables, in the same transaction.</summary>
    public SessionChanges Changes { get; init; } = SessionChanges.None;
}

/// <summary>What became of a creation.</summary>
public enum CreateResult
{
    /// <summary>Durable, and its creator's.</summary>
    Created,
    /// <summary>The session was there before.</summary>
    Exists,
    /// <summary>Another live session has the code.</summary>
    CodeTaken,
}

/// <summary>What became of an append.</summary>
public enum AppendResult
{
    /// <summary>Durable.</summary>
    Appended,
    /// <summary>Someone else owns the stream, or has written: this writer is stale and nothing was written.</summary>
    Fenced,
}
