using System.Globalization;
using Npgsql;

namespace Arena.Runtime.Postgres;

/// <summary>Makes the schema. Processes that start at once take turns by a lock of the database, which ends with the transaction.</summary>
internal static class PostgresSchema
{
    private const int Version = 1;

    // Any number, as long as nobody else in the database uses it: "Cluster" in ASCII.
    private const long Lock = 0x436C7573746572;

    public static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = Lock } } })
            await turn.ExecuteNonQueryAsync(cancellationToken);
        var found = await ReadVersionAsync(connection, cancellationToken);
        if (found > Version)
        {
            throw new GrainEngineConfigurationException(
                $"The database {connection.Database} holds version {found} of the cluster's schema, and this release knows up to {Version}. "
                + "Nothing was changed. Start the newer release.");
        }

        if (found == Version) return;
        var stamp = string.Create(CultureInfo.InvariantCulture, $"UPDATE cluster.cluster_version SET schema = {Version}");
        await using var create = new NpgsqlCommand(await ReadScriptAsync(cancellationToken) + stamp, connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<int> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regclass('cluster.cluster_version') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true) return 0;
        await using var read = new NpgsqlCommand("SELECT schema FROM cluster.cluster_version", connection);
        return (int)(await read.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<string> ReadScriptAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(typeof(PostgresSchema).Assembly.GetManifestResourceStream("schema.sql")!);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
