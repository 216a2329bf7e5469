using System.CommandLine;
using System.Globalization;
using Arena.TestKit.Clients;
using Arena.TestKit.Processes;
using Spectre.Console;

namespace Arena.Evening;

/// <summary>Shows a game of many players on the big screen in a slowed Chromium that is traced, and prints how long its frames take.</summary>
internal static class FramesCommand
{
    /// <summary>What a frame may take.</summary>
    private const double GoalMs = 50;

    private static readonly string[] BrowserArguments = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

    public static Command Create()
    {
        var players = new Option<int>("--players") { Description = "Players of the game", DefaultValueFactory = _ => 300 };
        var slowdown = new Option<double>("--slowdown") { Description = "How many times slower the browser's processor is made", DefaultValueFactory = _ => 4 };
        var traces = new Option<DirectoryInfo?>("--traces") { Description = "A folder for the traces, which Chromium's own viewer opens" };
        var command = new Command("frames", "Shows a game of many players on the big screen, and prints how long its frames take.") { players, slowdown, traces };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(players), parsed.GetValue(slowdown), parsed.GetValue(traces)?.FullName));
        return command;
    }

    private static async Task RunAsync(int players, double slowdown, string? traces)
    {
        var folder = Directory.CreateTempSubdirectory("arena-frames-").FullName;
        List<HubClient> clients = [];
        try
        {
            await using var arena = await ArenaProcess.StartAsync(folder, new Dictionary<string, string>
            {
                ["Arena:Game:MaxSeatsPerAddress"] = $"{players}",
                ["Arena:Gateway:MaxConnectionsPerAddress"] = $"{players + 100}",
            });
            var api = await new ArenaApi(new HttpClient { BaseAddress = arena.Address }).SignInAsync();
            var launch = await api.LaunchAsync(await api.CreateQuizAsync(3, timeLimitMs: 120_000), new { getReadyMs = 1_000 });
            var host = await HubClient.ConnectAsync(arena.Address);
            clients.Add(host);
            _ = (await host.AttachAsync(launch.HostKey)).Accepted;

            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Headless = true, Args = BrowserArguments });
            var context = await browser.NewContextAsync(new() { BaseURL = arena.Address.ToString(), Locale = "en-GB", ViewportSize = new() { Width = 1920, Height = 1080 } });
            var page = await context.NewPageAsync();
            await page.GotoAsync("/");
            await page.EvaluateAsync(
                "([code, hostKey]) => localStorage.setItem(`arena.host.${code}`, JSON.stringify({ hostKey }))", new[] { launch.Code, launch.HostKey });
            await page.GotoAsync($"/host/{launch.Code}/screen");
            await page.GetByTestId("host-lobby").WaitForAsync();
            await (await context.NewCDPSessionAsync(page)).SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slowdown });
            var trace = new FrameTrace(await browser.NewBrowserCDPSessionAsync(), page, traces);

            var table = new Table().AddColumns("on the screen", "frames", "between frames, ms: median", "p95", "most", $"over {GoalMs}", "work of one task, ms: p95", "most", $"over {GoalMs}");
            await MeasureAsync($"lobby: {players} join", async () =>
            {
                foreach (var number in Enumerable.Range(1, players))
                {
                    var client = await HubClient.ConnectAsync(arena.Address);
                    clients.Add(client);
                    _ = await client.EnterAsync(launch.Code, $"Player {number}");
                }
                await page.GetByTestId("host-player-count").GetByText($"{players}").First.WaitForAsync();
            });
            for (var round = 0; round < 2; round++)
            {
                var asked = round;
                await MeasureAsync($"question {round + 1}", () => MoveOnAsync(asked == 0 ? "start" : "advance", "asking"));
                await MeasureAsync($"{players} answers", async () =>
                {
                    await Task.WhenAll(clients.Skip(1).Select((client, index) => client.AnswerOnceOpenAsync(asked, index % 4, Guid.NewGuid())));
                    await ShowsAsync("reveal");
                });
                await MeasureAsync($"standings {round + 1}", () => MoveOnAsync("advance", "standings"));
            }
            AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
            AnsiConsole.Write(table);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{players} players, processor {slowdown} times slower, 1920x1080"));

            async Task MoveOnAsync(string action, string phase)
            {
                var step = host.Frames.Where(frame => frame.Target == "Session").Select(frame => frame.Body.GetProperty("view").GetProperty("step").GetInt32()).DefaultIfEmpty(0).Max();
                await host.MoveOnAsync(action, step);
                await ShowsAsync(phase);
            }

            Task ShowsAsync(string phase) => page.Locator($"[data-testid=projector][data-phase={phase}]").WaitForAsync();

            async Task MeasureAsync(string name, Func<Task> act)
            {
                var (gaps, tasks) = await trace.RecordAsync(async () =>
                {
                    await act();
                    await page.WaitForTimeoutAsync(2_000);
                });
                table.AddRow(name, $"{gaps.Length}", At(gaps, 0.5), At(gaps, 0.95), At(gaps, 1), $"{gaps.Count(gap => gap > GoalMs)}", At(tasks, 0.95), At(tasks, 1), $"{tasks.Count(task => task > GoalMs)}");
            }
        }
        finally
        {
            foreach (var client in clients)
                await client.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string At(double[] ordered, double share) => ordered.Length == 0
        ? "-"
        : ordered[Math.Min(ordered.Length - 1, (int)Math.Ceiling(share * ordered.Length) - 1)].ToString("F0", CultureInfo.InvariantCulture);
}
