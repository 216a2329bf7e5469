using Arena.Storage.Sqlite;
using Arena.Storage.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Arena.Storage.Tests;

/// <summary>
/// A database that cannot be used, as people meet it: the server does not start, and the tool for operators does nothing. Each says the cause
/// and the remedy, ends with a code other than 0, and leaves the database as it was.
/// </summary>
public sealed class UnusableDatabaseTests(PostgresServer server)
{
    [Theory]
    [InlineData("damaged", "is damaged", "Restore a backup")]
    [InlineData("no database", "is not a SQLite database", "move the file away")]
    [InlineData("newer", "of a newer release", "Start the newer release")]
    public async Task A_sqlite_file_that_cannot_be_read_is_left_alone(string fault, string cause, string remedy)
    {
        await using var database = new SqliteTestDatabase();
        await SpoilAsync(database, fault);
        var before = await File.ReadAllBytesAsync(database.File);

        await RefusedByGatewayAsync(database, cause, remedy);
        await RefusedByToolAsync(cause, remedy, "migrate", "--sqlite", database.File);
        await RefusedByToolAsync(cause, remedy, "verify", "--sqlite", database.File);
        await RefusedByToolAsync(cause, remedy, "copy", "--from", database.File, "--to", server.ConnectionString("postgres"));

        Assert.Equal(before, await File.ReadAllBytesAsync(database.File));
    }

    [Fact]
    public async Task A_sqlite_file_that_only_reads_is_left_alone()
    {
        await using var database = new SqliteTestDatabase();
        await using (await TestStorage.StartAsync(database))
            Assert.True(File.Exists(database.File));
        var before = await File.ReadAllBytesAsync(database.File);
        File.SetAttributes(database.File, FileAttributes.ReadOnly);

        await RefusedByGatewayAsync(database, "is read-only", "Give this user the right to write");
        await RefusedByToolAsync("is read-only", "Give this user the right to write", "migrate", "--sqlite", database.File);

        Assert.Equal(before, await File.ReadAllBytesAsync(database.File));
    }

    [Fact]
    public async Task A_postgres_that_cannot_be_reached_is_named()
    {
        const string Nowhere = "Host=127.0.0.1;Port=1;Database=arena;Username=arena;Password=secret";
        await using var database = new SqliteTestDatabase();

        await RefusedAsync(Nowhere, database.File, "cannot be reached", "Start the server, create the database, and check host, port, user and password");
    }

    [Fact]
    public async Task A_postgres_that_is_too_old_is_named()
    {
        await using var old = new OldPostgres("13.18");
        await using var database = new SqliteTestDatabase();

        await RefusedAsync(old.ConnectionString, database.File, "is PostgreSQL 13.18, which is too old", "Use PostgreSQL 14 or newer");
    }

    [Fact]
    public async Task A_postgres_with_a_newer_schema_is_named_and_left_alone()
    {
        await using var database = (PostgresTestDatabase)await server.NewDatabaseAsync();
        await using (await TestStorage.StartAsync(database))
            await server.ExecuteAsync(database.Name, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99.0')");
        await using var file = new SqliteTestDatabase();

        await RefusedAsync(database.ConnectionString, file.File, "of a newer release", "the newer release");
    }

    // A sound SQLite file is made, to be copied.
    private static async Task RefusedAsync(string connectionString, string file, string cause, string remedy)
    {
        var made = await OperatorProgram.RunAsync("db", "migrate", "--sqlite", file);
        Assert.Equal(0, made.Exit);
        var (exit, log) = await ArenaProcess.RefuseAsync(Path.GetDirectoryName(file)!, new Dictionary<string, string>
        {
            ["Arena:Storage:Provider"] = "postgres",
            ["Arena:Storage:ConnectionString"] = connectionString,
        });
        Says(exit, Sentence(log), cause, remedy);
        await RefusedByToolAsync(cause, remedy, "migrate", "--postgres", connectionString);
        await RefusedByToolAsync(cause, remedy, "verify", "--postgres", connectionString);
        await RefusedByToolAsync(cause, remedy, "copy", "--from", file, "--to", connectionString);
    }

    private static async Task RefusedByGatewayAsync(SqliteTestDatabase database, string cause, string remedy)
    {
        using var folder = new TemporaryFolder();
        var (exit, log) = await ArenaProcess.RefuseAsync(folder.Path, new Dictionary<string, string> { ["Arena:Storage:Path"] = database.File });
        Says(exit, Sentence(log), cause, remedy);
        Assert.Contains(database.File, Sentence(log), StringComparison.Ordinal);
    }

    private static async Task RefusedByToolAsync(string cause, string remedy, params string[] arguments)
    {
        var (exit, _, errors) = await OperatorProgram.RunAsync(["db", .. arguments]);
        Says(exit, errors, cause, remedy);
    }

    /// <summary>What people read, beside the log's JSON.</summary>
    private static string Sentence(string log) =>
        Assert.Single(log.Split('\n'), line => line.StartsWith("Arena does not start: ", StringComparison.Ordinal));

    private static void Says(int exit, string said, string cause, string remedy)
    {
        Assert.NotEqual(0, exit);
        Assert.Contains(cause, said, StringComparison.Ordinal);
        Assert.Contains(remedy, said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static async Task SpoilAsync(SqliteTestDatabase database, string fault)
    {
        if (fault == "no database")
        {
            await File.WriteAllTextAsync(database.File, "Dear diary, today was a day like any other.");
            return;
        }
        await using (var storage = await TestStorage.StartAsync(database))
        {
            for (var i = 0; i < 100; i++)
                await storage.Journal.BeginAsync($"CODE{i:00}");
        }
        if (fault == "damaged")
        {
            var bytes = await File.ReadAllBytesAsync(database.File);
            bytes.AsSpan(bytes.Length / 2, 8192).Fill(0xA5);
            await File.WriteAllBytesAsync(database.File, bytes);
            return;
        }
        using var connection = new SqliteConnection($"Data Source={database.File};Pooling=False");
        connection.Open();
        connection.Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99.0')");
    }
}
