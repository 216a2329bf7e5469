using System.Net;
using System.Text.Json;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>The preview reports what an import would bring, and stores nothing.</summary>
public sealed class QuizPreviewTests
{
    private static byte[] Fixture => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Quizzes", "fixtures", "pathologies.txt"));

    [Fact]
    public async Task A_preview_returns_the_valid_questions_and_the_faults_and_stores_nothing()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement preview = await PreviewAsync(author, new ByteArrayContent(Fixture), "?title=Fixture", 200);
        Assert.Equal("Fixture", preview.GetProperty("title").GetString());
        Assert.Equal(6, preview.GetProperty("questionCount").GetInt32());
        Assert.Equal(10, preview.GetProperty("skippedQuestions").GetInt32());
        Assert.Equal(10, preview.GetProperty("errorCount").GetInt32());
        Assert.Equal(["37 duplicateOption", "39 damagedText"], preview.Faults()[..2]);
        Assert.Contains("Les Misérables", preview.GetProperty("questions")[4].GetProperty("prompt").GetString());
        Assert.Equal(0, (await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200)).GetArrayLength());
    }

    [Fact]
    public async Task A_preview_of_many_questions_shows_the_first_twenty_or_as_many_as_are_asked_for()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        var file = string.Join('\n', Enumerable.Range(0, 30).Select(number => $"#Q Question {number}?\n^ Yes\nA Yes\nB No\n"));
        JsonElement preview = await PreviewAsync(author, new StringContent(file), "?title=Many", 200);
        Assert.Equal((30, 20), (preview.GetProperty("questionCount").GetInt32(), preview.GetProperty("questions").GetArrayLength()));
        foreach ((int shown, int there) in new[] { (0, 0), (25, 25), (200, 30) })
            Assert.Equal(there, (await PreviewAsync(author, new StringContent(file), $"?title=Many&shown={shown}", 200)).GetProperty("questions").GetArrayLength());
        foreach (int shown in new[] { -1, 201 })
            Assert.Equal("outOfRange", (await PreviewAsync(author, new StringContent(file), $"?title=Many&shown={shown}", 400)).Code());
    }

    [Fact]
    public async Task The_preview_says_why_a_file_cannot_be_imported()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement preview = await PreviewAsync(author, new StringContent("""{"arena":1,"title":"Broken","questions":["""), "", 200);
        Assert.Equal((0, 0), (preview.GetProperty("questionCount").GetInt32(), preview.GetProperty("questions").GetArrayLength()));
        Assert.Equal(["1 brokenJson"], preview.Faults());
        Assert.False(preview.TryGetProperty("title", out _));
    }

    [Fact]
    public async Task A_preview_keeps_the_limits_of_an_import()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(("Arena:Quizzes:MaxImportBytes", "2048"));
        using HttpClient author = await host.AuthorAsync();
        Assert.Equal("outOfRange", (await PreviewAsync(author, new ByteArrayContent(new byte[2049]), "?title=Huge", 413)).Code());
        Assert.Equal("invalidMessage", (await PreviewAsync(author, new StringContent("#Q"), "?title=T&format=xml", 400)).Code());
        using HttpClient stranger = host.Stranger();
        Assert.Equal("invalidToken", (await PreviewAsync(stranger, new StringContent("#Q"), "?title=T", 401)).Code());
    }

    private static async Task<JsonElement> PreviewAsync(HttpClient client, HttpContent file, string query, int expected)
    {
        using HttpResponseMessage response = await client.PostAsync($"/api/quizzes/import/preview{query}", file);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True((HttpStatusCode)expected == response.StatusCode, $"{(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }
}
