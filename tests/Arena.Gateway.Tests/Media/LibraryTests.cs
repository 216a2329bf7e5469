using System.Text.Json;
using Arena.Gateway.Tests.Quizzes;

namespace Arena.Gateway.Tests.Media;

/// <summary>An author's library: found by words, described, and cleared of what no quiz uses.</summary>
public sealed class LibraryTests : IAsyncLifetime
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
    public async Task A_medium_is_found_by_the_name_of_its_file_and_by_what_its_author_says_of_it()
    {
        var (lake, forest) = (await UploadAsync("Lac Léman.png", 40), await UploadAsync("forest.png", 50));
        await DescribeAsync(forest, """{"title":" Old  forest ","alt":"Fir trees","credit":"Ann, CC BY 4.0"}""");
        Assert.Equal([lake], await FoundAsync("search=lac+leman"));
        Assert.Equal([forest], await FoundAsync("search=CC+by"));
        Assert.Equal([forest], await FoundAsync("search=fir"));
        Assert.Empty(await FoundAsync("search=desert"));
        var medium = (await _author.SendJsonAsync(HttpMethod.Get, "/api/media?search=fir", null, 200)).GetProperty("media")[0];
        Assert.Equal(
            ("Old forest", "Fir trees", "Ann, CC BY 4.0"),
            (medium.GetProperty("title").GetString(), medium.GetProperty("alt").GetString(), medium.GetProperty("credit").GetString()));
        await DescribeAsync(forest, """{"title":null,"alt":" ","credit":null}""");
        Assert.Empty(await FoundAsync("search=fir"));
    }

    [Fact]
    public async Task It_names_the_quizzes_that_use_a_medium_and_drops_all_that_none_uses()
    {
        var (used, unused) = (await UploadAsync("used.png", 40), await UploadAsync("unused.png", 50));
        foreach (var title in (string[])["B", "A"])
            await _author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz(title, used), 201);
        var page = await _author.SendJsonAsync(HttpMethod.Get, "/api/media?search=used.png", null, 200);
        var first = page.GetProperty("media").EnumerateArray().Single(medium => medium.GetProperty("medium").Name() == used);
        Assert.Equal((2, "A, B"), (first.GetProperty("quizCount").GetInt32(), string.Join(", ", first.GetProperty("quizzes").EnumerateArray().Select(quiz => quiz.GetProperty("title")))));
        Assert.Equal([unused], await FoundAsync("unused=true"));

        using var other = await _host.AuthorAsync();
        Assert.Equal(0, (await other.SendJsonAsync(HttpMethod.Post, "/api/media/unused/removal", null, 200)).GetProperty("count").GetInt32());
        Assert.Equal(1, (await _author.SendJsonAsync(HttpMethod.Post, "/api/media/unused/removal", null, 200)).GetProperty("count").GetInt32());
        Assert.Equal([used], await FoundAsync(""));
    }

    [Fact]
    public async Task Each_author_says_something_else_of_the_same_content()
    {
        var name = await UploadAsync("mine.png", 40);
        using var other = await _host.AuthorAsync();
        await other.UploadAsync(Pictures.Halves(40, 50, ".png"), 201);
        await DescribeAsync(name, """{"title":"Mine","alt":null,"credit":null}""");
        Assert.False((await other.SendJsonAsync(HttpMethod.Get, "/api/media", null, 200)).GetProperty("media")[0].TryGetProperty("title", out _));
        using var stranger = await _host.AuthorAsync();
        Assert.Equal("unknownMedia", (await stranger.SendJsonAsync(HttpMethod.Put, $"/api/media/{name}", """{"title":"Theirs"}""", 404)).Code());
    }

    [Theory]
    [InlineData("title", 121)]
    [InlineData("alt", 251)]
    [InlineData("credit", 251)]
    public async Task A_text_has_a_limit(string member, int length)
    {
        var name = await UploadAsync("picture.png", 40);
        var refused = await _author.SendJsonAsync(HttpMethod.Put, $"/api/media/{name}", $$"""{"{{member}}":"{{new string('x', length)}}"}""", 400);
        Assert.Equal(("invalidMessage", length - 1), (refused.Code(), refused.GetProperty("limit").GetInt32()));
        await DescribeAsync(name, $$"""{"{{member}}":"{{new string('x', length - 1)}}"}""");
    }

    [Theory]
    [InlineData("""{"title":"a\u0000b"}""")]
    [InlineData("""{"alt":"a\u202Eb"}""")]
    [InlineData("""{"credit":"a\nb"}""")]
    [InlineData("""{"title":"a\uFFFEb"}""")]
    [InlineData("null")]
    public async Task A_text_is_one_sound_line(string body)
    {
        var name = await UploadAsync("picture.png", 40);
        Assert.Equal("invalidMessage", (await _author.SendJsonAsync(HttpMethod.Put, $"/api/media/{name}", body, 400)).Code());
    }

    [Fact]
    public async Task A_name_of_a_file_that_is_no_line_is_left_out_and_a_search_has_a_limit()
    {
        await _author.UploadAsync(Pictures.Halves(40, 50, ".png"), 201);
        await UploadAsync(new('x', 121), 60);
        Assert.All(
            (await _author.SendJsonAsync(HttpMethod.Get, "/api/media", null, 200)).GetProperty("media").EnumerateArray(),
            medium => Assert.False(medium.TryGetProperty("title", out _)));
        Assert.Equal("outOfRange", (await _author.SendJsonAsync(HttpMethod.Get, $"/api/media?search={new string('x', 121)}", null, 400)).Code());
    }

    [Fact]
    public async Task A_stored_picture_that_is_sent_back_is_the_same_medium()
    {
        var name = await UploadAsync("picture.png", 400);
        using var sent = await _author.MediumAsync(name);
        using var other = await _host.AuthorAsync();
        var again = await other.UploadAsync(await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), 201);
        Assert.Equal((name, 400, 320), (again.Name(), again.GetProperty("width").GetInt32(), again.GetProperty("widths")[0].GetInt32()));
    }

    private async Task<string> UploadAsync(string title, int width)
    {
        using var body = new ByteArrayContent(Pictures.Halves(width, 50, ".png"));
        using var reply = await _author.PostAsync(new Uri($"/api/media?title={Uri.EscapeDataString(title)}", UriKind.Relative), body);
        return JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.Name();
    }

    private async Task DescribeAsync(string name, string texts) => await _author.SendJsonAsync(HttpMethod.Put, $"/api/media/{name}", texts, 204);

    private async Task<string[]> FoundAsync(string query) =>
        [.. (await _author.SendJsonAsync(HttpMethod.Get, $"/api/media?{query}", null, 200)).GetProperty("media").EnumerateArray().Select(each => each.GetProperty("medium").Name())];

    private static string Quiz(string title, string medium) =>
        $$"""{"arena":1,"title":"{{title}}","questions":[{"type":"openText","prompt":"?","media":{"kind":"picture","name":"{{medium}}" } }]}""";
}
