using System.Globalization;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Arena.Storage.Verification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Homework;

/// <summary>
/// Homework of 200 players over a week of virtual time. The server stops every evening and starts again the next day, whatever players are in the
/// middle of; each of them continues from there. In the end nothing is lost, and the report has every answer.
/// </summary>
public sealed class WeekTests : IDisposable
{
    private const int Players = 200;
    private const int Questions = 6;
    private const int Days = 8;
    private const int DueAfterDays = 7;
    private const string Name = "Teacher";

    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 16, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("arena-week-").FullName;
    private readonly Random _random = new(20_261_130);
    private readonly List<Student> _students = [.. Enumerable.Range(0, Players).Select(number => new Student($"P{number:000}"))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Of_a_week_with_restarts_nothing_is_lost_and_the_report_is_right()
    {
        var (id, link) = (Guid.Empty, "");
        for (var day = 0; day < Days; day++)
        {
            await using var arena = new PlayHost(new(PlayHost.Unlimited), _folder, Monday.AddDays(day)) { RunsConsumers = true };
            using var browser = new Browser(new HttpClient { BaseAddress = arena.Address });
            await (day == 0 ? browser.RegisterAsync(Name) : browser.SignInAsync(Name));
            using var teacher = new Teacher(arena, browser);
            if (day == 0)
                (id, link) = await teacher.SetAsync(await teacher.WriteAsync(Questions), TimeSpan.FromDays(DueAfterDays) - TimeSpan.FromHours(1), acceptsLate: true, maxAttempts: 2, feedbackAtEnd: true);
            await EveningAsync(arena, link, day);
            if (day == Days - 1)
                await CheckAsync(arena, teacher, id);
        }
    }

    /// <summary>Some players begin today, or continue where they were, and answer some questions.</summary>
    private async Task EveningAsync(PlayHost arena, string link, int day)
    {
        using var http = new HttpClient { BaseAddress = arena.Address };
        var grains = arena.Services.GetRequiredService<IGrainFactory>();
        // On the last evening, which is after the due date, all finish who began before; a few begin only then.
        var isLast = day == Days - 1;
        List<Student> tonight = [.. _students.Where(student => isLast ? student.Attempt is not null || student.Done.Count == 0 : _random.Next(3) == 0)];
        foreach (var student in tonight)
        {
            if (student.Done.Count < 2)
                await StartAsync(http, link, student);
        }
        for (var turn = 0; turn < Questions; turn++)
        {
            List<(Student Student, bool IsRight)> answering =
                [.. tonight.Where(student => student.Attempt is not null && (isLast || _random.Next(4) > 0)).Select(student => (student, _random.Next(3) > 0))];
            foreach (var (student, _) in answering.Where(one => one.Student.Attempt is { HasBegun: false }))
                await BeginAsync(grains, student);
            // The next question of each opens a moment after the answer before.
            await arena.AdvanceAsync(TimeSpan.FromMilliseconds(601));
            foreach (var (student, isRight) in answering)
                await AnswerAsync(arena, grains, student, isRight, day);
        }
    }

    private static async Task StartAsync(HttpClient http, string link, Student student)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { name = student.Name, key = student.Key }), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri($"/api/homework/links/{link}/attempts", UriKind.Relative), body);
        var reply = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, reply);
        using var seat = JsonDocument.Parse(reply);
        var session = seat.RootElement.GetProperty("sessionId").GetGuid();
        // An attempt that was begun on another day is the same one.
        Assert.True(student.Attempt is null || student.Attempt.Session == session);
        student.Attempt ??= new(session, seat.RootElement.GetProperty("code").GetString()!);
    }

    private static async Task BeginAsync(IGrainFactory grains, Student student)
    {
        var attempt = student.Attempt!;
        Assert.True((await DecidedAsync(() => grains.GetGrain<IGameSessionGrain>(attempt.Code).Next(attempt.Session, new(0, 0, 0)))).Accepted);
        attempt.HasBegun = true;
    }

    private static async Task AnswerAsync(PlayHost arena, IGrainFactory grains, Student student, bool isRight, int day)
    {
        var attempt = student.Attempt!;
        var answer = new SubmitAnswer(Guid.NewGuid(), 0, attempt.Answers.Count, isRight ? 0 : 1, arena.Time.GetUtcNow().ToUnixTimeMilliseconds(), 0);
        var acknowledged = Assert.Single(await DecidedAsync(() => grains.GetGrain<IGameSessionGrain>(attempt.Code).Answer(attempt.Session, [answer])));
        Assert.True(acknowledged.Accepted, $"{student.Name}, question {attempt.Answers.Count}: {acknowledged.Refusal}");
        attempt.Answers.Add(isRight);
        attempt.IsLate = day >= DueAfterDays;
        if (attempt.Answers.Count < Questions)
            return;
        student.Done.Add(attempt);
        student.Attempt = null;
    }

    /// <summary>As a gateway does: a call without a reply is repeated with the same operation id.</summary>
    private static async Task<T> DecidedAsync<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (TimeoutException)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task CheckAsync(PlayHost arena, Teacher teacher, Guid id)
    {
        await teacher.WaitAsync(id, over: _students.Sum(student => student.Done.Count));
        var results = (await teacher.ResultsAsync(id)).GetProperty("players").EnumerateArray().ToDictionary(player => player.GetProperty("name").GetString()!);
        Assert.Equal(_students.Where(student => student.Done.Count > 0).Select(student => student.Name), results.Keys.Order(StringComparer.Ordinal));
        foreach (var student in _students.Where(student => student.Done.Count > 0))
        {
            Assert.Null(student.Attempt);
            var reported = results[student.Name].GetProperty("attempts").EnumerateArray().Select(Line);
            Assert.Equal(student.Done.Select(attempt => attempt.Line), reported);
        }
        await using var context = await arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        Assert.Equal(_students.Sum(student => student.Done.Sum(attempt => attempt.Answers.Count)), await context.PlayerAnswers.CountAsync());
        var verified = await ActivatorUtilities.CreateInstance<StorageVerifier>(arena.Services).VerifyAsync("the test", _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(0, verified.Differences);
        Print();
    }

    private void Print()
    {
        var done = _students.SelectMany(student => student.Done).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | players | restarts | attempts | answers | late attempts | lost |
            |---|---|---|---|---|---|
            | {_students.Count(student => student.Done.Count > 0)} | {Days - 1} | {done.Count} | {done.Sum(attempt => attempt.Answers.Count)} | {done.Count(attempt => attempt.IsLate)} | 0 |
            """));
    }

    private static string Line(JsonElement attempt) =>
        $"{string.Join(' ', attempt.GetProperty("outcomes").EnumerateArray().Select(outcome => outcome.GetString()))} {attempt.GetProperty("points").GetInt32()} {attempt.GetProperty("isLate").GetBoolean()}";

    private sealed class Student(string name)
    {
        public string Name => name;

        public Guid Key { get; } = Guid.NewGuid();

        public Attempt? Attempt { get; set; }

        public List<Attempt> Done { get; } = [];
    }

    private sealed class Attempt(Guid session, string code)
    {
        public Guid Session => session;

        public string Code => code;

        public bool HasBegun { get; set; }

        public bool IsLate { get; set; }

        public List<bool> Answers { get; } = [];

        /// <summary>As the report should have it.</summary>
        public string Line => $"{string.Join(' ', Answers.Select(isRight => isRight ? "right" : "wrong"))} {1000 * Answers.Count(isRight => isRight)} {IsLate}";
    }
}
