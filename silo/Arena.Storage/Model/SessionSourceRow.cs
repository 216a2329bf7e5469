namespace Arena.Storage.Model;

/// <summary>A quiz of which questions were drawn for a session, in addition to the one that was launched (table <c>session_source</c>).</summary>
public sealed class SessionSourceRow
{
    public Guid SessionId { get; set; }

    /// <summary>No foreign key: a session has its own copy and outlives the quiz.</summary>
    public Guid QuizId { get; set; }
}
