using System.ComponentModel.DataAnnotations;

namespace Arena.Gateway.Groups;

/// <summary>The bounds of groups. Section <c>Arena:Groups</c>.</summary>
public sealed class GroupOptions
{
    public const string Section = "Arena:Groups";

    /// <summary>Groups that one account may host.</summary>
    [Range(1, 1_000)]
    public int MaxGroups { get; set; } = 20;

    /// <summary>Members of one group.</summary>
    [Range(1, 10_000)]
    public int MaxMembers { get; set; } = 500;

    /// <summary>Groups that one account may be a member of.</summary>
    [Range(1, 1_000)]
    public int MaxMemberships { get; set; } = 50;
}
