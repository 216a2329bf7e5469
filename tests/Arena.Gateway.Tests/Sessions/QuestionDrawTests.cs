using System.Text;
using System.Text.Json;
using Arena.Gateway.Sessions;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Sessions;

/// <summary>Games whose questions are drawn at random at launch.</summary>
public sealed class QuestionDrawTests : IAsyncDisposable
{
    private readonly PlayHost _arena = new();

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public void A_draw_has_that_many_questions_all_different_and_all_from_the_candidates() => Prop
        .ForAll(
            (from quizzes in Gen.NonEmptyListOf(Gen.Choose(1, 9))
             let candidates = quizzes.SelectMany(questions => Candidates(Guid.NewGuid(), questions)).ToArray()
             from count in Gen.Choose(1, candidates.Length)
             select (candidates, count)).ToArbitrary(),
            sample =>
            {
                var draw = QuestionDraw.Of(sample.candidates, sample.count);
                Assert.Equal(sample.count, draw.Questions.Distinct().Count());
                Assert.Equal(sample.count, draw.Questions.Length);
                var drawn = sample.candidates.Where(candidate => draw.Questions.Contains(candidate.Question)).ToArray();
                Assert.Equal(sample.count, drawn.Length);
                Assert.Equal(drawn.Select(candidate => candidate.Quiz).Distinct().Order(), draw.Sources.Order());
            })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public async Task A_game_asks_questions_drawn_from_its_quiz_without_slides_and_repetitions()
    {
        var api = await _arena.ApiAsync();
        var quiz = await CreateAsync(api, "Capitals", [], ["1?", "2?", "3?"], slides: 4);
        Assert.Equal(3, (await api.Http.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{quiz}/drawable", null, 200)).GetProperty("questions").GetInt32());

        var launched = await LaunchAsync(api, quiz, new { count = 2 }, settings: new { questionCount = 1 });
        var asked = await AskedAsync(launched);
        Assert.Equal(2, asked.Distinct().Count());
        Assert.All(asked, prompt => Assert.Contains(prompt, (string[])["1?", "2?", "3?"]));

        Assert.Equal(["1?", "2?", "3?"], (await AskedAsync(await LaunchAsync(api, quiz, new { count = 3 }))).Order());
    }

    [Fact]
    public async Task Tags_draw_from_all_quizzes_of_the_author_that_have_one_of_them()
    {
        var api = await _arena.ApiAsync();
        var quiz = await CreateAsync(api, "Capitals", [], ["own?"]);
        await CreateAsync(api, "Rivers", ["Géographie"], ["rivers?"]);
        await CreateAsync(api, "Lakes", ["water", "GEOGRAPHIE"], ["lakes?"]);
        await CreateAsync(api, "Sums", ["geo"], ["sums?"]);
        var stranger = await _arena.ApiAsync();
        await CreateAsync(stranger, "Strange", ["geographie"], ["strange?"]);

        Assert.Equal(["lakes?", "rivers?"], (await AskedAsync(await LaunchAsync(api, quiz, new { count = 2, tags = (string[])["geographie"] }))).Order());
        Assert.Equal(
            ["lakes?", "rivers?", "sums?"],
            (await AskedAsync(await LaunchAsync(api, quiz, new { count = 3, tags = (string[])["water", "geo", "géographie"] }))).Order());
        var drawable = await api.Http.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{quiz}/drawable?tags=Geographie&tags=water", null, 200);
        Assert.Equal(2, drawable.GetProperty("questions").GetInt32());
    }

    [Theory]
    [InlineData("""{"count":4}""", 409, "tooFewQuestions", 3)]
    [InlineData("""{"count":1,"tags":["nowhere"]}""", 409, "tooFewQuestions", 0)]
    [InlineData("""{"count":0}""", 400, "outOfRange", 200)]
    [InlineData("""{"count":201}""", 400, "outOfRange", 200)]
    [InlineData("""{"count":1,"tags":["0123456789012345678901234567890"]}""", 400, "outOfRange", 30)]
    [InlineData("""{"count":1,"tags":[""]}""", 400, "outOfRange", 30)]
    [InlineData("""{"count":1,"tags":[null]}""", 400, "outOfRange", 30)]
    [InlineData("""{"count":1,"tags":["\ufffe"]}""", 409, "tooFewQuestions", 0)]
    [InlineData("""{"count":1,"tags":["1","2","3","4","5","6","7","8","9","10","11"]}""", 400, "outOfRange", 10)]
    public async Task A_draw_that_cannot_be_made_is_refused_with_the_limit(string draw, int status, string code, int limit)
    {
        var api = await _arena.ApiAsync();
        var quiz = await CreateAsync(api, "Capitals", ["here"], ["1?", "2?", "3?"]);
        var refused = await api.Http.SendJsonAsync(HttpMethod.Post, "/api/sessions", $$$"""{"quizId":"{{{quiz}}}","draw":{{{draw}}}}""", status);
        Assert.Equal((code, limit), (refused.Code(), refused.GetProperty("limit").GetInt32()));
    }

    [Fact]
    public async Task A_quiz_that_the_caller_may_not_see_is_not_drawn_from()
    {
        var quiz = await CreateAsync(await _arena.ApiAsync(), "Private", [], ["1?"]);
        var stranger = await _arena.ApiAsync();
        Assert.Equal("unknownQuiz", (await stranger.Http.SendJsonAsync(HttpMethod.Post, "/api/sessions", $$$"""{"quizId":"{{{quiz}}}","draw":{"count":1}}""", 404)).Code());
        Assert.Equal("unknownQuiz", (await stranger.Http.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{quiz}/drawable", null, 404)).Code());
    }

    [Fact]
    public async Task The_key_of_a_public_quiz_is_hidden_while_questions_of_it_are_played()
    {
        var api = await _arena.ApiAsync();
        var launchedQuiz = await CreateAsync(api, "Capitals", [], ["1?"]);
        var source = await CreateAsync(api, "Rivers", ["geo"], ["2?"]);
        using var ann = new Browser(new HttpClient { BaseAddress = _arena.Address }) { AccessToken = api.Http.DefaultRequestHeaders.Authorization!.Parameter };
        await ann.RegisterAsync("Ann");
        await ann.SendAsync(HttpMethod.Put, $"/api/quizzes/{source}/visibility", new { visibility = "public" }, 204);
        var stranger = await _arena.ApiAsync();
        await stranger.Http.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{source}", null, 200);

        var launched = await ann.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = launchedQuiz, draw = new { count = 1, tags = (string[])["geo"] } }, 201);

        Assert.Equal("quizInPlay", (await stranger.Http.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{source}", null, 409)).Code());
        await ann.GetAsync($"/api/quizzes/{source}");
        await using var host = await _arena.ConnectAsync();
        var step = (await host.AttachAsync(launched.GetProperty("hostKey").GetString()!)).Accepted.GetProperty("session").GetProperty("step").GetInt32();
        Assert.Null((await host.HostAsync("end", step)).Refusal);
        await stranger.Http.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{source}", null, 200);
    }

    [Fact]
    public async Task Tags_never_draw_from_a_quiz_that_another_author_shared()
    {
        using Browser ann = Guest(await _arena.ApiAsync()), bob = Guest(await _arena.ApiAsync());
        await ann.RegisterAsync("Ann");
        await bob.RegisterAsync("Bob");
        var own = await ann.SendAsync(HttpMethod.Post, "/api/quizzes", Tagged("own?"), 201);
        var shared = await bob.SendAsync(HttpMethod.Post, "/api/quizzes", Tagged("shared?"), 201);
        await bob.SendAsync(HttpMethod.Put, $"/api/quizzes/{shared.GetProperty("id")}/co-authors/Ann", null, 204);

        var launched = await ann.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = own.GetProperty("id"), draw = new { count = 1, tags = (string[])["math"] } }, 201);
        Assert.Equal(["own?"], await AskedAsync(launched.GetProperty("sessionId").GetGuid()));
        Assert.Equal(1, (await ann.GetAsync($"/api/quizzes/{own.GetProperty("id")}/drawable?tags=math")).GetProperty("questions").GetInt32());

        Browser Guest(ArenaApi api) => new(new HttpClient { BaseAddress = _arena.Address }) { AccessToken = api.Http.DefaultRequestHeaders.Authorization!.Parameter };
        static object Tagged(string prompt) => new { arena = 1, title = prompt, tags = (string[])["Math"], questions = new[] { new { type = "openText", prompt } } };
    }

    private static IEnumerable<QuestionDraw.Candidate> Candidates(Guid quiz, int questions) =>
        Enumerable.Range(0, questions).Select(_ => new QuestionDraw.Candidate(Guid.NewGuid(), quiz));

    private static Task<Guid> CreateAsync(ArenaApi api, string title, string[] tags, string[] prompts, int slides = 0)
    {
        var questions = prompts.Select(prompt => (object)new
        {
            type = "trueFalse",
            prompt,
            options = new object[] { new { label = "yes", correct = true }, new { label = "no" } },
        }).Concat(Enumerable.Range(0, slides).Select(_ => new { type = "slide", prompt = "Slide", body = "Look." }));
        return api.ImportAsync(title, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { arena = 1, title, tags, questions })));
    }

    /// <returns>The session.</returns>
    private static async Task<Guid> LaunchAsync(ArenaApi api, Guid quizId, object draw, object? settings = null) =>
        (await api.Http.SendJsonAsync(HttpMethod.Post, "/api/sessions", JsonSerializer.Serialize(new { quizId, draw, settings }), 201))
            .GetProperty("sessionId").GetGuid();

    /// <summary>What the session's first event says that it will ask.</summary>
    private async Task<string[]> AskedAsync(Guid session)
    {
        await using var context = _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
        var launched = await context.EventLog.SingleAsync(entry => entry.SessionId == session && entry.Version == 1, TestContext.Current.CancellationToken);
        return
        [
            .. JsonDocument.Parse(launched.PayloadJson).RootElement.GetProperty("quiz").GetProperty("questions").EnumerateArray()
                .Select(question => question.GetProperty("prompt").GetString()!),
        ];
    }
}
