namespace Arena.Gateway.Groups;

/// <param name="Name">One line of at most 60 characters.</param>
public sealed record GroupChange(string? Name);

/// <param name="Code">The group's code, as it was typed.</param>
public sealed record GroupLookup(string? Code);

/// <param name="Code">The group's code, as it was typed.</param>
/// <param name="Name">3 to 20 letters, digits and <c>. _ -</c> between them: what the group's members and its host see.</param>
/// <param name="IsListed">Whether the group's leaderboard lists the account by that name.</param>
public sealed record GroupJoin(string? Code, string? Name, bool IsListed = false);

/// <param name="Name">3 to 20 letters, digits and <c>. _ -</c> between them: what the group's members and its host see.</param>
/// <param name="IsListed">Whether the group's leaderboard lists the account by that name.</param>
public sealed record MembershipChange(string? Name, bool IsListed = false);

/// <param name="Address">Who is invited. At most 254 characters.</param>
/// <param name="Language">Of the mail: <c>en</c> or <c>fr</c>.</param>
public sealed record GroupInvitation(string? Address, string? Language);

/// <summary>A group that the caller hosts or is a member of.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Host">The name of its host's account.</param>
/// <param name="IsHost">Whether that is the caller.</param>
/// <param name="Members">How many members it has.</param>
public sealed record GroupSummary(Guid Id, string Name, string Host, bool IsHost, int Members);

/// <summary>What a code leads to, for who is about to join.</summary>
/// <param name="Id">The group.</param>
/// <param name="Name">Its name.</param>
/// <param name="Host">The name of its host's account.</param>
/// <param name="IsKnown">Whether the caller hosts it or is a member already.</param>
public sealed record GroupFound(Guid Id, string Name, string Host, bool IsKnown);

/// <summary>A group, for its host and its members.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Host">The name of its host's account.</param>
/// <param name="Code">The code that joins it: for its host alone.</param>
/// <param name="Own">The caller's own membership; null for its host.</param>
/// <param name="Members">All members, by name.</param>
public sealed record GroupReply(Guid Id, string Name, string Host, string? Code, GroupMember? Own, IReadOnlyList<GroupMember> Members);

/// <summary>A member of a group.</summary>
/// <param name="Name">What it is called there.</param>
/// <param name="IsListed">Whether the group's leaderboard lists it.</param>
public sealed record GroupMember(string Name, bool IsListed);
