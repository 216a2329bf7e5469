using Arena.Storage.Configuration;
using Arena.Storage.Migrations.Sqlite;
using Arena.Storage.Model;
using Arena.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace Arena.Storage.Startup;

/// <summary>
/// Checks the file without writing to it, then applies the pending migrations in one transaction. EF's own runner is not used for it:
/// it takes a lock row that a killed process leaves behind, and the next start would wait for it indefinitely.
/// </summary>
internal sealed partial class SqliteStartup(
    SqliteDatabase database, IDbContextFactory<ArenaDbContext> contexts, ILogger<SqliteStartup> logger) : IStorageStartup
{
    public Task RunAsync(CancellationToken cancel) => Task.Run(() => Run(cancel), cancel);

    public Task CheckAsync(CancellationToken cancel) => Task.Run(Check, cancel);

    private void Check()
    {
        using var context = contexts.CreateDbContext();
        var check = new SqliteFileCheck(database);
        if (!check.FileHasContent())
            throw check.Fault("does not exist, or is empty", "Choose another path, or make a new database: arena db migrate");
        check.FileIsHealthy();
        check.SchemaIsKnown([.. context.Database.GetMigrations()]);
    }

    private void Run(CancellationToken cancel)
    {
        using var context = contexts.CreateDbContext();
        var known = context.Database.GetMigrations().ToList();
        var check = new SqliteFileCheck(database);
        check.FolderIsWritable();
        if (check.FileHasContent())
        {
            check.FileIsWritable();
            check.FileIsHealthy();
            check.SchemaIsKnown(known);
        }
        cancel.ThrowIfCancellationRequested();
        CloseToOthers();
        try
        {
            Migrate(context.GetService<IMigrator>(), known);
        }
        catch (SqliteException exception)
        {
            throw check.Fault($"could not be brought to the present schema ({exception.Message})",
                "Nothing was changed. Free the disk or stop what else uses the file, and start again", exception);
        }
    }

    /// <summary>The file, and what a killed process has left beside it.</summary>
    private void CloseToOthers()
    {
        PrivateFiles.WarnOfWriters(Path.GetDirectoryName(database.FullPath)!, logger);
        PrivateFiles.CreateFile(database.FullPath);
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            PrivateFiles.Close(database.FullPath + suffix, logger);
    }

    private void Migrate(IMigrator migrator, List<string> known)
    {
        using var connection = database.OpenOwn(SqliteOpenMode.ReadWriteCreate);
        if (connection.Scalar("PRAGMA journal_mode = WAL") is not "wal")
            throw new StorageException($"{SqliteFileCheck.Key} is '{database.ConfiguredPath}', where SQLite cannot keep a write-ahead log. "
                + "Choose a folder on a local disk.");
        // A migration that rebuilds a table drops the old one, which must not cascade; foreign keys cannot be switched inside a transaction.
        connection.Execute("PRAGMA foreign_keys = OFF");
        using var transaction = connection.BeginTransaction(deferred: false);
        var applied = SqliteFileCheck.AppliedMigrations(connection);
        if (applied.SequenceEqual(known))
            return;
        if (SqliteEarlierSchema.Schema.ScriptFor(applied) is { } earlier)
        {
            connection.Execute(earlier);
            applied = SqliteFileCheck.AppliedMigrations(connection);
        }
        connection.Execute(migrator.GenerateScript(
            applied.LastOrDefault(), options: MigrationsSqlGenerationOptions.NoTransactions));
        if (connection.Strings("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1") is [var broken])
            throw new StorageException($"{SqliteFileCheck.Key} is '{database.ConfiguredPath}': rows of its table '{broken}' refer to rows that "
                + "do not exist, so it was not brought to the present schema. Nothing was changed. Restore a backup.");
        transaction.Commit();
        LogMigrated(logger, database.FullPath, known[^1]);
    }

    [LoggerMessage(EventId = 309, Level = LogLevel.Information, Message = "Database {Path} brought to schema {Schema}")]
    private static partial void LogMigrated(ILogger logger, string path, string schema);
}
