namespace Arena.Storage.Migrations.Postgres;

/// <summary>
/// What Orleans' AdoNet clustering and grain storage need of PostgreSQL. Orleans prescribes the table <c>orleansquery</c>, the names of
/// queries and parameters, and the columns that a query returns. Each query is one statement, and so atomic; two silos that join at once
/// are decided by the lock of the version's row. Tables that Orleans' own scripts have made are taken over as they are.
/// Part of a released migration: to change a query, add a migration that replaces its row.
/// </summary>
internal static class OrleansTablesSql
{
    public const string Tables = """
        CREATE TABLE IF NOT EXISTS orleansquery (querykey text PRIMARY KEY, querytext text NOT NULL);

        CREATE TABLE IF NOT EXISTS orleansmembershipversiontable (
            deploymentid text PRIMARY KEY,
            timestamp timestamptz NOT NULL DEFAULT now(),
            version integer NOT NULL DEFAULT 0);

        CREATE TABLE IF NOT EXISTS orleansmembershiptable (
            deploymentid text NOT NULL REFERENCES orleansmembershipversiontable,
            address text NOT NULL,
            port integer NOT NULL,
            generation integer NOT NULL,
            siloname text NOT NULL,
            hostname text NOT NULL,
            status integer NOT NULL,
            proxyport integer,
            suspecttimes text,
            starttime timestamptz NOT NULL,
            iamalivetime timestamptz NOT NULL,
            PRIMARY KEY (deploymentid, address, port, generation));

        CREATE TABLE IF NOT EXISTS orleansstorage (
            serviceid text NOT NULL,
            graintypestring text NOT NULL,
            grainidextensionstring text NOT NULL,
            grainidn0 bigint NOT NULL,
            grainidn1 bigint NOT NULL,
            payloadbinary bytea,
            version integer NOT NULL,
            PRIMARY KEY (serviceid, graintypestring, grainidextensionstring, grainidn0, grainidn1));
        """;

    /// <summary>
    /// Brings the storage table of Orleans' own script to the form above, its JSON with type names to plain JSON, and drops the functions
    /// and the reminders of those scripts, which nothing calls.
    /// </summary>
    public const string TakeOver = """
        UPDATE orleansstorage SET grainidextensionstring = '' WHERE grainidextensionstring IS NULL;
        -- What a process by itself kept; a cluster on the same database came later.
        DELETE FROM orleansstorage alone WHERE alone.serviceid = 'default' AND EXISTS (
            SELECT 1 FROM orleansstorage cluster WHERE cluster.serviceid = 'arena' AND cluster.graintypestring = alone.graintypestring
            AND cluster.grainidextensionstring = alone.grainidextensionstring
            AND cluster.grainidn0 = alone.grainidn0 AND cluster.grainidn1 = alone.grainidn1);
        UPDATE orleansstorage SET serviceid = 'arena' WHERE serviceid = 'default';
        ALTER TABLE orleansstorage DROP COLUMN IF EXISTS grainidhash, DROP COLUMN IF EXISTS graintypehash, DROP COLUMN IF EXISTS modifiedon,
            ALTER COLUMN grainidextensionstring SET NOT NULL, ALTER COLUMN version SET NOT NULL;

        DO $do$
        DECLARE
            obsolete regprocedure;
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = 'orleansstorage'::regclass AND contype = 'p') THEN
                ALTER TABLE orleansstorage ADD PRIMARY KEY (serviceid, graintypestring, grainidextensionstring, grainidn0, grainidn1);
            END IF;
            FOR obsolete IN
                SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace AND p.proname IN (
                    'update_i_am_alive_time', 'insert_membership_version', 'insert_membership', 'update_membership', 'writetostorage',
                    'upsert_reminder_row', 'delete_reminder_row')
            LOOP
                EXECUTE 'DROP FUNCTION ' || obsolete;
            END LOOP;
        END
        $do$;

        DROP TABLE IF EXISTS orleansreminderstable;

        UPDATE orleansstorage SET payloadbinary = convert_to(jsonb_build_object('Lines', (
            SELECT coalesce(jsonb_agg(line - '$id' - '$type' ORDER BY place), '[]')
            FROM jsonb_array_elements(convert_from(payloadbinary, 'UTF8')::jsonb -> 'Lines' -> '$values') WITH ORDINALITY AS lines (line, place)
        ))::text, 'UTF8')
        WHERE serviceid = 'arena' AND graintypestring = 'board' AND convert_from(payloadbinary, 'UTF8')::jsonb -> 'Lines' ? '$values';
        """;

    /// <summary>
    /// The states that earlier releases kept in <c>grain_state</c>; the type was the grain's and the state's name. A state that is in
    /// Orleans' table already is newer: it began as the other one.
    /// </summary>
    public const string MoveStates = """
        INSERT INTO orleansstorage (serviceid, graintypestring, grainidextensionstring, grainidn0, grainidn1, payloadbinary, version)
        SELECT 'arena', substr(type, strpos(type, '/') + 1), key, 0, 0, convert_to(payload_json, 'UTF8'), 1 FROM grain_state WHERE provider = 'arena'
        ON CONFLICT DO NOTHING;
        """;

