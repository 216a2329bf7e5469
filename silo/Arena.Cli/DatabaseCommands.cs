using System.CommandLine;
using System.Data.Common;
using Arena.Storage;
using Arena.Storage.Configuration;
using Arena.Storage.Copying;
using Arena.Storage.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Cli;

/// <summary><c>arena db</c>.</summary>
internal static class DatabaseCommands
{
    public static Command Create() => new("db", "The database: migrate, verify, copy.") { Migrate(), Verify(), Copy() };

    private static Command Migrate()
    {
        var (sqlite, postgres) = DatabaseOptions();
        var command = new Command("migrate", "Brings a database to the present schema, or makes a new one.") { sqlite, postgres };
        command.SetAction((line, cancel) => RunAsync(async () =>
        {
            await using var database = Database.Open(line.GetValue(sqlite), line.GetValue(postgres));
            await database.Services.MigrateArenaDatabaseAsync(cancel);
            Console.WriteLine($"{database.Name} has the present schema.");
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Verify()
    {
        var (sqlite, postgres) = DatabaseOptions();
        var command = new Command("verify", "Replays every session's log and compares it with the stored players, answers and scores. Changes nothing.")
        {
            sqlite, postgres,
        };
        command.SetAction((line, cancel) => RunAsync(async () =>
        {
            var file = line.GetValue(sqlite);
            if (file is not null && !File.Exists(file))
                throw new StorageException($"There is no file '{Path.GetFullPath(file)}'.");
            await using var database = Database.Open(file, line.GetValue(postgres));
            await database.Services.CheckArenaDatabaseAsync(cancel);
            var verifier = database.Services.GetRequiredService<StorageVerifier>();
            var result = await verifier.VerifyAsync(database.Name, Console.WriteLine, cancel);
            Console.WriteLine($"{result.Sessions} sessions, {result.Entries} events, {result.Answers} answers: {result.Differences} differences");
            return result.Differences == 0 ? ExitCodes.Done : ExitCodes.Different;
        }));
        return command;
    }

    private static Command Copy()
    {
        var from = new Option<string>("--from") { Description = "The SQLite file. Stop Arena first.", Required = true };
        var to = new Option<string>("--to") { Description = "The empty PostgreSQL database: Host=...;Database=...;Username=...", Required = true };
        var command = new Command("copy", "Copies a SQLite file to PostgreSQL and compares them. Run it again after an interruption: it goes on.")
        {
            from, to,
        };
        command.SetAction((line, cancel) => RunAsync(async () =>
        {
            await using var source = Database.Sqlite(line.GetRequiredValue(from));
            await using var target = Database.Postgres(line.GetRequiredValue(to));
            await DatabaseCopy.RunAsync(source.Services, target.Services, Console.WriteLine, cancel);
            Console.WriteLine("The copy is complete: every table is the same in both databases.");
            return ExitCodes.Done;
        }));
        return command;
    }

    internal static (Option<string?> Sqlite, Option<string?> Postgres) DatabaseOptions() => (
        new("--sqlite") { Description = "A SQLite file. Without either option: the database that the environment configures, as for the server." },
        new("--postgres") { Description = "A PostgreSQL database: Host=...;Database=...;Username=..." });

    internal static async Task<int> RunAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted.");
            return ExitCodes.Failed;
        }
        catch (Exception trouble) when (trouble is StorageException or DbException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
            return ExitCodes.Failed;
        }
    }
}
