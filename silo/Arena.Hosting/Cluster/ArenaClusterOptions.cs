namespace Arena.Hosting.Cluster;

/// <summary>
/// How the processes of a cluster find, reach and trust each other. Section <c>Arena:Cluster</c>.
/// </summary>
internal sealed class ArenaClusterOptions
{
    public const string Section = ClusterConfiguration.Section;

    /// <summary>The secret that the processes of one cluster share.</summary>
    public string Key { get; set; } = "";

    /// <summary>The IP address on which a silo listens; <c>0.0.0.0</c> or <c>::</c> for all of the machine.</summary>
    public string ListenAddress { get; set; } = "127.0.0.1";

    /// <summary>The port for other silos; 0 leaves it to the system.</summary>
    public int ListenPort { get; set; } = 11_111;

    /// <summary>The port for gateways, which learn it from the database; 0 leaves it to the system.</summary>
    public int GatewayPort { get; set; }

    /// <summary>The host name or IP address under which others reach this silo; the listening address if there is none.</summary>
    public string? AdvertisedHost { get; set; }

    /// <summary>About how long a silo may not answer before it is declared dead.</summary>
    public TimeSpan LeaseTimeToLive { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>A certificate of the operator's own, in place of the one that follows from the key.</summary>
    public ClusterTlsOptions Tls { get; } = new();
}
