namespace Arena.Storage.Model;

/// <summary>A quiz that players play by themselves until a date (table <c>homework</c>).</summary>
public sealed class HomeworkRow
{
    public Guid Id { get; set; }

    /// <summary>The account that set it.</summary>
    public Guid OwnerId { get; set; }

    /// <summary>The quiz that it was made of. No foreign key: it has its own copy and outlives the quiz.</summary>
    public Guid QuizId { get; set; }

    public required string Title { get; set; }

    /// <summary>The quiz as it was when the homework was set, with its keys.</summary>
    public required string QuizJson { get; set; }

    public int Questions { get; set; }

    /// <summary>What the link that players follow is known by.</summary>
    public required string Token { get; set; }

    /// <summary>Before it no attempt begins; null for at once.</summary>
    public DateTimeOffset? OpensAt { get; set; }

    public DateTimeOffset DueAt { get; set; }

    /// <summary>Whether attempts may continue after the due date, and are marked as late.</summary>
    public bool AcceptsLate { get; set; }

    /// <summary>Attempts of each player; null for as many as they like.</summary>
    public int? MaxAttempts { get; set; }

    /// <summary>Whether each attempt has the questions in an order of its own.</summary>
    public bool Shuffle { get; set; }

    public bool FeedbackAtEnd { get; set; }

    /// <summary>Whether the time limits of the questions do not apply.</summary>
    public bool Untimed { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was closed, by its owner or because it was over; null while attempts may begin or continue.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
