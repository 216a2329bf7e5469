using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.GameResults;

/// <summary>Figures of many games: whose they are, and that they are the sums of random rows.</summary>
public sealed class TrendTests : IAsyncLifetime
{
    private const int Games = 1_000;
    private readonly PlayHost _arena = new(PlayHost.Unlimited);
    private Browser _author = null!;
    private Browser _other = null!;

    public async ValueTask InitializeAsync()
    {
        (_author, _other) = (Browser(), Browser());
        await _author.RegisterAsync("Harriet");
        await _other.RegisterAsync("Otto");
    }

    public async ValueTask DisposeAsync()
    {
        _author.Dispose();
        _other.Dispose();
        await _arena.DisposeAsync();
    }

    [Fact]
    public async Task Files_have_a_row_for_each_month_question_and_quiz_and_no_formula()
    {
        var author = Api(_author);
        var quiz = await author.CreateQuizAsync(1);
        var (now, session) = (DateTimeOffset.UtcNow, Guid.NewGuid());
        await using (var context = await ContextAsync())
        {
            await context.Quizzes.Where(row => row.Id == quiz).ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, "=1+1"));
            context.Add(new GameSessionRow
            {
                Id = session,
                QuizId = quiz,
                HostId = await IdAsync("Harriet"),
                Code = "FILE",
                Status = SessionStatus.Ended,
                CreatedAt = now,
                EndedAt = now,
                ConfigJson = "{}",
            });
            context.Add(new GameFiguresRow
            {
                SessionId = session,
                QuizId = quiz,
                EndedAt = now,
                Month = (now.Year * 100) + now.Month,
                Players = 3,
                Right = 2,
                Asked = 3,
            });
            context.Add(new QuestionFiguresRow
            {
                SessionId = session,
                Fingerprint = Guid.NewGuid(),
                Type = Arena.Game.Vocabulary.QuestionType.TrueFalse,
                Prompt = "@SUM(A1)",
                IsScored = true,
                Asked = 3,
                Right = 2,
                Wrong = 1,
            });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var (ofQuiz, ofHost) = ($"/api/quizzes/{quiz}/trend/file", "/api/games/trend/file");
        string[] months = ["Month,Games,Players,Correct,of", $"{now:yyyy-MM},1,3,2,3", ""];
        Assert.Equal(months, await RowsAsync(ofQuiz));
        Assert.Equal(months, await RowsAsync(ofHost));
        Assert.Equal(["Quiz,Games,Players,Correct,of", "'=1+1,1,3,2,3", ""], await RowsAsync($"{ofHost}?table=parts"));
        Assert.Equal(
            [
                "Question,Actuellement dans le quiz,Parties,Posée pour la première fois le (UTC),Posée pour la dernière fois le (UTC),Joueurs interrogés,Juste,En partie juste,Faux,Répondu,Sans réponse",
                $"'@SUM(A1),non,1,{now:yyyy-MM-dd},{now:yyyy-MM-dd},3,2,0,1,0,0", "",
            ],
            await RowsAsync($"{ofQuiz}?table=parts&language=fr"));
        foreach (var query in (string[])["table=months2", "table=", "language=xx", "from=yesterday"])
            Assert.Equal((query, 400), (query, (int)(await _author.SendAsync(HttpMethod.Get, $"{ofQuiz}?{query}", null)).StatusCode));
        Assert.Equal(404, (int)(await _other.SendAsync(HttpMethod.Get, ofQuiz, null)).StatusCode);

