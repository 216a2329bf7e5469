using Arena.Storage.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Hosting.Cluster;

/// <summary>What of the configuration decides whether this process is part of a cluster. Section <c>Arena:Cluster</c>.</summary>
public static class ClusterConfiguration
{
    /// <summary>The section; it also holds the options of addresses, links and leases.</summary>
    public const string Section = "Arena:Cluster";

    /// <summary>How long a silo of a cluster waits for its sessions to move, unless the configuration says otherwise.</summary>
    internal const int HandOverMs = 20_000;

    private static readonly TimeSpan StopMargin = TimeSpan.FromSeconds(90);

    private const string Key = Section + ":Key";

    /// <summary>How long a silo may take to stop: its sessions move first, however long that is set to take.</summary>
    internal static TimeSpan ShutdownTimeout(int handOverMs) => TimeSpan.FromMilliseconds(handOverMs) + StopMargin;

    /// <summary>Whether there is a cluster key: a process that has it belongs to the cluster.</summary>
    public static bool IsClustered(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[Key]);

    /// <summary>Stops the start of a cluster on a database that several processes cannot share.</summary>
    internal static void AddDatabaseCheck(IServiceCollection services) => services.AddOptions<StorageOptions>().Validate(
        storage => storage.Provider == StorageProvider.Postgres,
        $"{Key} is set, and {StorageOptions.Section}:{nameof(StorageOptions.Provider)} is not postgres. "
        + "A cluster needs PostgreSQL: give postgres and a connection string, or take the key away to run alone.");
}
