using Arena.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Silo;

/// <summary>What of the configuration decides whether this process is part of a cluster. Section <c>Arena:Cluster</c>.</summary>
public static class ClusterConfiguration
{
    /// <summary>The section; the engine's own options of links and leases are read from it as well.</summary>
    public const string Section = "Arena:Cluster";

    /// <summary>How long a silo of a cluster waits for its sessions to move, unless the configuration says otherwise.</summary>
    internal const int HandOverMs = 90_000;

    private static readonly TimeSpan StopMargin = TimeSpan.FromSeconds(90);

    private const string Key = Section + ":Key";

    /// <summary>How long a silo may take to stop: its sessions move first, however long that is set to take.</summary>
    internal static TimeSpan ShutdownTimeout(int handOverMs) => TimeSpan.FromMilliseconds(handOverMs) + StopMargin;

    /// <summary>Whether there is a cluster key: whoever has it belongs to the cluster.</summary>
    public static bool IsClustered(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[Key]);

    /// <summary>Whether the database is one that several processes can share.</summary>
    internal static bool IsOnPostgres(IConfiguration configuration) => string.Equals(
        configuration[$"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}"], nameof(StorageProvider.Postgres), StringComparison.OrdinalIgnoreCase);

    /// <summary>The database that holds the cluster together. That it is one is made sure of at start.</summary>
    internal static string ConnectionString(IConfiguration configuration) =>
        configuration[$"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}"] ?? "";

    /// <summary>Stops the start of a cluster on a database that several processes cannot share.</summary>
    internal static void AddDatabaseCheck(IServiceCollection services) => services.AddOptions<StorageOptions>().Validate(
        storage => storage.Provider == StorageProvider.Postgres,
        $"{Key} is set, and {StorageOptions.Section}:{nameof(StorageOptions.Provider)} is not postgres. "
        + "A cluster needs PostgreSQL: give postgres and a connection string, or take the key away to run alone.");
}
