using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Configuration;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Quizzes;

public sealed class QuizRestTests
{
    private const string Quiz = """
        {"arena":1,"title":"Capitals","description":"Two\nlines","questions":[{"type":"singleChoice","prompt":"Capital of Australia?","options":[{"label":"Canberra","correct":true},{"label":"Sydney","correct":false}],"shuffle":false,"timeLimitMs":30000,"points":2000,"explanation":"Since 1913."}]}
        """;

    [Fact]
    public async Task An_exported_quiz_equals_its_source_and_can_be_imported_again()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement made = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201);
        Assert.Equal(1, made.GetProperty("questionCount").GetInt32());
        string exported = await author.GetStringAsync($"/api/quizzes/{made.GetProperty("id")}");
        Assert.Equal(Quiz.Trim(), exported);
        JsonElement copy = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", exported, 201);
        Assert.Equal(exported, await author.GetStringAsync($"/api/quizzes/{copy.GetProperty("id")}"));
        JsonElement list = await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200);
        Assert.Equal(2, list.GetArrayLength());
        Assert.Equal("Capitals", list[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Questions_of_every_type_are_exported_as_they_were_written()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement made = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", EveryTypeQuiz.Json, 201);
        string exported = await author.GetStringAsync($"/api/quizzes/{made.GetProperty("id")}");
        Assert.Equal(EveryTypeQuiz.Json, exported);
        Assert.Equal(
            EveryTypeQuiz.Types,
            JsonDocument.Parse(exported).RootElement.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Another_authors_quiz_answers_as_one_that_does_not_exist()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient owner = await host.AuthorAsync();
        using HttpClient other = await host.AuthorAsync();
        string id = (await owner.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201)).GetProperty("id").GetString()!;
        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
        {
            string? body = method == HttpMethod.Put ? Quiz : null;
            string[] answers =
            [
                .. await Task.WhenAll(new[] { id, $"{Guid.NewGuid()}", "no-id" }.Select(async path =>
                    WithoutTrace(await other.SendJsonAsync(method, $"/api/quizzes/{path}", body, 404, "*")))),
            ];
            Assert.Contains("\"unknownQuiz\"", Assert.Single(answers.Distinct()));
        }
        Assert.Equal(0, (await other.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200)).GetArrayLength());
        Assert.Equal(Quiz.Trim(), await owner.GetStringAsync($"/api/quizzes/{id}"));
    }

    [Fact]
    public async Task Two_tabs_do_not_overwrite_each_other()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        using HttpResponseMessage made = await author.SendAsync(HttpMethod.Post, "/api/quizzes", Quiz);
        string path = made.Headers.Location!.ToString();
        string seen = made.Headers.ETag!.ToString();
        string edited = Quiz.Replace("Capitals", "Edited");
        using HttpResponseMessage first = await author.SendAsync(HttpMethod.Put, path, edited, seen);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEqual(seen, first.Headers.ETag!.ToString());
        Assert.Equal("notNow", (await author.SendJsonAsync(HttpMethod.Put, path, Quiz, 412, seen)).Code());
        Assert.Equal("invalidMessage", (await author.SendJsonAsync(HttpMethod.Put, path, Quiz, 428)).Code());
        using HttpResponseMessage read = await author.GetAsync(path);
        Assert.Equal(edited.Trim(), await read.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.ETag, read.Headers.ETag);
        using HttpResponseMessage glance = await author.GetAsync($"{path}/summary");
        Assert.Equal(first.Headers.ETag, glance.Headers.ETag);
        await author.SendJsonAsync(HttpMethod.Put, path, Quiz, 200, "*");
        Assert.Equal(Quiz.Trim(), await author.GetStringAsync(path));
    }

    [Fact]
    public async Task A_quiz_with_an_id_of_the_clients_choice_is_created_once()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(("Arena:Quizzes:MaxQuizzesPerAuthor", "1"));
        using HttpClient author = await host.AuthorAsync();
        using HttpClient other = await host.AuthorAsync();
        string path = $"/api/quizzes/{Guid.NewGuid()}";
        HttpResponseMessage[] replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CreateAsync(author, path)));
        Assert.Equal([201, 412, 412, 412], replies.Select(reply => (int)reply.StatusCode).Order());
        HttpResponseMessage made = replies.Single(reply => reply.StatusCode == HttpStatusCode.Created);
        Assert.Equal(path, made.Headers.Location!.ToString());
        Assert.Equal(Quiz.Trim(), await author.GetStringAsync(path));
        await author.SendJsonAsync(HttpMethod.Put, path, Quiz.Replace("Capitals", "Edited"), 200, made.Headers.ETag!.ToString());
        using HttpResponseMessage taken = await CreateAsync(other, path);
        Assert.Equal(412, (int)taken.StatusCode);
        using HttpResponseMessage tooMany = await CreateAsync(author, $"/api/quizzes/{Guid.NewGuid()}");
        Assert.Equal(409, (int)tooMany.StatusCode);
        foreach (HttpResponseMessage reply in replies)
            reply.Dispose();

        static async Task<HttpResponseMessage> CreateAsync(HttpClient client, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent(Quiz, Encoding.UTF8, "application/json") };
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
            return await client.SendAsync(request);
        }
    }

    [Fact]
    [Asvs("2.2.1", "2.2.2")]
    public async Task A_replacement_with_a_fault_changes_nothing()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        string path = $"/api/quizzes/{(await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201)).GetProperty("id")}";
        JsonElement problem = await author.SendJsonAsync(HttpMethod.Put, path, Quiz.Replace("Sydney", "Canberra"), 422, "*");
        Assert.Equal("invalidQuiz", problem.Code());
        Assert.Equal(["1 duplicateOption"], problem.Faults());
        Assert.Equal(Quiz.Trim(), await author.GetStringAsync(path));
    }

    [Fact]
    public async Task Deleting_a_quiz_deletes_its_questions()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        string path = $"/api/quizzes/{(await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201)).GetProperty("id")}";
        await author.SendJsonAsync(HttpMethod.Delete, path, null, 204);
        Assert.Equal("unknownQuiz", (await author.SendJsonAsync(HttpMethod.Delete, path, null, 404)).Code());
        await using ArenaDbContext context = await host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        Assert.Equal((0, 0), (await context.Questions.CountAsync(), await context.QuestionOptions.CountAsync()));
    }

    [Theory]
    [InlineData("{", 422, "invalidQuiz")]
    [InlineData("", 422, "invalidQuiz")]
    [InlineData("[]", 422, "invalidQuiz")]
    [InlineData("{\"arena\":1,\"title\":7,\"questions\":{}}", 422, "invalidQuiz")]
    [InlineData("\"\\ud800\"", 422, "invalidQuiz")]
    public async Task Broken_JSON_is_refused_with_a_code(string body, int status, string code)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        Assert.Equal(code, (await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", body, status)).Code());
        Assert.Equal(0, (await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200)).GetArrayLength());
    }

    [Fact]
    [Asvs("2.3.2")]
    public async Task An_author_keeps_no_more_quizzes_than_allowed()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync(("Arena:Quizzes:MaxQuizzesPerAuthor", "2"));
        using HttpClient author = await host.AuthorAsync();
        int[] statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using HttpResponseMessage response = await author.SendAsync(HttpMethod.Post, "/api/quizzes", Quiz);
            return (int)response.StatusCode;
        }));
        Assert.Equal([201, 201, 409, 409, 409, 409], statuses.Order());
        JsonElement problem = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 409);
        Assert.Equal(("outOfRange", 2), (problem.Code(), problem.GetProperty("limit").GetInt32()));
    }

    [Fact]
    [Asvs("2.1.1", "2.1.2", "2.1.3")]
    public async Task The_description_lists_every_route_with_its_refusals()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient stranger = host.Stranger();
        JsonElement paths = (await stranger.SendJsonAsync(HttpMethod.Get, "/openapi/v1.json", null, 200)).GetProperty("paths");
        foreach (RouteEndpoint route in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            string path = $"/{route.RoutePattern.RawText!.Trim('/')}";
            if (!path.StartsWith("/api/", StringComparison.Ordinal))
                continue;
            string method = route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single().ToLowerInvariant();
            JsonElement operation = paths.GetProperty(path).GetProperty(method);
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            if (path.StartsWith("/api/quizzes", StringComparison.Ordinal))
            {
                Assert.True(operation.TryGetProperty("security", out _), $"{method} {path} does not say who may");
                Assert.True(operation.GetProperty("responses").TryGetProperty("401", out _), $"{method} {path} lacks 401");
            }
            if (method is "post" or "put" && (path is "/api/quizzes" or "/api/quizzes/{id}" || path.StartsWith("/api/quizzes/import", StringComparison.Ordinal)))
            {
                Assert.True(operation.TryGetProperty("requestBody", out _), $"{method} {path} lacks a body");
                // A preview stores nothing and so refuses no content: a file's faults are its answer.
                bool refusesContent = !path.EndsWith("/preview", StringComparison.Ordinal);
                Assert.True(operation.GetProperty("responses").TryGetProperty("422", out _) == refusesContent, $"{method} {path}: 422");
            }
        }
    }

    [Fact]
    [Asvs("2.1.1", "4.1.1")]
    public async Task The_schema_is_served_without_authentication()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient stranger = host.Stranger();
        using HttpResponseMessage schema = await stranger.GetAsync("/api/schemas/quiz.json");
        Assert.Equal("application/schema+json", schema.Content.Headers.ContentType?.MediaType);
        Assert.Contains("2020-12", await schema.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("MaxImportBytes", "0")]
    [InlineData("MaxQuizzesPerAuthor", "-1")]
    [InlineData("RequestsPerMinute", "0")]
    [Asvs("2.1.3")]
    public async Task A_limit_that_makes_no_sense_stops_the_start(string key, string value)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => AuthoringHost.StartAsync(($"{QuizOptions.Section}:{key}", value)));
        Assert.Contains($"Arena:Quizzes:{key} is '{value}'. Give a number from", fault.Message);
    }

    private static string WithoutTrace(JsonElement problem) =>
        string.Join(',', problem.EnumerateObject().Where(member => member.Name != "traceId"));
}
