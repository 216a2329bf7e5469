using Orleans.Metadata;
using Orleans.Placement;

namespace Arena.Grains.Placement;

/// <summary>Which role a grain class needs, as a property of its type that all silos know.</summary>
internal sealed class SiloRoleFilter : PlacementFilterStrategy
{
    private const string Property = "role";

    /// <summary>For Orleans, which then calls <see cref="AdditionalInitialize"/>.</summary>
    public SiloRoleFilter()
        : this(SiloRole.Games)
    {
    }

    public SiloRoleFilter(string role)
        : base(order: 0) => Role = role;

    public string Role { get; private set; }

    public override void AdditionalInitialize(GrainProperties properties) =>
        Role = GetPlacementFilterGrainProperty(Property, properties) ?? throw new InvalidOperationException("The grain type names no silo role.");

    protected override IEnumerable<KeyValuePair<string, string>> GetAdditionalGrainProperties(
        IServiceProvider services, Type grainClass, GrainType grainType, IReadOnlyDictionary<string, string> existingProperties) =>
        [KeyValuePair.Create(Property, Role)];
}
