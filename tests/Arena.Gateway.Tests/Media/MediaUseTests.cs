using System.Text.Json;
using Arena.Gateway.Media.Sweeping;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Media;

/// <summary>Media live as long as a quiz or a live game uses them, and a day.</summary>
public sealed class MediaUseTests : IAsyncLifetime
{
    private AuthoringHost _host = null!;
    private HttpClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await AuthoringHost.StartAsync();
        _author = await _host.AuthorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _author.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_medium_in_no_quiz_is_swept_after_a_day_and_one_in_a_quiz_is_kept()
    {
        var (used, unused) = (await UploadAsync(100), await UploadAsync(120));
        await _author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz(used), 201);
        _host.Clock.Ahead += TimeSpan.FromHours(23);
        Assert.Equal(0, await SweepAsync());
        _host.Clock.Ahead += TimeSpan.FromHours(2);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal((200, 404), (await StatusAsync(used), await StatusAsync(unused)));
        Assert.Equal(used, Path.GetFileName(Path.GetDirectoryName(Assert.Single(_host.MediaFiles()))));
    }

    [Fact]
    public async Task A_medium_that_its_quiz_uses_cannot_be_removed_until_the_quiz_uses_another_one()
    {
        var (first, second) = (await UploadAsync(100), await UploadAsync(120));
        var quiz = (await _author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz(first), 201)).GetProperty("id").GetString()!;
        Assert.Equal("mediaInUse", (await _author.SendJsonAsync(HttpMethod.Delete, $"/api/media/{first}", null, 409)).Code());
        await _author.SendJsonAsync(HttpMethod.Put, $"/api/quizzes/{quiz}", Quiz(second), 200, ifMatch: "*");
        await _author.SendJsonAsync(HttpMethod.Delete, $"/api/media/{first}", null, 204);
        Assert.Equal("mediaInUse", (await _author.SendJsonAsync(HttpMethod.Delete, $"/api/media/{second}", null, 409)).Code());
        await _author.SendJsonAsync(HttpMethod.Put, $"/api/quizzes/{quiz}", Quiz(first), 200, ifMatch: "*");
        Assert.Equal(1, (await UsesAsync()).Count(use => use.EndedAt is null && use.Name == first));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task A_live_game_keeps_the_media_of_quizzes_it_plays_that_were_changed_or_deleted(bool isDeleted, bool isDrawnFrom)
    {
        var medium = await UploadAsync(100);
        var quiz = (await _author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz(medium), 201)).GetProperty("id").GetGuid();
        await using var context = await _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var (game, launched) = (Guid.NewGuid(), isDrawnFrom ? Guid.NewGuid() : quiz);
        context.GameSessions.Add(new() { Id = game, QuizId = launched, Code = "K7P2XQ", Status = SessionStatus.Live, CreatedAt = _host.Clock.GetUtcNow(), ConfigJson = "{}" });
        if (isDrawnFrom)
            context.SessionSources.Add(new() { SessionId = game, QuizId = quiz });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        if (isDeleted)
            await _author.SendJsonAsync(HttpMethod.Delete, $"/api/quizzes/{quiz}", null, 204);
        else
            await _author.SendJsonAsync(HttpMethod.Put, $"/api/quizzes/{quiz}", Quiz(), 200, ifMatch: "*");
        for (var day = 0; day < 3; day++)
        {
            _host.Clock.Ahead += TimeSpan.FromDays(2);
            Assert.Equal(0, await SweepAsync());
        }
        Assert.Equal(200, await StatusAsync(medium));
        await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(game => game.Status, SessionStatus.Ended), TestContext.Current.CancellationToken);
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(404, await StatusAsync(medium));
    }

    [Fact]
    public async Task A_quiz_of_an_import_uses_its_media_once_it_is_confirmed()
    {
        var (confirmed, abandoned) = (await UploadAsync(100), await UploadAsync(120));
        var preview = await _author.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import/preview?stage=true", Quiz(confirmed), 200);
        await _author.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import/preview?stage=true", Quiz(abandoned), 200);
        var claim = JsonSerializer.Serialize(new { token = preview.GetProperty("token").GetString(), title = "Colours" });
        await _author.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import/confirm", claim, 201);
        Assert.Equal("mediaInUse", (await _author.SendJsonAsync(HttpMethod.Delete, $"/api/media/{confirmed}", null, 409)).Code());
        await _author.SendJsonAsync(HttpMethod.Delete, $"/api/media/{abandoned}", null, 204);
    }

    [Fact]
    public async Task A_quiz_with_media_that_are_not_here_is_stored_all_the_same()
    {
        await _author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz(new string('a', 32)), 201);
        Assert.Empty(await UsesAsync());
    }

    private async Task<string> UploadAsync(int width) => (await _author.UploadAsync(Pictures.Halves(width, 50, ".png"), 201)).Name();

    private Task<int> SweepAsync() => _host.Services.GetRequiredService<MediaSweep>().RunAsync(TestContext.Current.CancellationToken);

    private async Task<int> StatusAsync(string name)
    {
        using var sent = await _author.MediumAsync(name);
        return (int)sent.StatusCode;
    }

    private async Task<List<MediaUseRow>> UsesAsync()
    {
        await using var context = await _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        return await context.MediaUses.AsNoTracking().ToListAsync();
    }

    /// <summary>The first medium is that of the question, the others of options.</summary>
    private static string Quiz(params string[] media)
    {
        string Medium(string name) => $$"""{"name":"{{name}}","kind":"picture","alt":"Red and blue"}""";
        var question = media is [var first, ..] ? $"\"media\":{Medium(first)}," : "";
        return $$"""{"arena":1,"title":"Colours","questions":[{"type":"singleChoice",{{question}}"prompt":"?","options":[{"label":"a","correct":true},{"label":"b"}]}]}""";
    }
}
