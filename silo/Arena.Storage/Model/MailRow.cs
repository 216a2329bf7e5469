namespace Arena.Storage.Model;

/// <summary>
/// A mail to be sent (table <c>mail</c>), written in the transaction of what causes it. Once it is sent it has no address and no content left: the
/// row stays for a while, so that mails can be counted.
/// </summary>
public sealed class MailRow
{
    public long Id { get; set; }

    /// <summary>Whose it is; of an invitation, who invites; null for a request for a new password, before it is known whether an account has the address.</summary>
    public Guid? UserId { get; set; }

    public MailKind Kind { get; set; }

    /// <summary>Of its text: one of those of the interface, such as en.</summary>
    public required string Language { get; set; }

    public string? Address { get; set; }

    /// <summary>What the text needs beside the time, encrypted: it may be a token.</summary>
    public string? Content { get; set; }

    /// <summary>The game that it is about. No foreign key: games are deleted by their age.</summary>
    public Guid? SessionId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it is tried next; a sender that claims it moves this on. Null when it was sent or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int Attempts { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it was given up: it is a dead letter.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>Why it was not sent last: the server's status, never its words, which may have the address in them.</summary>
    public string? Error { get; set; }
}
