using Arena.Game.Profiles;
using Arena.Gateway.Accounts.ApiKeys;
using Arena.Gateway.Accounts.MyResults;
using Arena.Gateway.Accounts.Passkeys;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Webhooks;
using Arena.Storage.Model;

namespace Arena.Gateway.Exports;

/// <summary>All that is stored of an account.</summary>
/// <param name="Account">The account itself.</param>
/// <param name="BoardName">What it is called on boards, or null.</param>
/// <param name="TwitchId">Who its owner is to Twitch, if they are linked.</param>
/// <param name="AuthSessions">The browsers that are signed in.</param>
/// <param name="Passkeys">Its passkeys.</param>
/// <param name="Quizzes">The quizzes it owns, in Arena's own JSON: each can be imported again.</param>
/// <param name="Games">The games it hosted.</param>
/// <param name="SecurityEvents">What the security log says of it.</param>
/// <param name="ApiKeys">The keys of its scripts, without their secrets.</param>
/// <param name="Results">How games ended that it played.</param>
/// <param name="PlayedGames">What its profile is computed from.</param>
/// <param name="Media">The pictures, sounds and videos in its library.</param>
/// <param name="Webhooks">Its webhooks, without their secrets.</param>
/// <param name="Email">Its address for mails, if it has one.</param>
/// <param name="Groups">The groups that it hosts.</param>
/// <param name="Memberships">The groups that it is a member of.</param>
/// <param name="Homework">The homework that it set.</param>
/// <param name="PlayedHomework">The homework that it played.</param>
/// <param name="Invitations">Open invitations to its quizzes.</param>
public sealed record AccountExport(
    AccountReply Account, string? BoardName, string? TwitchId, IReadOnlyList<AuthSession> AuthSessions, IReadOnlyList<PasskeyReply> Passkeys,
    IAsyncEnumerable<QuizDocument> Quizzes, IReadOnlyList<HostedGame> Games, IReadOnlyList<SecurityEntry> SecurityEvents,
    IReadOnlyList<ApiKeyReply> ApiKeys, IReadOnlyList<OwnResult> Results, IReadOnlyList<PlayedGame> PlayedGames,
    IReadOnlyList<ExportedMedium> Media, IReadOnlyList<WebhookReply> Webhooks, string? Email,
    IReadOnlyList<ExportedGroup> Groups, IReadOnlyList<ExportedMembership> Memberships,
    IReadOnlyList<ExportedHomework> Homework, IReadOnlyList<ExportedAttempt> PlayedHomework,
    IReadOnlyList<ExportedInvitation> Invitations);

/// <param name="Quiz">The quiz's title.</param>
/// <param name="Address">Who is invited to be a co-author, masked.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when it can be accepted.</param>
public sealed record ExportedInvitation(string Quiz, string Address, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <param name="Id">The session.</param>
/// <param name="Code">Its join code.</param>
/// <param name="CreatedAt">When it was launched.</param>
/// <param name="EndedAt">When it ended, or null.</param>
/// <param name="SummaryToken">What the link to its public summary is known by, if there is one.</param>
public sealed record HostedGame(Guid Id, string Code, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, string? SummaryToken);

/// <param name="Name">Under which <c>/media/</c> serves it.</param>
/// <param name="UploadedAt">When it was uploaded first.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Alt">What it shows.</param>
/// <param name="Credit">Author and licence.</param>
public sealed record ExportedMedium(string Name, DateTimeOffset UploadedAt, string? Title, string? Alt, string? Credit);

/// <param name="At">When it happened.</param>
/// <param name="Event">What.</param>
/// <param name="Ip">The caller's address.</param>
public sealed record SecurityEntry(DateTimeOffset At, SecurityEvent Event, string? Ip);

/// <param name="Id">The group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">The code that joins it.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record ExportedGroup(Guid Id, string Name, string Code, DateTimeOffset CreatedAt);

/// <param name="Group">The group's name.</param>
/// <param name="Name">What the account is called there.</param>
/// <param name="IsListed">Whether the group's leaderboard lists it.</param>
/// <param name="JoinedAt">Since when it is a member.</param>
public sealed record ExportedMembership(string Group, string Name, bool IsListed, DateTimeOffset JoinedAt);

/// <param name="Id">The homework.</param>
/// <param name="Title">Its title.</param>
/// <param name="Token">What its link is known by.</param>
/// <param name="CreatedAt">When it was set.</param>
/// <param name="DueAt">Until when.</param>
public sealed record ExportedHomework(Guid Id, string Title, string Token, DateTimeOffset CreatedAt, DateTimeOffset DueAt);

/// <param name="Title">The homework's title.</param>
/// <param name="Name">What the account was called in it.</param>
/// <param name="StartedAt">When the attempt began.</param>
/// <param name="EndedAt">When it ended, or null.</param>
/// <param name="Points">What it earned.</param>
/// <param name="Right">Right answers.</param>
public sealed record ExportedAttempt(string Title, string Name, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, int Points, int Right);
