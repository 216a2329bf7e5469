using Arena.Storage.Configuration;
using Arena.Storage.Model;
using Arena.Storage.Postgres;
using Arena.Storage.Sqlite;
using Arena.Storage.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Copying;

/// <summary>
/// Copies a SQLite file, as of the moment it begins, to an empty PostgreSQL database: every table, in bounded memory. A copy that was
/// interrupted resumes where it stopped. At the end rows and checksums of each table are compared; until then no silo starts on the target.
/// </summary>
public static class DatabaseCopy
{
    /// <summary>So many rows arrive in one transaction.</summary>
    public const int RowsABatch = 5_000;

    /// <param name="from">The services of a storage on SQLite.</param>
    /// <param name="to">The services of a storage on PostgreSQL.</param>
    /// <param name="report">Receives progress messages.</param>
    /// <param name="cancel">Stops it between two batches.</param>
    /// <param name="rowsABatch">So many rows arrive in one transaction.</param>
    /// <exception cref="StorageException">The copy is refused, or is not the same as the source.</exception>
    public static async Task RunAsync(
        IServiceProvider from, IServiceProvider to, Action<string> report, CancellationToken cancel, int rowsABatch = RowsABatch)
    {
        var file = from.GetRequiredService<SqliteDatabase>();
        if (!File.Exists(file.FullPath))
            throw new StorageException($"There is no file '{file.FullPath}' to copy.");
        await from.GetRequiredService<IStorageStartup>().CheckAsync(cancel);
        await using (var context = await from.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(cancel))
            await SchemaCheck.IsPresentAsync(context, file.FullPath, cancel);
        await to.GetRequiredService<PostgresStartup>().MigrateAsync(cancel);
        var tables = await TablesAsync(to, cancel);

        using var source = new CopySource(file);
        await using var target = await CopyTarget.OpenAsync(to.GetRequiredService<PostgresDatabase>(), cancel);
        if (await target.BeginAsync(file.FullPath, tables, cancel))
            report("An interrupted copy goes on.");
        foreach (var table in tables)
            report($"{table.Name}: {await CopyAsync(source, target, table, rowsABatch, cancel)} rows copied");
        await CompareAsync(source, target, tables, report, cancel);
        await target.EndAsync(cancel);
    }

    private static async Task<List<CopyTable>> TablesAsync(IServiceProvider to, CancellationToken cancel)
    {
        await using var context = await to.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(cancel);
        return CopyTable.AllOf(context);
    }

    private static async Task<long> CopyAsync(CopySource source, CopyTarget target, CopyTable table, int rowsABatch, CancellationToken cancel)
    {
        await using var rows = source.Read(table, await target.LastKeyAsync(table, cancel));
        long copied = 0;
        int batch;
        do
        {
            cancel.ThrowIfCancellationRequested();
            batch = await target.WriteAsync(table, rows, rowsABatch, cancel);
            copied += batch;
        }
        while (batch == rowsABatch);
        await target.AdvanceSequenceAsync(table, cancel);
        return copied;
    }

    private static async Task CompareAsync(
        CopySource source, CopyTarget target, List<CopyTable> tables, Action<string> report, CancellationToken cancel)
    {
        var different = new List<string>();
        foreach (var table in tables)
        {
            await using var rows = source.Read(table, after: null);
            var expected = await TableDigest.OfAsync(rows, table, cancel);
            var arrived = await target.DigestAsync(table, cancel);
            if (arrived == expected)
            {
                report($"{table.Name}: {expected.Rows} rows, sha256 {expected.Checksum}");
                continue;
            }
            different.Add(table.Name);
            report($"{table.Name}: DIFFERENT: {expected.Rows} rows, sha256 {expected.Checksum} in the file; "
                + $"{arrived.Rows} rows, sha256 {arrived.Checksum} in the database");
        }
        if (different.Count > 0)
        {
            throw new StorageException($"The copy in {target.Name} is not the same as the file: see {string.Join(", ", different)}. Most likely the "
                + "file was written to after the copy had begun. Stop Arena, empty the database and copy again.");
        }
    }
}
