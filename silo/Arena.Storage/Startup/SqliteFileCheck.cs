using Arena.Storage.Configuration;
using Arena.Storage.Migrations.Sqlite;
using Arena.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Arena.Storage.Startup;

/// <summary>What can be wrong with the configured file, found before anything writes to it, in words for the operator.</summary>
internal sealed class SqliteFileCheck(SqliteDatabase database)
{
    public const string Key = $"{StorageOptions.Section}:{nameof(StorageOptions.Path)}";

    private const string HistoryTable = "__EFMigrationsHistory";

    private static ReadOnlySpan<byte> Header => "SQLite format 3\0"u8;

    public StorageException Fault(string cause, string remedy, Exception? exception = null) =>
        new($"{Key} is '{database.ConfiguredPath}' ({database.FullPath}), which {cause}. {remedy}.", exception);

    public void FolderIsWritable()
    {
        var folder = Path.GetDirectoryName(database.FullPath)!;
        try
        {
            PrivateFiles.CreateFolder(folder);
            using var probe = new FileStream(
                Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault($"is in a folder that cannot be written ({exception.Message})",
                "Choose another path, or give this user the right to create files in the folder", exception);
        }
    }

    public bool FileHasContent()
    {
        if (Directory.Exists(database.FullPath))
            throw Fault("is a folder", "Add the name of a file to the path");
        return File.Exists(database.FullPath) && new FileInfo(database.FullPath).Length > 0;
    }

    public void FileIsWritable()
    {
        const string Remedy = "Give this user the right to write to it, or choose another path";
        if (File.GetAttributes(database.FullPath).HasFlag(FileAttributes.ReadOnly))
            throw Fault("is read-only", Remedy);
        try
        {
            using var file = new FileStream(database.FullPath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault($"cannot be written ({exception.Message})", Remedy, exception);
        }
    }

    public void FileIsHealthy()
    {
        Span<byte> start = stackalloc byte[Header.Length];
        using (var file = new FileStream(database.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.SequenceEqual(Header))
                throw Fault("is not a SQLite database", "Choose another path, or move the file away to start with an empty database");
        }
        try
        {
            using var connection = database.OpenOwn(SqliteOpenMode.ReadOnly);
            if (connection.Scalar("PRAGMA quick_check(1)") is not "ok" and var finding)
                throw Damaged($"{finding}");
        }
        catch (SqliteException exception)
        {
            throw Damaged(exception.Message, exception);
        }
    }

    public void SchemaIsKnown(List<string> known)
    {
        using var connection = database.OpenOwn(SqliteOpenMode.ReadOnly);
        var applied = AppliedMigrations(connection);
        if (SchemaCheck.FaultOf(known, applied, SqliteEarlierSchema.Schema) is var (cause, remedy))
            throw Fault(cause, remedy);
        if (applied.Count == 0 && connection.Scalar("SELECT name FROM sqlite_schema LIMIT 1") is { } foreign)
            throw Fault($"is the database of another program (it has a table or index '{foreign}')", "Choose another path");
    }

    public static List<string> AppliedMigrations(SqliteConnection connection) =>
        connection.Scalar($"SELECT 1 FROM sqlite_schema WHERE name = '{HistoryTable}'") is null
            ? []
            : connection.Strings($"SELECT \"MigrationId\" FROM \"{HistoryTable}\" ORDER BY \"MigrationId\"");

    private StorageException Damaged(string finding, Exception? exception = null) =>
        Fault($"is damaged ({finding.ReplaceLineEndings("; ")})",
            "Nothing was changed. Restore a backup, or keep a copy and try: sqlite3 <file> .recover | sqlite3 <new file>", exception);
}
