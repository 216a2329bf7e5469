using Orleans.Placement;

namespace Arena.Grains.Placement;

/// <summary>Places a grain class only on silos that have a role.</summary>
/// <param name="role">One of <see cref="SiloRole"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SiloRoleAttribute(string role) : PlacementFilterAttribute(new SiloRoleFilter(role))
{
    /// <summary>The role.</summary>
    public string Role { get; } = role;
}
