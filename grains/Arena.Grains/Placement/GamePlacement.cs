namespace Arena.Grains.Placement;

/// <summary>Places the grains of one game together: those whose keys agree up to the first '/'.</summary>
[GenerateSerializer, Immutable, Alias("arena.GamePlacement")]
internal sealed class GamePlacement : PlacementStrategy
{
    /// <summary>The group of a grain: of <c>player/ABC123/7</c> it is <c>ABC123</c>, as of <c>gamesession/ABC123</c>.</summary>
    public static string GroupOf(GrainId grain)
    {
        var key = grain.Key.ToString()!;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? key : key[..slash];
    }
}
