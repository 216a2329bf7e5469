using Arena.Storage.Configuration;
using Arena.Storage.Migrations.Postgres;
using Arena.Storage.Model;
using Arena.Storage.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Arena.Storage.Startup;

/// <summary>
/// Checks the server and the schema, then applies the pending migrations. Silos that start at once take turns by a lock of our own: EF locks its
/// history table, but only once that exists and not between two migrations. The server gives the lock up with the connection.
/// </summary>
internal sealed partial class PostgresStartup(
    PostgresDatabase database, IDbContextFactory<ArenaDbContext> contexts, ILogger<PostgresStartup> logger) : IStorageStartup
{
    /// <summary>A table that exists while a copy is under way: what the database holds is not whole.</summary>
    public const string CopyMarker = "__arena_copy";

    // Any number that no other user of the database uses: "Arena" in ASCII.
    private const long MigrationLock = 0x4172656E61;

    private static readonly Version Oldest = new(14, 0);

    public async Task RunAsync(CancellationToken cancel)
    {
        await CheckServerAsync(mustWrite: true, cancel);
        await CheckWholeAsync(cancel);
        await MigrateCheckedAsync(cancel);
    }

    public async Task CheckAsync(CancellationToken cancel)
    {
        await CheckServerAsync(mustWrite: false, cancel);
        await CheckWholeAsync(cancel);
    }

    /// <summary>As a start, but also while a copy fills the database.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        await CheckServerAsync(mustWrite: true, cancel);
        await MigrateCheckedAsync(cancel);
    }

    private async Task MigrateCheckedAsync(CancellationToken cancel)
    {
        try
        {
            await using var turn = await database.Source.OpenConnectionAsync(cancel);
            await using var take = turn.Command("SELECT pg_advisory_lock($1)", MigrationLock);
            take.CommandTimeout = 0;
            await take.ExecuteNonQueryAsync(cancel);
            await using var context = await contexts.CreateDbContextAsync(cancel);
            var known = context.Database.GetMigrations().ToList();
            var applied = (await context.Database.GetAppliedMigrationsAsync(cancel)).ToList();
            if (SchemaCheck.FaultOf(known, applied, PostgresEarlierSchema.Schema) is var (fault, remedy))
                throw Fault(fault, remedy);
            if (PostgresEarlierSchema.Schema.ScriptFor(applied) is { } earlier)
                await RunInTransactionAsync(turn, earlier, cancel);
            // A migration may rewrite a large table.
            context.Database.SetCommandTimeout(0);
            await context.Database.MigrateAsync(cancel);
            if (!applied.SequenceEqual(known))
                LogMigrated(logger, database.Name, known[^1]);
            await using var release = turn.Command("SELECT pg_advisory_unlock($1)", MigrationLock);
            await release.ExecuteNonQueryAsync(cancel);
        }
        catch (Exception exception) when (CauseOf(exception) is { } cause)
        {
            throw Fault($"could not be brought to the present schema ({cause.Message})",
                $"The migration that failed changed nothing. {Remedy(cause)}, and start again", exception);
        }
    }

    private static async Task RunInTransactionAsync(NpgsqlConnection connection, string script, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var command = new NpgsqlCommand(script, connection, transaction) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task CheckServerAsync(bool mustWrite, CancellationToken cancel)
    {
        try
        {
            await using var connection = await database.Source.OpenConnectionAsync(cancel);
            if (connection.PostgreSqlVersion < Oldest)
                throw Fault($"is PostgreSQL {connection.PostgreSqlVersion}, which is too old", $"Use PostgreSQL {Oldest.Major} or newer");
            await using var command = new NpgsqlCommand("SHOW transaction_read_only", connection);
            if (mustWrite && await command.ExecuteScalarAsync(cancel) is "on")
                throw Fault("only reads", "Name the primary server, not a standby");
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            throw Fault($"cannot be reached ({exception.Message})",
                "Start the server, create the database, and check host, port, user and password", exception);
        }
    }

    private async Task CheckWholeAsync(CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        await using var marker = connection.Command("SELECT to_regclass($1)::text", CopyMarker);
        if (await marker.ExecuteScalarAsync(cancel) is string)
            throw Fault("holds a part of a copy that has not ended", "Run the same arena db copy again: it goes on where it stopped");
    }

    /// <summary>EF wraps what another try might mend.</summary>
    private static NpgsqlException? CauseOf(Exception exception) =>
        exception as NpgsqlException ?? (exception as InvalidOperationException)?.InnerException as NpgsqlException;

    // Class 53 is about what the server lacks: disk, memory, connections.
    private static string Remedy(NpgsqlException exception) => exception.SqlState?.StartsWith("53", StringComparison.Ordinal) == true
        ? "Free what the server lacks"
        : "Give this user the right to create tables in a database of Arena's own";

    private StorageException Fault(string cause, string remedy, Exception? exception = null) =>
        new($"{PostgresDatabase.Key} names the database {database.Name}, which {cause}. {remedy}.", exception);

    [LoggerMessage(EventId = 308, Level = LogLevel.Information, Message = "Database {Name} brought to schema {Schema}")]
    private static partial void LogMigrated(ILogger logger, string name, string schema);
}
