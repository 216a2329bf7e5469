namespace Arena.Grains;

/// <summary>
/// The journals of all sessions, one stream of versioned entries each. Durable means that it survives a power cut.
/// </summary>
/// <remarks>
/// The fence: opening a stream raises its epoch, and every append names the epoch and the version it follows. So of all activations that
/// believe they own a session only the last one to open it can write, whatever the others have noticed.
/// Every method that writes can fail with <see cref="JournalOverloadedException"/> or <see cref="JournalUnavailableException"/>, and then has
/// written nothing. After any other failure, cancellation included, it is not known whether it has.
/// </remarks>
public interface ISessionJournal
{
    /// <summary>
    /// Starts the stream of a new session under a code, with epoch 1 and <paramref name="first"/> as version 1. Repeating it with the same
    /// session id is harmless.
    /// </summary>
    /// <returns>False if a live session has the code.</returns>
    Task<bool> CreateAsync(NewSession session, JournalEntry first, CancellationToken cancel);

    /// <summary>Raises the epoch of the session with this code and reads all of its entries. Null if no session has the code.</summary>
    Task<OpenedJournal?> OpenAsync(string code, CancellationToken cancel);

    /// <summary>
    /// Appends entries and what they change in one transaction; many sessions' appends share one commit. A session that has ended takes
    /// no more.
    /// </summary>
    Task<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancel);

    /// <summary>Codes of the sessions that have not ended.</summary>
    Task<IReadOnlyList<string>> LiveCodesAsync(CancellationToken cancel);
}

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

/// <summary>A stream that this opener owns until somebody else opens it.</summary>
/// <param name="SessionId">Whose it is.</param>
/// <param name="Epoch">What every append of this owner names.</param>
/// <param name="Version">That of the last entry.</param>
/// <param name="Entries">All of them, in order.</param>
public sealed record OpenedJournal(Guid SessionId, long Epoch, long Version, IReadOnlyList<JournalEntry> Entries);

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

/// <summary>What became of an append.</summary>
public enum AppendResult
{
    /// <summary>Durable.</summary>
    Appended,
    /// <summary>Someone else owns the stream, or has written: this writer is stale and nothing was written.</summary>
    Fenced,
}
