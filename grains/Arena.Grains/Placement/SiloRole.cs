namespace Arena.Grains.Placement;

/// <summary>What a silo is for. A silo may have several roles; grains name the one they need.</summary>
public static class SiloRole
{
    /// <summary>The key of Orleans' silo metadata that holds a silo's roles, separated by commas.</summary>
    public const string MetadataKey = "arena.roles";

    /// <summary>Sessions, their players and their leaderboards.</summary>
    public const string Games = "games";

    /// <summary>Consumers of the sessions' events.</summary>
    public const string Consumers = "consumers";

    /// <summary>Every role that exists.</summary>
    public static IReadOnlyList<string> All { get; } = [Games, Consumers];
}
