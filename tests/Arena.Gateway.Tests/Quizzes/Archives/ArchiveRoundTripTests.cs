using System.Security.Cryptography;
using System.Text.Json;
using Arena.Gateway.Media;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Quizzes.Archives;

/// <summary>Arena's own format with media: one file takes a quiz to another account, or to another server.</summary>
public sealed class ArchiveRoundTripTests
{
    [Fact]
    public async Task Another_account_gets_the_same_quiz_with_the_same_media_and_their_texts()
    {
        await using var host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync(), other = await host.AuthorAsync();
        var (quiz, file) = await ExportedAsync(author);
        var imported = await other.ImportAsync(file, 201);
        Assert.Equal(("Lakes", 5, 0), (imported.GetProperty("title").GetString(), imported.GetProperty("questionCount").GetInt32(), imported.GetProperty("missingMedia").GetArrayLength()));
        Assert.Empty(imported.GetProperty("warnings").EnumerateArray());
        Assert.True(JsonElement.DeepEquals(quiz, await other.DocumentAsync(imported)));
        Assert.Equal(await author.LibraryAsync(), await other.LibraryAsync());
        Assert.Equal(3, (await other.LibraryAsync()).Length);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(host.Folder, "media", "incoming")));
    }

    [Fact]
    public async Task The_archive_holds_the_quiz_and_each_medium_once_under_the_hash_of_its_content()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var (quiz, file) = await ExportedAsync(author);
        var entries = ArchiveSteps.Unzip(file);
        Assert.True(JsonElement.DeepEquals(quiz, JsonDocument.Parse(entries["quiz.json"]).RootElement));
        entries.Remove("quiz.json");
        Assert.Equal([".mp3", ".webm", ".webp"], entries.Keys.Select(Path.GetExtension).Order(StringComparer.Ordinal));
        Assert.All(entries, entry => Assert.Equal(Path.GetFileNameWithoutExtension(entry.Key), Convert.ToHexStringLower(SHA256.HashData(entry.Value))[..32]));
    }

    [Fact]
    public async Task Another_server_encodes_pictures_again_and_takes_the_rest_as_it_is()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(), elsewhere = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync(), other = await elsewhere.AuthorAsync();
        var (quiz, file) = await ExportedAsync(author);
        var imported = await other.ImportAsync(file, 201);
        Assert.Empty(ArchiveSteps.Missing(imported));
        JsonElement[] before = ArchiveSteps.MediaOf(quiz), after = ArchiveSteps.MediaOf(await other.DocumentAsync(imported));
        Assert.Equal(before.Select(Said), after.Select(Said));
        Assert.Equal(before[2..].Select(medium => medium.Name()), after[2..].Select(medium => medium.Name()));
        using var picture = await other.MediumAsync(after[0].Name());
        Assert.Equal((800, 400), Pictures.Size(await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        var library = await other.SendJsonAsync(HttpMethod.Get, "/api/media?search=cc+by", null, 200);
        Assert.Equal("A lake", Assert.Single(library.GetProperty("media").EnumerateArray()).GetProperty("alt").GetString());

        static string Said(JsonElement medium) => string.Join(
            '|', ((string[])["kind", "alt", "credit", "width", "height", "seconds"]).Select(member => medium.TryGetProperty(member, out var value) ? value.ToString() : ""));
    }

    [Fact]
    public async Task A_co_author_gets_the_media_and_a_stranger_nothing()
    {
        await using var host = await AuthoringHost.StartAsync();
        using Browser ann = new(host.Stranger()), bob = new(host.Stranger()), eve = new(host.Stranger());
        await ann.RegisterAsync("Ann");
        await bob.RegisterAsync("Bob");
        await eve.RegisterAsync("Eve");
        using HttpClient owner = Of(ann), coAuthor = Of(bob), stranger = Of(eve);
        var quiz = $"/api/quizzes/{(await owner.ImportAsync(ArchiveSteps.Whole(), 201)).GetProperty("id").GetGuid()}";
        await ann.SendAsync(HttpMethod.Put, $"{quiz}/co-authors/Bob", null, 204);
        var file = await coAuthor.GetByteArrayAsync(new Uri($"{quiz}/export", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(4, ArchiveSteps.Unzip(file).Count);
        await stranger.SendJsonAsync(HttpMethod.Get, $"{quiz}/export", null, 404);
        await ann.SendAsync(HttpMethod.Delete, $"{quiz}/co-authors/Bob", null, 204);
        await coAuthor.SendJsonAsync(HttpMethod.Get, $"{quiz}/export", null, 404);

        HttpClient Of(Browser browser)
        {
            var client = host.Stranger();
            client.DefaultRequestHeaders.Authorization = new("Bearer", browser.AccessToken);
            return client;
        }
    }

    [Fact]
    public async Task A_quiz_without_media_stays_json()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var made = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", """{"arena":1,"title":"T","questions":[{"type":"openText","prompt":"?"}]}""", 201);
        using var reply = await author.GetAsync(new Uri($"/api/quizzes/{made.GetProperty("id").GetGuid()}/export", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(("application/json", "T.json"), (reply.Content.Headers.ContentType!.MediaType, reply.Content.Headers.ContentDisposition!.FileNameStar));
    }

    [Fact]
    public async Task Only_media_that_are_not_here_are_lost()
    {
        await using var host = await AuthoringHost.StartAsync();
        using var author = await host.AuthorAsync();
        var whole = await author.ImportAsync(ArchiveSteps.Whole(), 201);
        var losses = await author.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{whole.GetProperty("id").GetGuid()}/export/losses", null, 200);
        Assert.Equal("""{"questionCount":5,"leftOut":0,"losses":[]}""", losses.GetRawText());
        var partly = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", ArchiveSteps.Quiz(), 201);
        losses = await author.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{partly.GetProperty("id").GetGuid()}/export/losses", null, 200);
        Assert.Equal(
            ["singleChoice 1", "pin 1", "openText 2"],
            losses.GetProperty("losses").EnumerateArray().Select(loss => $"{loss.GetProperty("type").GetString()} {loss.GetProperty("count")}"));
    }

    [Fact]
    public async Task A_store_that_is_down_refuses_the_export_before_it_begins()
    {
        var store = new FaultyMediaStore();
        await using var host = await AuthoringHost.StartAsync(services => services.AddSingleton<IMediaStore>(store));
        using var author = await host.AuthorAsync();
        var made = await author.ImportAsync(ArchiveSteps.Whole(), 201);
        store.Fault = new(MediaErrorCode.MediaStoreUnavailable, new HttpRequestException("Connection refused"));
        var refused = await author.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{made.GetProperty("id").GetGuid()}/export", null, 503);
        Assert.Equal("mediaStoreUnavailable", refused.Code());
    }

    /// <summary>A quiz with media of each kind, and its archive.</summary>
    private static async Task<(JsonElement Quiz, byte[] File)> ExportedAsync(HttpClient author)
    {
        var made = await author.ImportAsync(ArchiveSteps.Whole(), 201);
        using var reply = await author.GetAsync(new Uri($"/api/quizzes/{made.GetProperty("id").GetGuid()}/export?format=arena", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(
            ("application/zip", "Lakes.arena.zip"), (reply.Content.Headers.ContentType!.MediaType, reply.Content.Headers.ContentDisposition!.FileNameStar));
        return (await author.DocumentAsync(made), await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
