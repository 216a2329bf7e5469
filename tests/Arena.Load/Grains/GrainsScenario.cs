using System.Diagnostics;
using System.Globalization;
using Arena.GrainInterfaces;
using Arena.Grains;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.Storage;
using Arena.TestKit.Grains;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace Arena.Load.Grains;

/// <summary>
/// Many games on a cluster of silos in this process, by calls of the grains alone: no browsers, no sockets, but the real engine, frames,
/// game and journal. What the middle of Arena costs without its edges.
/// </summary>
internal static class GrainsScenario
{
    public static async Task<int> RunAsync(short silos, int sessions, int players, int questions)
    {
        var folder = Directory.CreateTempSubdirectory("arena-grains-");
        try
        {
            using var storage = await StartStorageAsync(folder.FullName);
            var quiz = new QuizOfOne(questions);
            await using var cluster = await StartSilosAsync(silos, storage.Services.GetRequiredService<ISessionJournal>(), quiz);
            var tally = new Counters();
            var games = Enumerable.Range(0, sessions)
                .Select(number => new GrainGame(cluster.Grains, JoinCode.Draw(), quiz.Id, players, new Random(number), tally)).ToList();
            var began = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(games, (game, _) => new ValueTask(game.SeatAsync()));
            var seated = Stopwatch.GetElapsedTime(began);
            var placed = cluster.Silos.Select(silo => silo.GetRequiredService<LiveSessionRegistry>().Codes.Count).ToList();
            var cpu = Environment.CpuUsage.TotalTime;
            began = Stopwatch.GetTimestamp();
            await Task.WhenAll(games.Select(game => game.PlayAsync()));
            var played = Stopwatch.GetElapsedTime(began);
            cpu = Environment.CpuUsage.TotalTime - cpu;
            await cluster.DisposeAsync();
            await storage.StopAsync();

            Print(silos, sessions, players, questions, tally, seated, played, cpu, placed);
            foreach (var (failure, count) in tally.Failures)
                AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} x {failure}"));
            return tally.Failures.Count == 0 && tally.Answers == sessions * players * questions ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IHost> StartStorageAsync(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Arena:Storage:Path", Path.Combine(folder, "arena.db"))]);
        builder.Services.AddArenaStorage(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static Task<OrleansTestCluster> StartSilosAsync(short silos, ISessionJournal journal, QuizOfOne quiz) => OrleansTestCluster.StartAsync(
        services => services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddArenaGrains()
            .AddSingleton(journal)
            .AddSingleton<IQuizLibrary>(quiz),
        silos);

    private static void Print(
        int silos, int sessions, int players, int questions, Counters tally, TimeSpan seated, TimeSpan played, TimeSpan cpu, List<int> placed)
    {
        var table = new Table().AddColumn("figure").AddColumn(new TableColumn("value").RightAligned());
        Row("silos, sessions x players x questions", $"{silos}, {sessions} x {players} x {questions}");
        Row("joins, and a second", $"{tally.Joins} of {sessions * players}, {tally.Joins / seated.TotalSeconds:F0}");
        Row("answers acknowledged, and a second", $"{tally.Answers} of {sessions * players * questions}, {tally.Answers / played.TotalSeconds:F0}");
        Row("failures", $"{tally.Failures.Values.Sum()}");
        Row("lowest score on a podium", $"{tally.LowestScore}");
        Row("acknowledgement p50 / p99 / max ms", $"{tally.AnswerMs(50):F1} / {tally.AnswerMs(99):F1} / {tally.AnswerMs(100):F1}");
        Row("wall s / CPU s, callers included", $"{played.TotalSeconds:F1} / {cpu.TotalSeconds:F1}");
        Row("CPU us an answer, callers included", $"{cpu.TotalMicroseconds / Math.Max(1, tally.Answers):F0}");
        Row("sessions a silo", $"{string.Join(" / ", placed)}");
        AnsiConsole.Write(table);

        void Row(string figure, FormattableString value) => table.AddRow(figure, value.ToString(CultureInfo.InvariantCulture));
    }
}
