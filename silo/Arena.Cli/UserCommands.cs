using System.CommandLine;
using Arena.Game;
using Arena.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Cli;

/// <summary><c>arena user</c>: only who has the database makes administrators.</summary>
internal static class UserCommands
{
    public static Command Create() => new("user", "Accounts: promote, demote.")
    {
        Role("promote", "Makes an account an administrator.", isAdministrator: true),
        Role("demote", "Makes an administrator an ordinary account.", isAdministrator: false),
    };

    private static Command Role(string name, string description, bool isAdministrator)
    {
        var (sqlite, postgres) = DatabaseCommands.DatabaseOptions();
        var account = new Argument<string>("name") { Description = "The account's name." };
        var command = new Command(name, description) { account, sqlite, postgres };
        command.SetAction((line, cancel) => DatabaseCommands.RunAsync(async () =>
        {
            await using var database = Database.Open(line.GetValue(sqlite), line.GetValue(postgres));
            await database.Services.CheckArenaDatabaseAsync(cancel);
            await SetAsync(database.Services, line.GetRequiredValue(account), isAdministrator, cancel);
            Console.WriteLine($"{line.GetRequiredValue(account)} is {(isAdministrator ? "an administrator" : "an ordinary account")} now.");
            return ExitCodes.Done;
        }));
        return command;
    }

    private static async Task SetAsync(IServiceProvider services, string name, bool isAdministrator, CancellationToken cancel)
    {
        var key = Nicknames.Key(name);
        await using var context = await services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(cancel);
        var user = await context.Users.SingleOrDefaultAsync(row => row.NameKey == key, cancel)
            ?? throw new StorageException($"No account is called '{name}'.");
        user.IsAdministrator = isAdministrator;
        user.Version++;
        context.SecurityEvents.Add(new() { At = DateTimeOffset.UtcNow, Event = SecurityEvent.RoleChanged, UserId = user.Id });
        await context.SaveChangesAsync(cancel);
    }
}
