using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Arena.Hosting.Cluster;

/// <summary>What silos and gateways of one cluster have in common.</summary>
internal static class ClusterRegistration
{
    /// <summary>Part of the keys under which Orleans stores grain states: never to be changed.</summary>
    public const string ServiceId = "arena";

    private const int ProbesOfALease = 3;

    public static void AddOrleansCluster(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ArenaClusterOptions>().Bind(configuration.GetSection(ClusterConfiguration.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ArenaClusterOptions>, ArenaClusterOptionsValidator>();
        services.AddOptions<ClusterOptions>().Configure<IOptions<ArenaClusterOptions>>((cluster, arena) =>
            (cluster.ServiceId, cluster.ClusterId) = (ServiceId, NameOf(arena.Value.Key)));
        services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<ArenaClusterOptions>>(Watch);
    }

    /// <summary>Silos that have another key are another cluster, even in the same database. The name does not give the key away.</summary>
    private static string NameOf(string key) => "arena-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("cluster:" + key)))[..16];

    /// <summary>
    /// A silo that has not answered for about a lease's time is dead; one that left no word is not waited for when the cluster starts again.
    /// Orleans adapts the timeout of a probe to the load, within bounds that by themselves would reach four times the first value.
    /// </summary>
    private static void Watch(ClusterMembershipOptions membership, IOptions<ArenaClusterOptions> arena)
    {
        var lease = arena.Value.LeaseTimeToLive;
        membership.ProbeTimeout = lease / ProbesOfALease;
        membership.MinProbeTimeout = membership.ProbeTimeout / 2;
        membership.MaxProbeTimeout = membership.ProbeTimeout * 2;
        membership.NumMissedProbesLimit = ProbesOfALease;
        membership.IAmAliveTablePublishTimeout = lease;
        membership.TableRefreshTimeout = lease;
    }
}
