namespace Arena.Storage.Retention;

/// <summary>How long ended games are kept. Section <c>Arena:Retention</c>. Ages in days; 0 keeps permanently.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Arena:Retention";

    /// <summary>Sessions that ended are deleted after this, with their logs, players, answers and scores.</summary>
    public int EndedSessionDays { get; set; } = 180;

    /// <summary>Sessions that never ended are deleted when nothing has happened in them for this long: their codes become free.</summary>
    public int AbandonedSessionDays { get; set; } = 7;

    /// <summary>Authors without an account who are not signed in and own no quiz are deleted after this.</summary>
    public int GuestDays { get; set; } = 30;

    /// <summary>Quizzes of authors without an account are deleted when they were neither changed nor played for this long.</summary>
    public int UnusedQuizDays { get; set; } = 180;

    /// <summary>The security log forgets after this.</summary>
    public int SecurityEventDays { get; set; } = 365;

    /// <summary>Messages of webhooks that were delivered or given up are deleted after this, with their responses.</summary>
    public int WebhookDeliveryDays { get; set; } = 30;

    /// <summary>How often it is looked for what to delete.</summary>
    public int SweepMinutes { get; set; } = 60;

    /// <summary>How many rows one transaction deletes at most: games wait that long for the writer.</summary>
    public int RowsABatch { get; set; } = 500;
}
