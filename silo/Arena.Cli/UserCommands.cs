using System.CommandLine;
using Arena.Game.Names;
using Arena.Storage;
using Arena.Storage.Configuration;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Cli;

/// <summary><c>arena user</c>: account operations that need access to the database.</summary>
internal static class UserCommands
{
    public static Command Create() => new("user", "Accounts: promote, demote, reset, sign-out.")
    {
        ResetCommand.Create(),
        SignOut(),
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

    public static async Task<UserRow> FindAsync(ArenaDbContext context, string name, CancellationToken cancel)
    {
        var key = Nicknames.Key(name);
        return await context.Users.SingleOrDefaultAsync(row => row.NameKey == key, cancel) ?? throw new StorageException($"No account is called '{name}'.");
    }

    private static Command SignOut()
    {
        var (sqlite, postgres) = DatabaseCommands.DatabaseOptions();
        var account = new Argument<string>("name") { Description = "The account's name." };
        var command = new Command("sign-out", "Signs all browsers of an account out and ends its API keys; running gateways notice within seconds.") { account, sqlite, postgres };
        command.SetAction((line, cancel) => DatabaseCommands.RunAsync(async () =>
        {
            await using var database = Database.Open(line.GetValue(sqlite), line.GetValue(postgres));
            await database.Services.CheckArenaDatabaseAsync(cancel);
            await using var context = await database.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(cancel);
            var user = await FindAsync(context, line.GetRequiredValue(account), cancel);
            var ended = await context.AuthSessions.Where(row => row.UserId == user.Id).ExecuteDeleteAsync(cancel);
            var keys = await context.ApiKeys.Where(row => row.UserId == user.Id).ExecuteDeleteAsync(cancel);
            context.SecurityEvents.Add(new() { At = DateTimeOffset.UtcNow, Event = SecurityEvent.SessionRevoked, UserId = user.Id });
            await context.SaveChangesAsync(cancel);
            Console.WriteLine($"{user.Username} was signed out of {ended} browsers, and {keys} API keys ended.");
            return ExitCodes.Done;
        }));
        return command;
    }

    private static async Task SetAsync(IServiceProvider services, string name, bool isAdministrator, CancellationToken cancel)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(cancel);
        var user = await FindAsync(context, name, cancel);
        user.IsAdministrator = isAdministrator;
        user.Version++;
        context.SecurityEvents.Add(new() { At = DateTimeOffset.UtcNow, Event = SecurityEvent.RoleChanged, UserId = user.Id });
        await context.SaveChangesAsync(cancel);
    }
}
