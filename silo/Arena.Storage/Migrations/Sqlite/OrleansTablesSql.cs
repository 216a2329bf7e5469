namespace Arena.Storage.Migrations.Sqlite;

/// <summary>
/// What Orleans' AdoNet grain storage needs of SQLite. Orleans prescribes the table <c>orleansquery</c>, the names of queries and
/// parameters, and the columns that a query returns; the tables behind are ours. Each query is one statement, and so atomic.
/// Part of a released migration: to change a query, add a migration that replaces its row.
/// </summary>
internal static class OrleansTablesSql
{
    public const string Up = $"""
        CREATE TABLE orleansquery (querykey TEXT NOT NULL PRIMARY KEY, querytext TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE orleansstorage (
            serviceid TEXT NOT NULL,
            graintypestring TEXT NOT NULL,
            grainidextensionstring TEXT NOT NULL,
            grainidn0 INTEGER NOT NULL,
            grainidn1 INTEGER NOT NULL,
            payloadbinary BLOB NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (serviceid, graintypestring, grainidextensionstring, grainidn0, grainidn1)) WITHOUT ROWID;

        INSERT INTO orleansquery (querykey, querytext) VALUES
        ('ReadFromStorageKey', '
            SELECT payloadbinary AS PayloadBinary, version AS Version FROM orleansstorage WHERE {State}'),
        ('WriteToStorageKey', '
            INSERT INTO orleansstorage (serviceid, graintypestring, grainidextensionstring, grainidn0, grainidn1, payloadbinary, version)
            SELECT @ServiceId, @GrainTypeString, ifnull(@GrainIdExtensionString, ''''), @GrainIdN0, @GrainIdN1, @PayloadBinary, 1
            WHERE @GrainStateVersion IS NULL OR EXISTS (SELECT 1 FROM orleansstorage WHERE {State})
            ON CONFLICT (serviceid, graintypestring, grainidextensionstring, grainidn0, grainidn1) DO UPDATE
            SET payloadbinary = excluded.payloadbinary, version = version + 1 WHERE version = @GrainStateVersion
            RETURNING version AS NewGrainStateVersion'),
        ('ClearStorageKey', '
            UPDATE orleansstorage SET payloadbinary = NULL, version = version + 1 WHERE {State} AND version = @GrainStateVersion
            RETURNING version AS NewGrainStateVersion'),
        ('DeleteStorageKey', '
            DELETE FROM orleansstorage WHERE {State} AND version = @GrainStateVersion
            RETURNING version + 1 AS NewGrainStateVersion');
        """;

    /// <summary>The states that earlier releases kept in <c>grain_state</c>; the type was the grain's and the state's name.</summary>
    public const string MoveStates = """
        INSERT INTO orleansstorage (serviceid, graintypestring, grainidextensionstring, grainidn0, grainidn1, payloadbinary, version)
        SELECT 'arena', substr(type, instr(type, '/') + 1), key, 0, 0, CAST(payload_json AS BLOB), 1 FROM grain_state WHERE provider = 'arena';
        """;

    private const string State = """
        serviceid = @ServiceId AND graintypestring = @GrainTypeString AND grainidextensionstring = ifnull(@GrainIdExtensionString, '''')
            AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
        """;
}
