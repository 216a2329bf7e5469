namespace Arena.Gateway.CoAuthors;

/// <param name="Address">Who is invited. At most 254 characters.</param>
/// <param name="Language">Of the mail: <c>en</c> or <c>fr</c>.</param>
public sealed record CoAuthorInvitation(string? Address, string? Language);

/// <param name="Token">What follows the <c>#</c> of the link in the mail.</param>
public sealed record InvitationProof(string? Token);

/// <summary>An invitation that was neither accepted nor withdrawn, for the owner of the quiz.</summary>
/// <param name="Id">Withdraws it.</param>
/// <param name="Address">Where it went, masked.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when it can be accepted.</param>
public sealed record OpenInvitation(Guid Id, string Address, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>What a link invites to, for who is about to accept.</summary>
/// <param name="Title">The quiz's.</param>
/// <param name="Owner">The account that invites.</param>
public sealed record InvitationFound(string Title, string Owner);

/// <param name="QuizId">The quiz that is shared now.</param>
public sealed record InvitationAccepted(Guid QuizId);
