using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Arena.TestKit.Processes;
using Spectre.Console;

namespace Arena.Evening;

/// <summary>Types in the editor of a large quiz in Chromium, and prints how long each key takes until the page shows what it changed.</summary>
internal static class TypingCommand
{
    private const int Keys = 60;
    private const int PauseMs = 120;

    private static readonly string[] BrowserArguments = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

    public static Command Create()
    {
        var questions = new Option<int>("--questions") { Description = "Questions of the quiz", DefaultValueFactory = _ => 1_000 };
        var slowdown = new Option<double>("--slowdown") { Description = "How many times slower the browser's processor is made", DefaultValueFactory = _ => 1 };
        var command = new Command("typing", "Types in the editor of a large quiz, and prints how long a key takes.") { questions, slowdown };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(questions), parsed.GetValue(slowdown)));
        return command;
    }

    private static async Task RunAsync(int questions, double slowdown)
    {
        var folder = Directory.CreateTempSubdirectory("arena-typing-").FullName;
        try
        {
            await using var arena = await ArenaProcess.StartAsync(folder);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Headless = true, Args = BrowserArguments });
            var context = await browser.NewContextAsync(new() { BaseURL = arena.Address.ToString(), Locale = "en-GB", ViewportSize = new() { Width = 1280, Height = 800 } });
            var page = await OpenAsync(context, questions);
            var tools = await context.NewCDPSessionAsync(page);
            await tools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slowdown });
            await PrintAsync(page, questions, slowdown);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The editor with a quiz that its browser has stored.</summary>
    private static async Task<IPage> OpenAsync(IBrowserContext context, int questions)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/host");
        await page.WaitForFunctionAsync("() => localStorage.getItem('arena.author') !== null");
        var id = await page.EvaluateAsync<string>(
            """
            async (count) => {
              const { accessToken } = JSON.parse(localStorage.getItem('arena.author'));
              const question = (number) => ({
                type: 'singleChoice',
                prompt: `Question ${number}: which of these cities lies on two continents, and on which strait?`,
                options: ['Istanbul', 'Cairo', 'Athens', 'Tbilisi'].map((label, index) => ({ label: `${label} ${number}`, correct: index === 0 })),
                explanation: 'The Bosporus parts Europe from Asia.',
              });
              const quiz = { arena: 1, title: 'Long', questions: Array.from({ length: count }, (_, index) => question(index + 1)) };
              const headers = { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' };
              const reply = await fetch('/api/quizzes', { method: 'POST', headers, body: JSON.stringify(quiz) });
              if (!reply.ok) throw new Error(await reply.text());
              return (await reply.json()).id;
            }
            """,
            questions);
        await page.AddInitScriptAsync(scriptPath: Path.Combine(AppContext.BaseDirectory, "typing.js"));
        await page.GotoAsync($"/quizzes/{id}");
        await page.GetByTestId("prompt-input").WaitForAsync();
        return page;
    }

    private static async Task PrintAsync(IPage page, int questions, double slowdown)
    {
        var table = new Table().AddColumns("keys in", "keys", "to the paint, ms: median", "p95", "most", "Event Timing, ms: 16 or more", "p95", "most", "work, most");
        await page.GetByTestId($"question-{questions / 2}").ClickAsync();
        foreach (var (name, testId) in ((string, string)[])[("a question's text", "prompt-input"), ("an answer", "option-1"), ("the title", "quiz-title")])
        {
            await page.GetByTestId(testId).FocusAsync();
            await MeasureAsync(page, table, name, () => page.Keyboard.TypeAsync(new('a', Keys), new() { Delay = PauseMs }));
        }
        await MeasureAsync(page, table, "undo (Ctrl+Z)", () => RepeatAsync(page, "Control+z"));
        await MeasureAsync(page, table, "a new question (Ctrl+Enter)", () => RepeatAsync(page, "Control+Enter"));
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
        AnsiConsole.Write(table);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{questions} questions, processor {slowdown} times slower"));
    }

    private static async Task RepeatAsync(IPage page, string keys)
    {
        for (var press = 0; press < Keys / 4; press++)
        {
            await page.Keyboard.PressAsync(keys);
            await page.WaitForTimeoutAsync(PauseMs);
        }
    }

    private static async Task MeasureAsync(IPage page, Table table, string name, Func<Task> type)
    {
        // What was done before is stored first: a save may fall between the keys all the same, as it does for people.
        await page.WaitForTimeoutAsync(2_000);
        await page.EvaluateAsync("() => Object.assign(typing, { painted: [], events: [] })");
        await type();
        await page.WaitForTimeoutAsync(1_000);
        var noted = JsonDocument.Parse(await page.EvaluateAsync<string>("() => JSON.stringify(typing)")).RootElement;
        double[] painted = [.. noted.GetProperty("painted").EnumerateArray().Select(ms => ms.GetDouble()).Order()];
        double[] events = Ordered(noted, "duration"), work = Ordered(noted, "work");
        table.AddRow(
            name, $"{painted.Length}", At(painted, 0.5), At(painted, 0.95), At(painted, 1), $"{events.Length}", At(events, 0.95), At(events, 1), At(work, 1));
    }

    private static double[] Ordered(JsonElement noted, string member) =>
        [.. noted.GetProperty("events").EnumerateArray().Select(entry => entry.GetProperty(member).GetDouble()).Order()];

    private static string At(double[] ordered, double share) => ordered.Length == 0
        ? "-"
        : ordered[Math.Min(ordered.Length - 1, (int)Math.Ceiling(share * ordered.Length) - 1)].ToString("F0", CultureInfo.InvariantCulture);
}
