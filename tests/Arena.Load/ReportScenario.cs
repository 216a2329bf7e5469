using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Arena.TestKit.Clients;
using Spectre.Console;

namespace Arena.Load;

/// <summary>Plays one game against an Arena in this process, and measures its report: time and bytes of each form.</summary>
internal static class ReportScenario
{
    private const int Repeats = 20;
    private const double Kilo = 1_024;

    /// <param name="players">In the game.</param>
    /// <param name="questions">In the game.</param>
    /// <param name="holds">Whether it stays until it is interrupted, so that the report can be opened in a browser.</param>
    /// <param name="cancel">The interruption.</param>
    public static async Task<int> RunAsync(int players, int questions, bool holds, CancellationToken cancel)
    {
        await using var arena = new ArenaInside();
        var api = await new ArenaApi(new HttpClient { BaseAddress = arena.Address }).SignInAsync();
        var settings = new { autoAdvance = true, getReadyMs = 500, revealMs = 500, standingsMs = 500, questionCount = 200 };
        var (warm, game) = (await PlayAsync(5, 1), await PlayAsync(players, questions));
        var table = new Table().AddColumn("request").AddColumn(new TableColumn("first ms").RightAligned())
            .AddColumn(new TableColumn("again, median ms").RightAligned()).AddColumn(new TableColumn("KiB sent").RightAligned());
        // What is compiled by the first request is no part of the measurement.
        foreach (var path in Paths)
            await GetAsync(warm, path, null);
        foreach (var path in Paths)
        {
            var (first, bytes, tag) = await GetAsync(game, path, null);
            var again = new List<double>();
            for (var repeat = 0; repeat < Repeats; repeat++)
                again.Add((await GetAsync(game, path, null)).Ms);
            table.AddRow(path, Text(first), Text(again.Order().ElementAt(Repeats / 2)), Text(bytes / Kilo));
            if (tag is not null)
            {
                var unchanged = await GetAsync(game, path, tag);
                table.AddRow($"{path}, unchanged", "", Text(unchanged.Ms), Text(unchanged.Bytes / Kilo));
            }
        }
        AnsiConsole.Write(table);
        if (holds)
        {
            Console.WriteLine($"{arena.Address}games/{game.SessionId} {api.Http.DefaultRequestHeaders.Authorization!.Parameter}");
            await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return 0;

        async Task<Launch> PlayAsync(int playing, int asked)
        {
            var (launch, tally) = (await api.LaunchAsync(await api.CreateQuizAsync(asked), settings), new Counters());
            await new ScriptedGame(arena.Address, launch, playing, seed: 1, tally).PlayAsync();
            AnsiConsole.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{playing} players x {asked} questions: {tally.Answers} answers, {tally.Failures.Values.Sum()} failures"));
            return launch;
        }

        async Task<(double Ms, long Bytes, EntityTagHeaderValue? Tag)> GetAsync(Launch launch, string path, EntityTagHeaderValue? seen)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/games/{launch.SessionId}/{path}");
            request.Headers.AcceptEncoding.Add(new("gzip"));
            if (seen is not null)
                request.Headers.IfNoneMatch.Add(seen);
            var started = Stopwatch.GetTimestamp();
            using var reply = await api.Http.SendAsync(request, cancel);
            var bytes = await reply.Content.ReadAsByteArrayAsync(cancel);
            return reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotModified
                ? (Stopwatch.GetElapsedTime(started).TotalMilliseconds, bytes.Length, reply.Headers.ETag)
                : throw new HttpRequestException($"{path}: {(int)reply.StatusCode}");
        }
    }

    private static string[] Paths => ["report", "report/file?format=csv", "report/file?format=xlsx"];

    private static string Text(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
