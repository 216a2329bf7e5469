using System.Diagnostics;
using System.Globalization;
using Arena.GrainInterfaces;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Hosting;
using Arena.Load.Campaigns;
using Arena.Load.Crowds;
using Arena.Load.Grains;
using Arena.Storage;
using Arena.Storage.Model;
using Arena.Storage.Writing;
using Arena.TestKit.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Arena.Load.Events;

/// <summary>
/// The event bus in one process: first it delivers a log that was there before, from the beginning, then the events of games while they run.
/// </summary>
internal static class EventsScenario
{
    private const int RowsAtOnce = 2_000;
    private static readonly string Payload = """{"atMs":0,"seat":17,"answer":{"round":3,"value":{"choices":[2]}},"pad":"?"}""".Replace("?", new string('x', 150), StringComparison.Ordinal);

    /// <param name="onPostgres">SQLite if not.</param>
    /// <param name="events">In the log at the start.</param>
    /// <param name="sessions">Of how many sessions those are.</param>
    /// <param name="games">That are played then.</param>
    /// <param name="players">In each.</param>
    /// <param name="questions">In each.</param>
    public static async Task<int> RunAsync(bool onPostgres, int events, int sessions, int games, int players, int questions)
    {
        await using var server = onPostgres ? new PostgresServer { Durable = true } : null;
        await using var database = await CampaignDatabase.NewAsync(server);
        await FillAsync(database, events, sessions);

        var consumer = new CountingConsumer();
        var quiz = new QuizOfOne(questions);
        using var host = Build(database, services => services
            .AddArenaSilo(Configured(database)).AddSingleton<IEventConsumer>(consumer).AddSingleton<IQuizLibrary>(quiz));
        await host.StartAsync();
        var began = Stopwatch.GetTimestamp();
        var cpu = Environment.CpuUsage.TotalTime;
        await consumer.ReachedAsync(events);
        var delivered = Stopwatch.GetElapsedTime(began);
        cpu = Environment.CpuUsage.TotalTime - cpu;

        consumer.Measure();
        var tally = new Counters();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var played = Enumerable.Range(0, games).Select(number => new GrainGame(grains, JoinCode.Draw(), quiz.Id, players, new Random(number), tally)).ToList();
        await Parallel.ForEachAsync(played, (game, _) => new ValueTask(game.SeatAsync()));
        await Task.WhenAll(played.Select(game => game.PlayAsync()));
        await consumer.ReachedAsync(await CountAsync(host));
        var ages = new Latencies(consumer.Ages);
        await host.StopAsync();

        var table = new Table().AddColumn("figure").AddColumn(new TableColumn("value").RightAligned());
        Row("database", $"{(onPostgres ? "PostgreSQL" : "SQLite")}");
        Row("events delivered from the log, of sessions", $"{events}, {sessions}");
        Row("seconds, events a second", $"{delivered.TotalSeconds:F1}, {events / delivered.TotalSeconds:F0}");
        Row("CPU an event", $"{cpu.TotalMicroseconds / events:F1} us");
        Row("games x players x questions", $"{games} x {players} x {questions}");
        Row("live events, age p50 / p99 / max", $"{ages.Count}, {ages.At(50):F0} / {ages.At(99):F0} / {ages.Max:F0} ms");
        Row("events that came again", $"{consumer.Repeated}");
        AnsiConsole.Write(table);
        return tally.Failures.Count == 0 ? 0 : 1;

        void Row(string figure, FormattableString value) => table.AddRow(figure, value.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task FillAsync(CampaignDatabase database, int events, int sessions)
    {
        using var host = Build(database, services => services.AddArenaStorage(Configured(database)));
        await host.StartAsync();
        var writer = host.Services.GetRequiredService<IBatchWriter>();
        var ids = Enumerable.Range(0, sessions).Select(_ => Guid.NewGuid()).ToList();
        foreach (var numbers in Enumerable.Range(0, events).Chunk(RowsAtOnce))
        {
            await writer.WriteAsync(
                [
                    .. numbers.Select(number => new BatchStatement(
                        "INSERT INTO event_log (session_id, version, epoch, type, payload_json, created_at) VALUES ($1, $2, 1, 'load.1', $3, 0)",
                        ids[number % sessions], (long)(number / sessions) + 1, Payload)),
                ],
                CancellationToken.None);
        }
        await host.StopAsync();
    }

    private static async Task<long> CountAsync(IHost host)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        return await context.EventLog.LongCountAsync();
    }

    private static IConfiguration Configured(CampaignDatabase database) => new ConfigurationBuilder().AddInMemoryCollection(database.Settings!).Build();

    private static IHost Build(CampaignDatabase database, Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(database.Settings!);
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
        add(builder.Services);
        return builder.Build();
    }
}
