namespace Arena.Runtime;

/// <summary>
/// What is placed as one: the grains whose keys agree up to the first '/'. So <c>gamesession/ABC123</c>, <c>leaderboard/ABC123</c> and
/// <c>player/ABC123/7</c> always live on one silo, and the directory holds one row for all of them.
/// </summary>
internal static class PlacementGroup
{
    /// <summary>The group of a grain.</summary>
    public static string Of(GrainId grainId)
    {
        var slash = grainId.Key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? grainId.Key : grainId.Key[..slash];
    }
}