    /// <summary>The membership of the engine that earlier releases had of their own.</summary>
    public const string DropEarlierMembership = """
        DO $do$
        BEGIN
            IF to_regclass('cluster.silo_lease') IS NOT NULL THEN
                DROP SCHEMA cluster CASCADE;
            END IF;
        END
        $do$;
        """;

    public const string Queries = $"""
        DELETE FROM orleansquery;
        INSERT INTO orleansquery (querykey, querytext) VALUES
        ('GatewaysQueryKey', $query$
            SELECT address AS Address, proxyport AS ProxyPort, generation AS Generation
            FROM orleansmembershiptable WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0 $query$),
        ('MembershipReadRowKey', $query$
            SELECT {Member} FROM orleansmembershipversiontable v LEFT JOIN orleansmembershiptable m ON {Silo}
            WHERE v.deploymentid = @DeploymentId $query$),
        ('MembershipReadAllKey', $query$
            SELECT {Member} FROM orleansmembershipversiontable v LEFT JOIN orleansmembershiptable m ON m.deploymentid = v.deploymentid
            WHERE v.deploymentid = @DeploymentId $query$),
        ('InsertMembershipVersionKey', $query$
            WITH added AS (INSERT INTO orleansmembershipversiontable (deploymentid) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
            SELECT count(*)::integer FROM added $query$),
        ('InsertMembershipKey', $query$
            WITH counted AS (
                UPDATE orleansmembershipversiontable v SET version = v.version + 1, timestamp = now()
                WHERE v.deploymentid = @DeploymentId AND v.version = @Version AND NOT EXISTS (SELECT 1 FROM orleansmembershiptable m WHERE {Silo})
                RETURNING 1),
            added AS (
                INSERT INTO orleansmembershiptable
                    (deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
                SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
                FROM counted RETURNING 1)
            SELECT count(*)::integer FROM added $query$),
        ('UpdateMembershipKey', $query$
            WITH counted AS (
                UPDATE orleansmembershipversiontable v SET version = v.version + 1, timestamp = now()
                WHERE v.deploymentid = @DeploymentId AND v.version = @Version AND EXISTS (SELECT 1 FROM orleansmembershiptable m WHERE {Silo})
                RETURNING 1),
            changed AS (
                UPDATE orleansmembershiptable m
                SET status = @Status, suspecttimes = CAST(@SuspectTimes AS text), iamalivetime = @IAmAliveTime
                FROM counted WHERE {Silo} RETURNING 1)
            SELECT count(*)::integer FROM changed $query$),
        ('UpdateIAmAlivetimeKey', $query$
            UPDATE orleansmembershiptable m SET iamalivetime = @IAmAliveTime WHERE {Silo} $query$),
        ('DeleteMembershipTableEntriesKey', $query$
            WITH silos AS (DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId)
            DELETE FROM orleansmembershipversiontable WHERE deploymentid = @DeploymentId $query$),
        ('CleanupDefunctSiloEntriesKey', $query$
            DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId AND iamalivetime < @IAmAliveTime AND status <> 3 $query$),
        ('ReadFromStorageKey', $query$
            SELECT s.payloadbinary AS PayloadBinary, s.version AS Version FROM orleansstorage s WHERE {State} $query$),
        ('WriteToStorageKey', $query$
            INSERT INTO orleansstorage AS s (serviceid, graintypestring, grainidextensionstring, grainidn0, grainidn1, payloadbinary, version)
            SELECT @ServiceId, @GrainTypeString, coalesce(CAST(@GrainIdExtensionString AS text), ''), @GrainIdN0, @GrainIdN1, @PayloadBinary, 1
            WHERE CAST(@GrainStateVersion AS integer) IS NULL OR EXISTS (SELECT 1 FROM orleansstorage s WHERE {State})
            ON CONFLICT (serviceid, graintypestring, grainidextensionstring, grainidn0, grainidn1) DO UPDATE
            SET payloadbinary = excluded.payloadbinary, version = s.version + 1 WHERE s.version = CAST(@GrainStateVersion AS integer)
            RETURNING s.version AS NewGrainStateVersion $query$),
        ('ClearStorageKey', $query$
            UPDATE orleansstorage s SET payloadbinary = NULL, version = s.version + 1
            WHERE {State} AND s.version = CAST(@GrainStateVersion AS integer)
            RETURNING s.version AS NewGrainStateVersion $query$),
        ('DeleteStorageKey', $query$
            DELETE FROM orleansstorage s WHERE {State} AND s.version = CAST(@GrainStateVersion AS integer)
            RETURNING s.version + 1 AS NewGrainStateVersion $query$);
        """;

    private const string Silo = "m.deploymentid = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation";

    private const string Member = """
        v.deploymentid AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation, m.siloname AS SiloName,
                m.hostname AS HostName, m.status AS Status, m.proxyport AS ProxyPort, m.suspecttimes AS SuspectTimes,
                m.starttime AS StartTime, m.iamalivetime AS IAmAliveTime, v.version AS Version
        """;

    private const string State = """
        s.serviceid = @ServiceId AND s.graintypestring = @GrainTypeString
                AND s.grainidextensionstring = coalesce(CAST(@GrainIdExtensionString AS text), '')
                AND s.grainidn0 = @GrainIdN0 AND s.grainidn1 = @GrainIdN1
        """;
}
