using System.Net;
using System.Text;
using System.Text.Json;
using Arena.Storage.Model;
using Arena.TestKit.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>The quiz store on PostgreSQL.</summary>
public sealed class QuizPostgresTests(PostgresServer server)
{
    [Fact]
    public async Task A_quiz_is_imported_listed_edited_and_deleted()
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        using var file = new StringContent("#Q Capital of Australia?\n^ Canberra\nA Canberra\nB Sydney\n", Encoding.UTF8);
        JsonElement imported = await author.ImportAsync(file, "?title=Capitals", 201);
        JsonElement listed = Assert.Single((await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200)).EnumerateArray());
        Assert.Equal(("Capitals", 1), (listed.GetProperty("title").GetString(), listed.GetProperty("questionCount").GetInt32()));

        string path = $"/api/quizzes/{imported.GetProperty("id")}";
        string stored = await author.GetStringAsync(path);
        string edited = stored.Replace("Sydney", "Melbourne");
        using HttpResponseMessage read = await author.GetAsync(path);
        string seen = read.Headers.ETag!.ToString();
        await author.SendJsonAsync(HttpMethod.Put, path, edited, 200, seen);
        Assert.Equal(edited, await author.GetStringAsync(path));
        Assert.Equal("notNow", (await author.SendJsonAsync(HttpMethod.Put, path, stored, 412, seen)).Code());

        await author.SendJsonAsync(HttpMethod.Delete, path, null, 204);
        using HttpResponseMessage gone = await author.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await using ArenaDbContext context = await host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        Assert.Equal((0, 0, 0), (await context.Quizzes.CountAsync(), await context.Questions.CountAsync(), await context.QuestionOptions.CountAsync()));
    }

    [Fact]
    public async Task Questions_of_every_type_are_exported_as_they_were_written()
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement made = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", EveryTypeQuiz.Json, 201);
        Assert.Equal(EveryTypeQuiz.Json, await author.GetStringAsync($"/api/quizzes/{made.GetProperty("id")}"));
    }

    private async Task<AuthoringHost> StartAsync() => await AuthoringHost.StartAsync(
        ("Arena:Storage:Provider", "postgres"), ("Arena:Storage:ConnectionString", server.ConnectionString(await server.CreateDatabaseAsync())));
}
