namespace Arena.Storage.Model;

/// <summary>A member of a group (table <c>group_member</c>), by a name that its members and its host see.</summary>
public sealed class GroupMemberRow
{
    public Guid GroupId { get; set; }
    public Guid UserId { get; set; }
    public required string Name { get; set; }

    /// <summary>Two names with the same key are the same to a reader.</summary>
    public required string NameKey { get; set; }

    /// <summary>Whether the member opted in to the group's leaderboard.</summary>
    public bool IsListed { get; set; }

    public DateTimeOffset JoinedAt { get; set; }
}