        async Task<string[]> RowsAsync(string path)
        {
            using var reply = await _author.SendAsync(HttpMethod.Get, path, null);
            Assert.Equal("text/csv", reply.Content.Headers.ContentType!.MediaType);
            return System.Text.Encoding.UTF8.GetString((await reply.Content.ReadAsByteArrayAsync())[3..]).Split("\r\n");
        }
    }

    [Fact]
    public async Task The_figures_of_a_thousand_games_are_those_of_a_naive_recount()
    {
        var random = new Random(21);
        var (own, foreign) = (await Api(_author).CreateQuizAsync(2), await Api(_other).CreateQuizAsync(1));
        var (author, other) = (await IdAsync("Harriet"), await IdAsync("Otto"));
        var (fingerprints, kept, questions) = (Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToArray(), new List<(Guid Host, GameFiguresRow Row)>(), new List<QuestionFiguresRow>());
        await using var context = await ContextAsync();
        for (var number = 0; number < Games; number++)
        {
            var host = random.Next(3) == 0 ? other : author;
            var ended = DateTimeOffset.UtcNow.AddDays(-random.Next(900)).AddMilliseconds(-random.Next(86_400_000));
            var session = new GameSessionRow
            {
                Id = Guid.NewGuid(),
                QuizId = random.Next(4) == 0 ? foreign : own,
                HostId = host,
                Code = $"T{number}",
                Status = random.Next(20) == 0 ? SessionStatus.Expired : SessionStatus.Ended,
                CreatedAt = ended,
                EndedAt = ended,
                ConfigJson = "{}",
            };
            var row = new GameFiguresRow
            {
                SessionId = session.Id,
                QuizId = session.QuizId,
                EndedAt = DateTimeOffset.FromUnixTimeMilliseconds(ended.ToUnixTimeMilliseconds()),
                Month = (ended.UtcDateTime.Year * 100) + ended.UtcDateTime.Month,
                Players = random.Next(5),
                Right = random.Next(10),
                Asked = 10 + random.Next(10),
            };
            context.AddRange(session, row);
            if (session.Status == SessionStatus.Ended && row.Players > 0)
                kept.Add((host, row));
            for (var round = 0; round < random.Next(4); round++)
            {
                var kind = random.Next(fingerprints.Length);
                var question = new QuestionFiguresRow
                {
                    SessionId = session.Id,
                    Round = round,
                    Fingerprint = fingerprints[kind],
                    Prompt = $"Question {kind}",
                    IsScored = kind > 0,
                    Asked = 9,
                    Right = random.Next(3),
                    Partly = random.Next(2),
                    Wrong = random.Next(2),
                    Unscored = random.Next(2),
                    None = random.Next(2),
                };
                context.Add(question);
                questions.Add(question);
            }
        }
        await context.SaveChangesAsync();

        var (from, to) = (DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-700)), DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-3)));
        bool IsWithin(GameFiguresRow row) => DateOnly.FromDateTime(row.EndedAt.UtcDateTime) is var day && day >= from && day <= to;
        var period = $"from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}";

        var hosted = kept.Where(game => game.Host == author && IsWithin(game.Row)).Select(game => game.Row).ToList();
        var trend = await _author.GetAsync($"/api/games/trend?{period}");
        Assert.Equal(Recount(hosted), Months(trend));
        var quizzes = trend.GetProperty("quizzes").EnumerateArray().ToList();
        Assert.Equal(hosted.Count, quizzes.Sum(quiz => quiz.GetProperty("games").GetInt32()));
        Assert.Equal(hosted.Count(row => row.QuizId == own), quizzes.Single(quiz => quiz.GetProperty("isAuthor").GetBoolean()).GetProperty("games").GetInt32());

        var ofQuiz = hosted.Where(row => row.QuizId == own).ToList();
        var quizTrend = await _author.GetAsync($"/api/quizzes/{own}/trend?{period}");
        Assert.Equal(Recount(ofQuiz), Months(quizTrend));
        var asked = questions.Where(question => ofQuiz.Any(row => row.SessionId == question.SessionId)).ToList();
        foreach (var (kind, fingerprint) in fingerprints.Index())
        {
            var same = asked.Where(question => question.Fingerprint == fingerprint).ToList();
            var line = quizTrend.GetProperty("questions").EnumerateArray().Single(question => question.GetProperty("fingerprint").GetGuid() == fingerprint);
            var counts = line.GetProperty("counts");
            Assert.Equal(
                (same.Count, same.Sum(one => one.Asked), same.Sum(one => one.Right), same.Sum(one => one.Partly), same.Sum(one => one.Wrong), same.Sum(one => one.None)),
                (line.GetProperty("games").GetInt32(), Number(counts, "asked"), Number(counts, "right"), Number(counts, "partly"), Number(counts, "wrong"), Number(counts, "none")));
            Assert.Equal(
                same.Max(one => ofQuiz.Single(row => row.SessionId == one.SessionId).EndedAt).ToUnixTimeMilliseconds(),
                line.GetProperty("lastAt").GetDateTimeOffset().ToUnixTimeMilliseconds());
            Assert.False(line.GetProperty("isCurrent").GetBoolean());
            Assert.Equal(kind > 0, line.GetProperty("isScored").GetBoolean());
        }
        var shares = quizTrend.GetProperty("questions").EnumerateArray().Where(line => line.GetProperty("isScored").GetBoolean())
            .Select(line => Number(line.GetProperty("counts"), "right") / (double)Number(line.GetProperty("counts"), "asked")).ToList();
        Assert.Equal(shares.Order(), shares);
    }

    [Fact]
    public async Task The_trend_of_a_quiz_is_for_its_authors()
    {
        var path = $"/api/quizzes/{await Api(_author).CreateQuizAsync(1)}/trend";
        Assert.Empty((await _author.GetAsync(path)).GetProperty("questions").EnumerateArray());
        await _other.GetAsync(path, 404);
    }

    [Theory]
    [InlineData("from=2026-02-01&to=2026-01-01", "invalidMessage")]
    [InlineData("from=0001-01-01&to=0001-01-02", "invalidMessage")]
    [InlineData("to=9999-12-31", "invalidMessage")]
    [InlineData("to=0001-01-01", "invalidMessage")]
    [InlineData("from=9999-12-31", "invalidMessage")]
    [InlineData("from=soon", "invalidMessage")]
    [InlineData("from=2010-01-01&to=2026-01-01", "outOfRange")]
    public async Task Days_that_are_no_period_are_refused(string period, string code) =>
        Assert.Equal(code, (await _author.GetAsync($"/api/games/trend?{period}", 400)).Code());

    private static List<(int Month, int Games, int Players, int Right, int Asked)> Recount(IEnumerable<GameFiguresRow> games) =>
    [
        .. games.GroupBy(row => row.Month).OrderBy(month => month.Key).Select(month => (
            month.Key, month.Count(), month.Sum(row => row.Players), month.Sum(row => row.Right), month.Sum(row => row.Asked))),
    ];

    private static List<(int Month, int Games, int Players, int Right, int Asked)> Months(JsonElement trend) =>
    [
        .. trend.GetProperty("months").EnumerateArray().Select(month => (
            Number(month, "month"), Number(month, "games"), Number(month, "players"), Number(month, "right"), Number(month, "asked"))),
    ];

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private async Task<Guid> IdAsync(string name)
    {
        await using var context = await ContextAsync();
        return await context.Users.Where(user => user.Username == name).Select(user => user.Id).SingleAsync();
    }

    private ArenaApi Api(Browser browser)
    {
        var api = new ArenaApi(new HttpClient { BaseAddress = _arena.Address });
        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", browser.AccessToken);
        return api;
    }

    private async Task<ArenaDbContext> ContextAsync() => await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();

    private Browser Browser() => new(new HttpClient { BaseAddress = _arena.Address });
}
