namespace Arena.Load.Clusters;

/// <summary>What happens to the cluster while games are played.</summary>
internal enum ClusterFault
{
    /// <summary>Nothing: for the table of what a load costs.</summary>
    None,

    /// <summary><c>kill -9</c> of a silo.</summary>
    Silo,

    /// <summary><c>kill -9</c> of a gateway.</summary>
    Gateway,

    /// <summary>SIGSTOP of a silo for longer than its lease, then SIGCONT.</summary>
    Pause,

    /// <summary>Every silo and gateway is stopped by SIGTERM and started again, one after the other.</summary>
    Rolling,

    /// <summary>PostgreSQL is stopped and started again.</summary>
    Postgres,
}
