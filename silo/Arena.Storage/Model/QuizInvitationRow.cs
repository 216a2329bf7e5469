namespace Arena.Storage.Model;

/// <summary>An invitation by mail to be a co-author of a quiz (table <c>quiz_invitation</c>), until it is accepted, withdrawn or too old.</summary>
public sealed class QuizInvitationRow
{
    public Guid Id { get; set; }
    public Guid QuizId { get; set; }

    /// <summary>Of the token in the link: who has the row cannot accept with it.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Where it went, as much of it as the owner needs to recognise it.</summary>
    public required string MaskedAddress { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
}
