using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Arena.Silo;

/// <summary>What silos and gateways of one Orleans cluster have in common.</summary>
internal static class OrleansClusterRegistration
{
    /// <summary>Part of the keys under which Orleans stores grain states: never to be changed.</summary>
    private const string ServiceId = "arena";

    /// <summary>Orleans' name for its queries' dialect, and the assembly that it loads for them.</summary>
    public const string Npgsql = "Npgsql";

    private const int ProbesOfALease = 3;

    public static void AddOrleansCluster(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OrleansClusterOptions>().Bind(configuration.GetSection(ClusterConfiguration.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OrleansClusterOptions>, OrleansClusterOptionsValidator>();
        services.AddOptions<ClusterOptions>().Configure<IOptions<OrleansClusterOptions>>((cluster, arena) =>
            (cluster.ServiceId, cluster.ClusterId) = (ServiceId, NameOf(arena.Value.Key)));
        services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<OrleansClusterOptions>>(Watch);
    }

    /// <summary>Silos that have another key are another cluster, even in the same database. The name does not give the key away.</summary>
    private static string NameOf(string key) => "arena-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("cluster:" + key)))[..16];

    /// <summary>A silo that has not answered for a lease's time is dead; one that left no word is not waited for when the cluster starts again.</summary>
    private static void Watch(ClusterMembershipOptions membership, IOptions<OrleansClusterOptions> arena)
    {
        var lease = arena.Value.LeaseTimeToLive;
        membership.ProbeTimeout = lease / ProbesOfALease;
        membership.NumMissedProbesLimit = ProbesOfALease;
        membership.IAmAliveTablePublishTimeout = lease;
        membership.TableRefreshTimeout = lease;
    }
}
