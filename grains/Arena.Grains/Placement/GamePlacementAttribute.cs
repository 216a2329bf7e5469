using Orleans.Placement;

namespace Arena.Grains.Placement;

/// <summary>Places a grain class by <see cref="GamePlacement"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class GamePlacementAttribute() : PlacementAttribute(new GamePlacement());
