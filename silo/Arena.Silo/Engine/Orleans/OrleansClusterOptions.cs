namespace Arena.Silo;

/// <summary>
/// How the silos of an Orleans cluster find and reach each other. Section <c>Arena:Cluster</c>: what both engines have is called the same.
/// </summary>
internal sealed class OrleansClusterOptions
{
    /// <summary>The secret that all processes of one cluster share, and nobody else knows.</summary>
    public string Key { get; set; } = "";

    /// <summary>The IP address on which a silo listens; <c>0.0.0.0</c> or <c>::</c> for all of the machine.</summary>
    public string ListenAddress { get; set; } = "127.0.0.1";

    /// <summary>The port for other silos; 0 leaves it to the system.</summary>
    public int ListenPort { get; set; } = 11_111;

    /// <summary>The port for gateways, which learn it from the database; 0 leaves it to the system.</summary>
    public int GatewayPort { get; set; }

    /// <summary>The host name or IP address under which others reach this silo; the listening address if there is none.</summary>
    public string? AdvertisedHost { get; set; }

    /// <summary>After how long without an answer a silo is declared dead: the shortest time in which a death is noticed.</summary>
    public TimeSpan LeaseTimeToLive { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Not for this engine.</summary>
    public OrleansTlsOptions Tls { get; } = new();
}

/// <summary>The built-in engine's encryption, so that whoever asks for it here is told.</summary>
internal sealed class OrleansTlsOptions
{
    public bool Enabled { get; set; }
}
