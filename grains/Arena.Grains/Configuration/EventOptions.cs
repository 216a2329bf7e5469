using System.ComponentModel.DataAnnotations;

namespace Arena.Grains.Configuration;

/// <summary>How events reach their consumers. Section <c>Arena:Events</c>.</summary>
public sealed class EventOptions
{
    public const string Section = "Arena:Events";

    /// <summary>How often an event is tried before it becomes a dead letter.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>The pause before the second attempt, in milliseconds; each next pause is twice as long.</summary>
    [Range(1, 3_600_000)]
    public int FirstRetryMs { get; set; } = 1_000;

    /// <summary>The longest pause, in milliseconds.</summary>
    [Range(1, 86_400_000)]
    public int LongestRetryMs { get; set; } = 60_000;

    /// <summary>How long a consumer may take for a batch of one session, in milliseconds, before that counts as a failure.</summary>
    [Range(100, 25_000)]
    public int HandleTimeoutMs { get; set; } = 10_000;

    /// <summary>
    /// How often the log is read without a signal that something was committed, and how often due retries are looked for, in milliseconds.
    /// </summary>
    [Range(10, 60_000)]
    public int PollMs { get; set; } = 1_000;

    /// <summary>How often a queue's checkpoint is written at most, in milliseconds: what follows it is delivered again after a crash.</summary>
    [Range(10, 60_000)]
    public int CheckpointMs { get; set; } = 1_000;
}
