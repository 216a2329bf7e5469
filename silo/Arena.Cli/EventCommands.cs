using System.CommandLine;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Storage;
using Arena.Storage.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Cli;

/// <summary><c>arena events</c>.</summary>
internal static class EventCommands
{
    public static Command Create() => new("events", "What is derived from the events of games: replay.") { Replay() };

    private static Command Replay()
    {
        var (sqlite, postgres) = DatabaseCommands.DatabaseOptions();
        var consumer = new Argument<string>("consumer") { Description = "Whose tables are derived again: boards (leaderboards), game-figures, game-summaries." };
        var after = new Option<long>("--after") { Description = "Only games with an event behind this position of the log. Without it: all games." };
        var command = new Command(
            "replay", "Has a consumer forget what it derived from games, and derive it again. Running silos do it at once, game by game; else the next start does.")
        {
            consumer, after, sqlite, postgres,
        };
        command.SetAction((line, cancel) => DatabaseCommands.RunAsync(async () =>
        {
            await using var database = Database.Open(line.GetValue(sqlite), line.GetValue(postgres));
            var name = line.GetRequiredValue(consumer);
            Check(database.Services, name, line.GetValue(after));
            await database.Services.CheckArenaDatabaseAsync(cancel);
            var deliveries = database.Services.GetRequiredService<IEventDeliveries>();
            var games = await deliveries.StartOverAsync(name, line.GetValue(after), DateTimeOffset.UtcNow, cancel);
            Console.WriteLine($"{name} starts over in {games} games. Administrators see in how many it is still behind.");
            return ExitCodes.Done;
        }));
        return command;
    }

    private static void Check(IServiceProvider services, string consumer, long after)
    {
        var names = services.GetServices<IEventConsumer>().OfType<IReplayableEventConsumer>().Select(known => known.Name).Order(StringComparer.Ordinal).ToList();
        if (!names.Contains(consumer))
            throw new StorageException($"No consumer is called '{consumer}'. Give {string.Join(", ", names[..^1])} or {names[^1]}.");
        if (after < 0)
            throw new StorageException($"--after is {after}. Give a position of the log, 0 or more.");
    }
}
