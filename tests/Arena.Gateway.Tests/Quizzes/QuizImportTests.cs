using System.Net;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Http;
using Arena.Gateway.Tests.Accounts;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Quizzes;

public sealed class QuizImportTests
{
    private static byte[] Fixture => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Quizzes", "fixtures", "pathologies.txt"));

    [Fact]
    [Asvs("2.2.1", "2.2.2", "2.2.3")]
    public async Task A_file_with_faults_leaves_nothing_behind()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement problem = await author.ImportAsync(new ByteArrayContent(Fixture), "?title=Fixture", 422);
        Assert.Equal(("invalidQuiz", 10), (problem.Code(), problem.GetProperty("errorCount").GetInt32()));
        Assert.Equal(["37 duplicateOption", "39 damagedText"], problem.Faults()[..2]);
        await using ArenaDbContext context = await host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        Assert.Equal((0, 0), (await context.Quizzes.CountAsync(), await context.Questions.CountAsync()));
    }

    [Fact]
    public async Task The_readable_questions_of_a_file_are_imported_on_request_and_the_others_reported()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement made = await author.ImportAsync(new ByteArrayContent(Fixture), "?title=Fixture&skipInvalid=true&format=opentriviaqa", 201);
        Assert.Equal((6, 10), (made.GetProperty("questionCount").GetInt32(), made.GetProperty("skippedQuestions").GetInt32()));
        Assert.Equal(37, made.GetProperty("skipped")[0].GetProperty("line").GetInt32());
        string exported = await author.GetStringAsync($"/api/quizzes/{made.GetProperty("id")}");
        Assert.Contains("Les Misérables", JsonDocument.Parse(exported).RootElement.GetProperty("questions")[4].GetProperty("prompt").GetString());
        JsonElement again = await author.ImportAsync(new StringContent(exported, Encoding.UTF8, "text/x-anything"), "?title=Again", 201);
        Assert.Equal("Again", again.GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_largest_real_file_is_imported()
    {
        Assert.SkipWhen(SharedData.Find("general.txt") is null, "The real question files are not beside the repository");
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        HttpClient author = host.Stranger();
        using var account = new Browser(author);
        await account.RegisterAsync("Ann");
        author.DefaultRequestHeaders.Authorization = new("Bearer", account.AccessToken);
        byte[] file = await File.ReadAllBytesAsync(SharedData.Find("general.txt")!);
        JsonElement made = await author.ImportAsync(new ByteArrayContent(file), "?title=General&skipInvalid=true", 201);
        Assert.Equal((3289, 1), (made.GetProperty("questionCount").GetInt32(), made.GetProperty("skippedQuestions").GetInt32()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Asvs("5.1.1", "5.2.1")]
    public async Task Fifty_megabytes_are_refused_with_or_without_a_declared_length(bool tellsLength)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        var file = new ByteArrayContent(new byte[50_000_000]);
        JsonElement problem = await author.ImportAsync(tellsLength ? file : new UnmeasuredContent(file), "?title=Huge", 413);
        Assert.Equal(("outOfRange", 4 * 1024 * 1024), (problem.Code(), problem.GetProperty("limit").GetInt32()));
        Assert.Equal(0, (await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200)).GetArrayLength());
    }

    [Fact]
    public async Task A_body_without_end_is_read_up_to_the_limit()
    {
        var body = new EndlessStream();
        var http = new DefaultHttpContext { Request = { Body = body } };
        Assert.Null(await BoundedBody.ReadAsync(http.Request, 100_000, TestContext.Current.CancellationToken));
        Assert.InRange(body.BytesRead, 100_000, 200_000);
    }

    [Theory]
    [InlineData("?title=T&format=xml")]
    [InlineData("?title=T&skipInvalid=perhaps")]
    [Asvs("5.1.1")]
    public async Task An_unknown_way_of_importing_is_refused(string query)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        Assert.Equal("invalidMessage", (await author.ImportAsync(new ByteArrayContent(Fixture), query, 400)).Code());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?title=%00")]
    [InlineData("?title=%E2%80%8B")]
    public async Task A_quiz_without_a_title_that_can_be_seen_is_refused(string query)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement problem = await author.ImportAsync(new StringContent("#Q Why?\n^ Yes\nA Yes\nB No"), query, 422);
        Assert.Equal("title", problem.GetProperty("errors")[0].GetProperty("path").GetString());
    }

    private sealed class UnmeasuredContent(HttpContent content) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => content.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long BytesRead { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            BytesRead += buffer.Length;
            return new(buffer.Length);
        }
    }
}
