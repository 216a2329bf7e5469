using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Boards;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Tests.Homework;

/// <summary>From setting homework over playing it to its results, over the real REST interface, hub, grains and storage.</summary>
public sealed class HomeworkTests : IAsyncLifetime
{
    private const string Path = "/api/homework";
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(2);

    private readonly PlayHost _arena = new(new(PlayHost.Unlimited)) { RunsConsumers = true };
    private Teacher _teacher = null!;
    private Guid _quiz;

    public async ValueTask InitializeAsync()
    {
        _teacher = await Teacher.RegisterAsync(_arena);
        _quiz = await _teacher.WriteAsync(2);
    }

    public async ValueTask DisposeAsync()
    {
        _teacher.Dispose();
        await _arena.DisposeAsync();
    }

    [Fact]
    public async Task A_player_goes_through_the_questions_alone_and_the_teacher_sees_what_became_of_each()
    {
        var (id, link) = await _teacher.SetAsync(_quiz, Week);
        await using var ann = new Pupil(_arena, link, "Ann");
        var page = await ann.PageAsync();
        Assert.Equal(("Rivers", 2, JsonValueKind.Null), (page.GetProperty("title").GetString(), page.GetProperty("questions").GetInt32(), page.GetProperty("whyNot").ValueKind));

        var welcome = await ann.StartAsync();
        Assert.Equal("lobby", Kind(welcome));
        Assert.False(welcome.GetProperty("session").GetProperty("pace").GetProperty("feedbackAtEnd").GetBoolean());
        await ann.NextAsync(step: 0, round: 0);
        await ann.AnswerAsync(0, 0);
        var reveal = await ann.Hub.PhaseAsync("reveal", 0);
        Assert.Equal("Because of 0.", reveal.Phase.GetProperty("explanation").GetString());
        // A repeated request of an earlier step changes nothing.
        Assert.Null((await ann.Hub.CallAsync("Next", new { step = 0 })).Refusal);
        await ann.NextAsync(step: 2, round: 1);
        await ann.AnswerAsync(1, 1);
        await ann.Hub.PhaseAsync("reveal", 1);
        _ = (await ann.Hub.CallAsync("Next", new { step = 4 })).Accepted;
        await ann.Hub.PhaseAsync("podium");

        await _teacher.WaitAsync(id, over: 1);
        var attempt = Assert.Single(await _teacher.AttemptsAsync(id, "Ann"));
        Assert.Equal((1, 1000, 1, 2, false), (Number(attempt, "number"), Number(attempt, "points"), Number(attempt, "right"), Number(attempt, "scored"), attempt.GetProperty("isLate").GetBoolean()));
        Assert.Equal(["right", "wrong"], Outcomes(attempt));
        var review = (await ann.ReviewAsync(1)).GetProperty("questions").EnumerateArray().ToArray();
        Assert.Equal(["Because of 0.", "Because of 1."], review.Select(one => one.GetProperty("reveal").GetProperty("explanation").GetString()));
        Assert.Equal("wrong", review[1].GetProperty("result").GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task With_feedback_at_the_end_no_key_and_no_verdict_is_sent_before_it()
    {
        var (id, link) = await _teacher.SetAsync(_quiz, Week, feedbackAtEnd: true);
        await using var ann = new Pupil(_arena, link, "Ann");
        await ann.StartAsync();
        await ann.NextAsync(step: 0, round: 0);
        await ann.AnswerAsync(0, 0);
        await ann.OpenAsync(round: 1);
        Assert.Equal("attemptNotOver", (await ann.ReviewAsync(1, expected: 409)).GetProperty("code").GetString());
        Assert.All(ann.Hub.Dump, frame =>
        {
            Assert.DoesNotContain("Because of", frame, StringComparison.Ordinal);
            Assert.DoesNotContain("correct", frame, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"score\":1000", frame, StringComparison.Ordinal);
        });
        // Nor does it after a refresh.
        var again = await ann.ConnectAsync();
        Assert.Equal((0, 0), (again.GetProperty("seat").GetProperty("score").GetInt32(), again.GetProperty("results").GetArrayLength()));
        await ann.AnswerAsync(1, 0);
        var podium = await ann.Hub.PhaseAsync("podium");
        Assert.Equal(2000, podium.Phase.GetProperty("podium")[0].GetProperty("score").GetInt32());
        await _teacher.WaitAsync(id, over: 1);
        Assert.Equal(2, (await ann.ReviewAsync(1)).GetProperty("questions").GetArrayLength());
    }

    [Fact]
    public async Task A_player_who_left_continues_by_the_same_link_and_a_finished_attempt_is_followed_by_the_next_until_they_are_used()
    {
        var (id, link) = await _teacher.SetAsync(_quiz, Week, maxAttempts: 2, feedbackAtEnd: true);
        await using var ann = new Pupil(_arena, link, "Ann");
        await ann.StartAsync();
        await ann.NextAsync(step: 0, round: 0);
        await ann.AnswerAsync(0, 1);
        var code = ann.Code;
        await ann.LeaveAsync();
        Assert.Equal(1, Number(Assert.Single(await _teacher.AttemptsAsync(id, "Ann")), "answered"));

        await using (var back = new Pupil(_arena, link, "Another name", ann.Key))
        {
            var welcome = await back.StartAsync();
            Assert.Equal((code, "asking", "Ann"), (back.Code, Kind(welcome), welcome.GetProperty("seat").GetProperty("nickname").GetString()));
            await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
            await back.AnswerAsync(1, 0);
            await back.Hub.PhaseAsync("podium");
        }
        await ann.StartAsync();
        Assert.NotEqual(code, ann.Code);
        await ann.NextAsync(step: 0, round: 0);
        await ann.AnswerAsync(0, 0);
        await ann.OpenAsync(round: 1);
        await ann.AnswerAsync(1, 0);
        await ann.Hub.PhaseAsync("podium");
        Assert.Equal("attemptsUsed", await ann.RefusedAsync(409));
        Assert.Equal("attemptsUsed", (await ann.PageAsync()).GetProperty("whyNot").GetString());
        await _teacher.WaitAsync(id, over: 2);
        Assert.Equal([1000, 2000], (await _teacher.AttemptsAsync(id, "Ann")).Select(attempt => Number(attempt, "points")));
    }

    [Fact]
    public async Task At_the_due_date_attempts_end_with_the_answers_until_then_and_none_begins()
    {
        var (id, link) = await _teacher.SetAsync(_quiz, Short);
        await using var ann = new Pupil(_arena, link, "Ann");
        await using var bob = new Pupil(_arena, link, "Bob");
        await ann.StartAsync();
        await ann.NextAsync(step: 0, round: 0);
        await ann.AnswerAsync(0, 0);
        await _arena.AdvanceAsync(Short);
        Assert.Equal("homeworkClosed", await bob.RefusedAsync(409));
        await _arena.AdvanceAsync(TimeSpan.FromMinutes(1));
        await ann.Hub.PhaseAsync("podium");
        await _teacher.WaitAsync(id, over: 1);
        var attempt = Assert.Single(await _teacher.AttemptsAsync(id, "Ann"));
        Assert.Equal(["right", "none"], Outcomes(attempt));
        Assert.False(attempt.GetProperty("isLate").GetBoolean());
        Assert.True((await _teacher.ResultsAsync(id)).GetProperty("homework").GetProperty("isClosed").GetBoolean());

        // A later due date opens it again.
        await _teacher.Browser.SendAsync(HttpMethod.Put, $"{Path}/{id}", new { dueAt = _arena.Time.GetUtcNow() + Week }, 200);
        await bob.StartAsync();
        Assert.Equal("lobby", Kind(await bob.ConnectAsync()));
    }

    [Fact]
    public async Task Late_attempts_are_accepted_where_the_homework_says_so_and_marked()
    {
        var (id, link) = await _teacher.SetAsync(_quiz, Short, acceptsLate: true, feedbackAtEnd: true);
        await using var ann = new Pupil(_arena, link, "Ann");
        await _arena.AdvanceAsync(Short + TimeSpan.FromSeconds(1));
        await ann.StartAsync();
        await ann.NextAsync(step: 0, round: 0);
        await ann.AnswerAsync(0, 0);
        await ann.OpenAsync(round: 1);
        await ann.AnswerAsync(1, 0);
        await ann.Hub.PhaseAsync("podium");
        await _teacher.WaitAsync(id, over: 1);
        Assert.True(Assert.Single(await _teacher.AttemptsAsync(id, "Ann")).GetProperty("isLate").GetBoolean());
        var text = await TextAsync($"{Path}/{id}/file?language=fr");
        Assert.Contains("En retard", text, StringComparison.Ordinal);
        Assert.Contains("Ann,1,2000,2,2,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_homework_takes_no_attempt_and_a_deleted_one_is_gone()
    {
        var (id, link) = await _teacher.SetAsync(_quiz, Week);
        await using var ann = new Pupil(_arena, link, "Ann");
        await ann.StartAsync();
        Assert.True((await _teacher.Browser.SendAsync(HttpMethod.Post, $"{Path}/{id}/close", null, 200)).GetProperty("isClosed").GetBoolean());
        await ann.Hub.PhaseAsync("podium");
        Assert.Equal("homeworkClosed", await ann.RefusedAsync(409));
        await _teacher.Browser.SendAsync(HttpMethod.Delete, $"{Path}/{id}", null, 204);
        Assert.Equal("unknownHomework", await ann.RefusedAsync(404));
        Assert.Empty((await _teacher.Browser.GetAsync(Path)).EnumerateArray());
    }

    [Fact]
    public async Task Later_changes_of_the_quiz_do_not_change_the_homework()
    {
        var (id, link) = await _teacher.SetAsync(_quiz, Week);
        await _teacher.Browser.SendAsync(HttpMethod.Delete, $"/api/quizzes/{_quiz}", null, 204);
        await using var ann = new Pupil(_arena, link, "Ann");
        await ann.StartAsync();
        await ann.NextAsync(step: 0, round: 0);
        Assert.Equal("Question 0?", (await ann.Hub.PhaseAsync("asking", 0)).Phase.GetProperty("prompt").GetString());
        Assert.Equal(["Question 0?", "Question 1?"], (await _teacher.ResultsAsync(id)).GetProperty("questions").EnumerateArray().Select(one => one.GetProperty("prompt").GetString()));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_with_a_code()
    {
        var (_, link) = await _teacher.SetAsync(_quiz, Week);
        await using var ann = new Pupil(_arena, link, "Ann");
        await ann.StartAsync();
        foreach (var (pupil, status, code) in new (Pupil, int, string)[]
        {
            (new(_arena, link, "ann"), 409, "nicknameTaken"),
            (new(_arena, link, " "), 409, "nicknameEmpty"),
            (new(_arena, link, new('x', 21)), 409, "nicknameTooLong"),
            (new(_arena, link, "Bob", Guid.Empty), 400, "invalidMessage"),
            (new(_arena, "nowhere", "Bob"), 404, "unknownHomework"),
        })
        {
            await using (pupil)
                Assert.Equal(code, await pupil.RefusedAsync(status));
        }
        // Not of another player.
        await using var bob = new Pupil(_arena, link, "Bob");
        Assert.Equal("unknownHomework", (await bob.ReviewAsync(1, expected: 404)).GetProperty("code").GetString());
        var now = _arena.Time.GetUtcNow();
        foreach (var (body, status, code) in new (object, int, string)[]
        {
            (new { quizId = _quiz, dueAt = now }, 400, "outOfRange"),
            (new { quizId = _quiz, dueAt = now.AddDays(367) }, 400, "outOfRange"),
            (new { quizId = _quiz, dueAt = now.AddDays(1), opensAt = now.AddDays(2) }, 400, "outOfRange"),
            (new { quizId = _quiz, dueAt = now.AddDays(1), maxAttempts = 11 }, 400, "outOfRange"),
            (new { quizId = _quiz, dueAt = now.AddDays(1), title = new string('x', 121) }, 400, "invalidMessage"),
            (new { quizId = Guid.NewGuid(), dueAt = now.AddDays(1) }, 404, "unknownQuiz"),
        })
        {
            Assert.Equal(code, (await _teacher.Browser.SendAsync(HttpMethod.Post, Path, body, status)).Code());
        }
        var later = await _teacher.Browser.SendAsync(HttpMethod.Post, Path, new { quizId = _quiz, dueAt = now.AddDays(2), opensAt = now.AddDays(1) }, 201);
        await using var early = new Pupil(_arena, later.GetProperty("link").GetString()!.Split("/h/")[1], "Ann");
        Assert.Equal("homeworkNotOpen", await early.RefusedAsync(409));
        // A game with a join code has a host.
        Assert.Equal("outOfRange", (await _teacher.Browser.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = _quiz, settings = new { maxPlayers = 1, pace = new { feedbackAtEnd = true } } }, 400)).Code());
    }

    [Fact]
    public async Task An_account_is_known_on_every_device_and_what_its_deletion_erases_is_its_name()
    {
        var (id, link) = await _teacher.SetAsync(_quiz, Week);
        using var ann = new Browser(new HttpClient { BaseAddress = _arena.Address });
        await ann.RegisterAsync("Annabel");
        foreach (var key in (Guid[])[Guid.NewGuid(), Guid.NewGuid()])
            await ann.SendAsync(HttpMethod.Post, $"{Path}/links/{link}/attempts", new { name = "Ann", key }, 200);
        Assert.Single(await _teacher.AttemptsAsync(id, "Ann"));
        var exported = await ann.GetAsync("/api/account/export");
        Assert.Equal("Ann", Assert.Single(exported.GetProperty("playedHomework").EnumerateArray()).GetProperty("name").GetString());
        await ann.SendAsync(HttpMethod.Post, "/api/account/deletion", new { password = Browser.Password }, 204);
        Assert.Single(await _teacher.AttemptsAsync(id, ""));
        await using var context = CountedGame.Context(_arena);
        Assert.Equal([""], await context.GamePlayers.Select(player => player.Nickname).ToListAsync(TestContext.Current.CancellationToken));
        var own = Assert.Single((await _teacher.Browser.GetAsync("/api/account/export")).GetProperty("homework").EnumerateArray());
        Assert.Equal("Rivers", own.GetProperty("title").GetString());
    }

    private async Task<string> TextAsync(string path)
    {
        using var response = await _teacher.Browser.SendAsync(HttpMethod.Get, path, null);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Kind(JsonElement welcome) => welcome.GetProperty("session").GetProperty("phase").GetProperty("kind").GetString()!;

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static IEnumerable<string?> Outcomes(JsonElement attempt) => attempt.GetProperty("outcomes").EnumerateArray().Select(one => one.GetString());
}
