using System.CommandLine;
using Arena.Storage;
using Arena.Storage.Configuration;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Cli;

/// <summary><c>arena user reset</c>: there is no mail, so a user who forgot the password gets a link from an operator.</summary>
internal static class ResetCommand
{
    private const string UrlKey = "Arena:Gateway:PublicUrl";
    private const string OwnUrl = "http://localhost:5080";

    public static Command Create()
    {
        var (sqlite, postgres) = DatabaseCommands.DatabaseOptions();
        var account = new Argument<string>("name") { Description = "The account's name." };
        var url = new Option<string?>("--url")
        {
            Description = $"Where the browser finds Arena: https://quiz.example.org. Without it what {UrlKey} says, else {OwnUrl}.",
        };
        var command = new Command("reset", "Prints a link that sets a new password, once, within the hour.") { account, url, sqlite, postgres };
        command.SetAction((line, cancel) => DatabaseCommands.RunAsync(async () =>
        {
            await using var database = Database.Open(line.GetValue(sqlite), line.GetValue(postgres));
            var address = Address(line.GetValue(url) ?? database.Services.GetRequiredService<IConfiguration>()[UrlKey] ?? OwnUrl);
            await database.Services.CheckArenaDatabaseAsync(cancel);
            var (user, token) = await GiveAsync(database.Services, line.GetRequiredValue(account), cancel);
            Console.WriteLine($"Until {user.ResetExpiresAt:HH:mm} UTC this sets a new password for {user.Username}, once, signs all browsers out and ends all API keys:");
            Console.WriteLine($"{address}/reset#{token}");
            return ExitCodes.Done;
        }));
        return command;
    }

    private static string Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.GetLeftPart(UriPartial.Authority)
            : throw new StorageException($"'{url}' is no address. Give it as https://quiz.example.org");

    private static async Task<(UserRow User, ResetToken Token)> GiveAsync(IServiceProvider services, string name, CancellationToken cancel)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(cancel);
        var user = await UserCommands.FindAsync(context, name, cancel);
        var token = ResetToken.Give(user, DateTimeOffset.UtcNow);
        user.Version++;
        context.SecurityEvents.Add(new() { At = DateTimeOffset.UtcNow, Event = SecurityEvent.ResetGiven, UserId = user.Id });
        await context.SaveChangesAsync(cancel);
        return (user, token);
    }
}
