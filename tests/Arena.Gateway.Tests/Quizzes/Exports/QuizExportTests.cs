using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Quizzes.Writing;

namespace Arena.Gateway.Tests.Quizzes.Exports;

public sealed class QuizExportTests
{
    private const string Quiz = """
        {"arena":1,"title":"Caf\u00e9s: 1/2","description":"Words","questions":[
          {"type":"singleChoice","prompt":"One?","options":[{"label":"a","correct":true},{"label":"b"}],"points":2000},
          {"type":"poll","prompt":"Which?","options":[{"label":"a"},{"label":"b"}]},
          {"type":"poll","prompt":"Or which?","options":[{"label":"a"},{"label":"b"}]}]}
        """;

    [Theory]
    [InlineData("arena", "application/json", "Cafés 1 2.json")]
    [InlineData("CSV", "text/csv", "Cafés 1 2.csv")]
    [InlineData("kahoot", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Cafés 1 2.xlsx")]
    [InlineData("gift", "text/plain", "Cafés 1 2.gift.txt")]
    [InlineData("moodle", "application/xml", "Cafés 1 2.xml")]
    [InlineData("qti", "application/zip", "Cafés 1 2.zip")]
    public async Task A_file_has_its_type_and_the_name_of_the_quiz_and_can_be_imported(string format, string type, string name)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        using HttpResponseMessage reply = await author.GetAsync(await MakeAsync(author) + $"/export?format={format}");
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(type, reply.Content.Headers.ContentType!.MediaType);
        ContentDispositionHeaderValue disposition = reply.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", name), (disposition.DispositionType, disposition.FileNameStar));
        Assert.True(Ascii.IsValid(disposition.FileName!));
        byte[] file = await reply.Content.ReadAsByteArrayAsync();
        Assert.Equal(file.Length, reply.Content.Headers.ContentLength);
        JsonElement imported = await author.ImportAsync(new ByteArrayContent(file), "?title=Again", 201);
        Assert.NotEqual(0, imported.GetProperty("questionCount").GetInt32());
    }

    [Fact]
    public async Task The_losses_are_told_by_type_and_member()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement losses = await author.SendJsonAsync(HttpMethod.Get, $"{await MakeAsync(author)}/export/losses?format=gift", null, 200);
        Assert.Equal(
            """{"questionCount":3,"leftOut":2,"losses":[{"kind":"leftOut","type":"poll","count":2},{"kind":"changed","member":"description","count":1},{"kind":"changed","type":"singleChoice","member":"points","count":1}]}""",
            losses.GetRawText());
    }

    [Theory]
    [InlineData("?format=pdf")]
    [InlineData("?format=1")]
    [InlineData("/losses?format=")]
    public async Task An_unknown_format_is_refused(string query)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement refused = await author.SendJsonAsync(HttpMethod.Get, $"{await MakeAsync(author)}/export{query}", null, 400);
        Assert.Equal("invalidMessage", refused.Code());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/losses")]
    public async Task A_quiz_of_another_does_not_exist(string route)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync(), other = await host.AuthorAsync();
        Assert.Equal("unknownQuiz", (await other.SendJsonAsync(HttpMethod.Get, $"{await MakeAsync(author)}/export{route}", null, 404)).Code());
        Assert.Equal("unknownQuiz", (await other.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/none/export{route}", null, 404)).Code());
    }

    [Fact]
    public async Task A_changed_quiz_is_written_again()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        string quiz = await MakeAsync(author);
        Assert.Contains("One?", await author.GetStringAsync($"{quiz}/export?format=csv"), StringComparison.Ordinal);
        await author.SendJsonAsync(HttpMethod.Put, quiz, Quiz.Replace("One?", "Changed?"), 200, "*");
        Assert.Contains("Changed?", await author.GetStringAsync($"{quiz}/export?format=csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "gzip")]
    [InlineData("", "identity")]
    [InlineData("/export?format=csv", "gzip")]
    [InlineData("/export?format=csv", "identity")]
    public async Task Another_version_than_the_caller_wants_is_not_sent(string route, string encoding)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        author.DefaultRequestHeaders.AcceptEncoding.Add(new(encoding));
        using HttpResponseMessage reply = await author.SendAsync(HttpMethod.Get, await MakeAsync(author) + route, null, "\"x\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, reply.StatusCode);
        Assert.Empty(reply.Content.Headers.ContentEncoding);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await reply.Content.ReadAsByteArrayAsync());
        Assert.Equal(412, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("Capitals", "Capitals.csv")]
    [InlineData("  a/b\\c:d*e?f\"g<h>i|j\u0007k. ", "a b c d e f g h i j k.csv")]
    [InlineData("..", "quiz.csv")]
    [InlineData("???", "quiz.csv")]
    [InlineData("Con", "quiz.csv")]
    [InlineData("lpt1.backup", "quiz.csv")]
    [InlineData("été 🎈", "été 🎈.csv")]
    public void A_file_name_is_one_that_all_systems_take(string title, string name) => Assert.Equal(name, FileName.Of(title, ".csv"));

    [Fact]
    public void A_long_title_is_cut_between_characters()
    {
        Assert.Equal(new string('x', 79) + ".csv", FileName.Of(new string('x', 79) + "🎈🎈", ".csv"));
    }

    private static async Task<string> MakeAsync(HttpClient author) =>
        $"/api/quizzes/{(await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201)).GetProperty("id").GetGuid()}";
}
