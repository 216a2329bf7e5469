namespace Arena.Grains.Ports;

/// <summary>
/// What the event bus owes its consumers, durably: a backlog for each consumer that failed in a session, and the events that were given up.
/// </summary>
public interface IEventDeliveries
{
    /// <summary>The consumers that have a backlog in a session.</summary>
    Task<IReadOnlyList<string>> BehindAsync(Guid sessionId, CancellationToken cancel);

    /// <summary>A consumer's backlog in a session, or null.</summary>
    Task<EventBacklog?> FindAsync(string consumer, Guid sessionId, CancellationToken cancel);

    /// <summary>Begins a backlog. One that is there already stays, unless this one begins earlier.</summary>
    Task DeferAsync(EventBacklog backlog, CancellationToken cancel);

    /// <summary>Replaces a backlog, if it is still as it was read; ends it only if the session has no event that was not handled.</summary>
    /// <param name="was">As it was read.</param>
    /// <param name="now">What it is from now on; null if the consumer has caught up.</param>
    /// <param name="given">An event that is given up with it, or null.</param>
    /// <param name="cancel">Stops the wait.</param>
    /// <returns>False if someone else has changed it, or there is more to handle.</returns>
    Task<bool> ReplaceAsync(EventBacklog was, EventBacklog? now, DeadLetter? given, CancellationToken cancel);

    /// <summary>Backlogs of some consumers that are due, the longest due first.</summary>
    Task<IReadOnlyList<EventBacklog>> DueAsync(IReadOnlyCollection<string> consumers, DateTimeOffset now, int limit, CancellationToken cancel);

    /// <summary>Dead letters of some consumers that an administrator wants to be tried again.</summary>
    Task<IReadOnlyList<DeadLetter>> WantedAgainAsync(IReadOnlyCollection<string> consumers, int limit, CancellationToken cancel);

    /// <summary>A dead letter, or null if it is gone.</summary>
    Task<DeadLetter?> FindLetterAsync(string consumer, Guid sessionId, long version, CancellationToken cancel);

    /// <summary>A dead letter was handled after all, or was discarded.</summary>
    Task RemoveLetterAsync(DeadLetter letter, CancellationToken cancel);

    /// <summary>A dead letter failed once more. One that is gone stays so.</summary>
    Task UpdateLetterAsync(DeadLetter letter, CancellationToken cancel);

    /// <summary>
    /// Lets a consumer start over in every session that has an event behind a position: from the session's first event.
    /// </summary>
    /// <returns>How many sessions that are.</returns>
    Task<int> StartOverAsync(string consumer, long after, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>
/// A consumer is behind in a session: it has handled all events before a version, and reads the others from the log until it has caught up.
/// Meanwhile the stream's events of that session pass it by.
/// </summary>
/// <param name="Consumer">Who is behind.</param>
/// <param name="SessionId">Where.</param>
/// <param name="Version">Of the first event that it has not handled.</param>
/// <param name="Attempts">How often that one has failed.</param>
/// <param name="DueAt">When it is tried next.</param>
/// <param name="Error">Why it failed last, or null.</param>
/// <param name="StartsOver">Whether the consumer first has to forget what it derived from the session.</param>
public sealed record EventBacklog(
    string Consumer, Guid SessionId, long Version, int Attempts, DateTimeOffset DueAt, string? Error, bool StartsOver = false);

/// <summary>An event that a consumer could not handle.</summary>
/// <param name="Consumer">Whose it is.</param>
/// <param name="SessionId">Of which session.</param>
/// <param name="Version">Which event.</param>
/// <param name="Type">The event's name.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why it failed last.</param>
/// <param name="At">When.</param>
public sealed record DeadLetter(string Consumer, Guid SessionId, long Version, string Type, int Attempts, string Error, DateTimeOffset At);
