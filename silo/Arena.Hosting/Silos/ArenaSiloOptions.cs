using Arena.Grains.Placement;

namespace Arena.Hosting.Silos;

/// <summary>What one silo does. Section <c>Arena:Silo</c>.</summary>
internal sealed class ArenaSiloOptions
{
    public const string Section = "Arena:Silo";

    /// <summary>What this silo is for, separated by commas: <c>games</c>, <c>consumers</c>.</summary>
    public string Roles { get; set; } = string.Join(',', SiloRole.All);

    /// <summary>Calls that may wait for one grain before further ones are refused.</summary>
    public int MailboxLimit { get; set; } = 10_000;

    /// <summary>The roles, without blanks.</summary>
    public IReadOnlyList<string> RoleList => Roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
