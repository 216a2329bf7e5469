namespace Arena.Runtime.Postgres;

/// <summary>
/// The SQL of <see cref="PostgresClusterStore"/>. Each statement of a batch sees what was committed before that statement, so a lock that is
/// taken by one protects what the next one reads. Locks are taken in one order: version, lease, silo, activations.
/// </summary>
internal static class ClusterStatements
{
    /// <summary>The channel on which every change of who is in the cluster is told.</summary>
    public const string Channel = "arena_cluster";

    /// <summary>Lets changes of who is in the cluster come one after the other.</summary>
    public const string LockVersion = "SELECT version FROM cluster.cluster_version FOR UPDATE";

    /// <summary>
    /// A lease that has run out, by the database's clock. Nobody could renew while the server was down, so its start gives each lease its
    /// time anew.
    /// </summary>
    private const string HasRunOut = "greatest(l.until, pg_postmaster_start_time() + l.time_to_live) <= clock_timestamp()";

    private const string IsSilo = "s.generation = $1 AND s.host = $2 AND s.port = $3";

    private const string MayClaim =
        $"SELECT FROM cluster.silo s JOIN cluster.silo_lease l USING (generation) WHERE {IsSilo} AND NOT s.is_draining AND NOT ({HasRunOut})";

    private const string Bump =
        $"""
        , bumped AS (
            UPDATE cluster.cluster_version SET version = version + 1 WHERE EXISTS (SELECT FROM changed) RETURNING version
        )
        SELECT pg_notify('{Channel}', version::text) FROM bumped
        """;

    public const string Supersede = "DELETE FROM cluster.silo WHERE host = $1 AND port = $2";

    public const string Join =
        $"""
        WITH joined AS (
            INSERT INTO cluster.silo (generation, host, port) VALUES (nextval('cluster.generation'), $1, $2) RETURNING generation
        ), leased AS (
            INSERT INTO cluster.silo_lease (generation, until, time_to_live) SELECT generation, clock_timestamp() + $3, $3 FROM joined
        ), bumped AS (
            UPDATE cluster.cluster_version SET version = version + 1 RETURNING version
        )
        SELECT generation, pg_notify('{Channel}', version::text) FROM joined, bumped
        """;

    public const string Renew =
        $"""
        UPDATE cluster.silo_lease l SET until = clock_timestamp() + $4, time_to_live = $4, load = $5
        WHERE l.generation = $1 AND NOT ({HasRunOut}) AND EXISTS (SELECT FROM cluster.silo s WHERE {IsSilo})
        """;

    /// <summary>By its key, lest the planner, while it has no statistics, expects thousands of versions with thousands of silos each.</summary>
    public const string Read =
        $"""
        SELECT v.version, s.host, s.port, s.generation, s.is_draining, l.load, {HasRunOut}
        FROM cluster.cluster_version v LEFT JOIN (cluster.silo s JOIN cluster.silo_lease l USING (generation)) ON true
        WHERE v.one
        ORDER BY s.host COLLATE "C", s.port, s.generation
        """;

    /// <summary>Against a renewal at the same time.</summary>
    public const string LockLease = "SELECT generation FROM cluster.silo_lease WHERE generation = $1 FOR UPDATE";

    /// <summary>Waits for claims that are under way; what the silo owned goes with it.</summary>
    public const string DeleteOverdue =
        $"""
        WITH changed AS (
            DELETE FROM cluster.silo s USING cluster.silo_lease l WHERE l.generation = s.generation AND {IsSilo} AND {HasRunOut} RETURNING s.generation
        ){Bump}
        """;

    public const string Delete = $"WITH changed AS (DELETE FROM cluster.silo s WHERE {IsSilo} RETURNING s.generation){Bump}";

    public const string IsDead = $"SELECT NOT EXISTS (SELECT FROM cluster.silo s WHERE {IsSilo})";

    public const string Drain =
        $"WITH changed AS (UPDATE cluster.silo s SET is_draining = true WHERE {IsSilo} AND NOT s.is_draining RETURNING s.generation){Bump}";

    /// <summary>
    /// Takes the groups that are free, and holds the claimant's silo until the end: it cannot be drained or declared dead meanwhile. In
    /// the order of the groups, lest two claims wait for each other. An epoch comes later, see <see cref="GiveEpochs"/>.
    /// </summary>
    public const string Claim =
        $"""
        WITH claimant AS ({MayClaim} FOR SHARE OF s)
        INSERT INTO cluster.activation (placement_group, generation, epoch)
        SELECT placement_group, $1, 0 FROM claimant, unnest($4) AS placement_group ORDER BY placement_group
        ON CONFLICT DO NOTHING
        """;

    /// <summary>
    /// Draws the epochs of what has just been taken. Now that the rows are there nobody else can have them, so an epoch is greater than all that
    /// the group ever had; one that was drawn before the insertion, which can wait for a while, would not be.
    /// </summary>
    public const string GiveEpochs =
        "UPDATE cluster.activation SET epoch = nextval('cluster.epoch') WHERE generation = $1 AND placement_group = ANY ($2) AND epoch = 0";

    public const string Owners =
        $"""
        SELECT s.host, s.port, s.generation, a.epoch, EXISTS ({MayClaim})
        FROM unnest($4) WITH ORDINALITY AS asked (placement_group, place)
        LEFT JOIN (cluster.activation a JOIN cluster.silo s USING (generation)) USING (placement_group)
        ORDER BY asked.place
        """;

    public const string Release =
        $"""
        DELETE FROM cluster.activation WHERE placement_group IN (
            SELECT a.placement_group FROM cluster.activation a JOIN cluster.silo s USING (generation)
            WHERE {IsSilo} AND a.placement_group = ANY ($4) ORDER BY a.placement_group FOR UPDATE OF a)
        """;
}
