using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Storage.Model;
using Arena.TestKit.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>An author's collection: tags, a folder, search, and how many questions it may hold. On every database.</summary>
public abstract class QuizBankTests
{
    [Fact]
    public async Task Tags_and_a_folder_are_kept_exported_and_replaced_with_the_quiz()
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement made = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("Capitals", ["Géographie", "Europe  ouest"], "Class 7"), 201);
        Assert.Equal(["Géographie", "Europe ouest"], Tags(made));
        Assert.Equal("Class 7", made.GetProperty("folder").GetString());

        string path = $"/api/quizzes/{made.GetProperty("id")}";
        string exported = await author.GetStringAsync(path);
        Assert.StartsWith("""{"arena":1,"title":"Capitals","tags":["Géographie","Europe ouest"],"folder":"Class 7","questions":[""", exported);
        JsonElement copy = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import", exported, 201);
        Assert.Equal(exported, await author.GetStringAsync($"/api/quizzes/{copy.GetProperty("id")}"));

        JsonElement replaced = await author.SendJsonAsync(HttpMethod.Put, path, Quiz("Capitals", ["Asia"]), 200, ifMatch: "*");
        Assert.Equal(["Asia"], Tags(replaced));
        Assert.Equal(JsonValueKind.Null, Folder(await author.SendJsonAsync(HttpMethod.Get, $"{path}/summary", null, 200)));
        Assert.Equal(["Capitals"], await TitlesAsync(author, "?tag=asia"));
    }

    [Fact]
    public async Task A_staged_import_keeps_tags_and_folder()
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement preview = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import/preview?stage=true", Quiz("Capitals", ["Europe"], "Class 7"), 200);
        string confirmation = JsonSerializer.Serialize(new { token = preview.GetProperty("token").GetString(), title = "Été" });
        JsonElement made = await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes/import/confirm", confirmation, 201);
        Assert.Equal(["Europe"], Tags(made));
        Assert.Equal(["Été"], await TitlesAsync(author, "?search=ete&folder=class%207"));
    }

    [Theory]
    [InlineData("?search=CAPIT", "Capitals")]
    [InlineData("?search=geographie", "Capitals", "Rivers")]
    [InlineData("?search=oesterreich", "Rivers")]
    [InlineData("?search=k%C3%B6ln", "Rivers")]
    [InlineData("?search=classe", "Capitals", "Sums")]
    [InlineData("?search=100%25", "Sums")]
    [InlineData("?search=_")]
    [InlineData("?search=%25ital%25")]
    [InlineData("?search=")]
    [InlineData("?tag=GEOGRAPHIE", "Capitals", "Rivers")]
    [InlineData("?tag=geo")]
    [InlineData("?folder=CLASSE%20DE%205%C3%A8me", "Capitals", "Sums")]
    [InlineData("?folder=classe")]
    [InlineData("?tag=geographie&folder=classe%20de%205eme&search=cap", "Capitals")]
    public async Task Quizzes_are_found_whatever_their_case_and_accents(string query, params string[] titles)
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        using HttpClient stranger = await host.AuthorAsync();
        foreach (string quiz in (string[])
            [
                Quiz("Capitals", ["Géographie"], "Classe de 5ème"),
                Quiz("Rivers", ["geographie", "Europe"], null, "Where is KÖLN?", "Oesterreich?"),
                Quiz("Sums", [], "classe de 5ème", "What is 100% of 7?"),
            ])
        {
            await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", quiz, 201);
        }
        await stranger.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("Capitals of strangers", ["Géographie"], "Classe de 5ème"), 201);
        string[] expected = query == "?search=" ? ["Capitals", "Rivers", "Sums"] : titles;
        Assert.Equal(expected, (await TitlesAsync(author, query)).Order());
    }

    [Fact]
    public async Task Tags_and_folders_are_listed_with_how_many_quizzes_have_them()
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("a", ["geographie", "Zoo"], "Fun"), 201);
        await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("b", ["Géographie"], "fun"), 201);
        await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("c", []), 201);
        JsonElement labels = await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes/labels", null, 200);
        Assert.Equal([("Géographie", 2), ("Zoo", 1)], Labels(labels, "tags"));
        Assert.Equal([("fun", 2)], Labels(labels, "folders"));

        using HttpClient stranger = await host.AuthorAsync();
        Assert.Empty(Labels(await stranger.SendJsonAsync(HttpMethod.Get, "/api/quizzes/labels", null, 200), "tags"));
    }

    [Theory]
    [InlineData("""["a","b","c","d","e","f","g","h","i","j","k"]""", "null", "tooManyEntries", 10)]
    [InlineData("""["Été","ete"]""", "null", "duplicateEntry", null)]
    [InlineData("""["0123456789012345678901234567890"]""", "null", "tooLong", 30)]
    [InlineData("""[" "]""", "null", "empty", null)]
    [InlineData("""[7]""", "null", "wrongType", null)]
    [InlineData("""[]""", "\"\\u0007\"", "controlCharacter", null)]
    [InlineData("""[]""", "\"0123456789012345678901234567890123456789012345678901234567890\"", "tooLong", 60)]
    public async Task Tags_and_folders_outside_their_limits_refuse_the_quiz(string tags, string folder, string code, int? limit)
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        string quiz = Quiz("Capitals", []).Replace("\"tags\":[]", $"\"tags\":{tags},\"folder\":{folder}");
        JsonElement error = Assert.Single((await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", quiz, 422)).GetProperty("errors").EnumerateArray());
        Assert.Equal((code, limit), (error.Code(), error.TryGetProperty("limit", out JsonElement most) ? most.GetInt32() : null));
    }

    [Theory]
    [InlineData("search", 121, 120)]
    [InlineData("tag", 31, 30)]
    [InlineData("folder", 61, 60)]
    public async Task A_filter_that_is_too_long_is_refused(string name, int length, int limit)
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement refused = await author.SendJsonAsync(HttpMethod.Get, $"/api/quizzes?{name}={new string('a', length)}", null, 400);
        Assert.Equal(("outOfRange", limit), (refused.Code(), refused.GetProperty("limit").GetInt32()));
    }

    [Theory]
    [InlineData("search=%00", 400)]
    [InlineData("tag=a%00b", 400)]
    [InlineData("folder=%07", 400)]
    [InlineData("search=%EF%BF%BE", 200)]
    [InlineData("tag=%EF%BF%BE%C3%A9", 200)]
    public async Task A_filter_with_broken_characters_is_refused_or_finds_nothing(string query, int status)
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        JsonElement reply = await author.SendJsonAsync(HttpMethod.Get, $"/api/quizzes?{query}", null, status);
        if (status == 400)
            Assert.Equal("invalidMessage", reply.Code());
    }

    [Theory]
    [InlineData("한국어 퀴즈")]
    [InlineData("Việt Nam")]
    [InlineData("ΑΘΗΝΑ")]
    public async Task A_quiz_of_before_there_were_keys_is_found_as_it_is_written(string text)
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz(text, []), 201);
        await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("Asks", [], null, $"Where is {text}?"), 201);
        await using (var context = await host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await context.Quizzes.ExecuteUpdateAsync(set => set.SetProperty(quiz => quiz.TitleKey, ""), TestContext.Current.CancellationToken);
            await context.Questions.ExecuteUpdateAsync(set => set.SetProperty(question => question.PromptKey, ""), TestContext.Current.CancellationToken);
        }
        Assert.Equal(((string[])[text, "Asks"]).Order(), (await TitlesAsync(author, $"?search={Uri.EscapeDataString(text)}")).Order());
    }

    [Fact]
    public async Task Only_its_authors_see_the_folder_of_a_public_quiz()
    {
        await using AuthoringHost host = await StartAsync();
        using var ann = new Browser(host.Stranger());
        await ann.RegisterAsync("Ann");
        JsonElement made = await ann.SendAsync(HttpMethod.Post, "/api/quizzes", JsonDocument.Parse(Quiz("Capitals", ["Europe"], "Secret")).RootElement, 201);
        string path = $"/api/quizzes/{made.GetProperty("id")}";
        await ann.SendAsync(HttpMethod.Put, $"{path}/visibility", new { visibility = "public" }, 204);
        Assert.Equal("Secret", (await ann.GetAsync(path)).GetProperty("folder").GetString());

        using HttpClient stranger = await host.AuthorAsync();
        foreach (string read in (string[])[path, $"{path}/summary"])
            Assert.Equal(JsonValueKind.Null, Folder(await stranger.SendJsonAsync(HttpMethod.Get, read, null, 200)));
        Assert.Equal(JsonValueKind.Null, Folder(Assert.Single((await stranger.SendJsonAsync(HttpMethod.Get, "/api/quizzes/public", null, 200)).EnumerateArray())));
        Assert.Equal("Secret", (await ann.GetAsync(path)).GetProperty("folder").GetString());
    }

    [Fact]
    public async Task Tags_may_be_null()
    {
        await using AuthoringHost host = await StartAsync();
        using HttpClient author = await host.AuthorAsync();
        Assert.Empty(Tags(await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("Capitals", []).Replace("\"tags\":[]", "\"tags\":null"), 201)));
    }

    [Fact]
    public async Task An_author_keeps_so_many_questions_over_all_quizzes()
    {
        await using AuthoringHost host = await StartAsync(("Arena:Quizzes:MaxQuestionsPerAuthor", "3"));
        using HttpClient author = await host.AuthorAsync();
        string two = $"/api/quizzes/{(await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("a", [], null, "1?", "2?"), 201)).GetProperty("id")}";
        foreach (string path in (string[])["/api/quizzes", "/api/quizzes/import", "/api/quizzes/import/preview?stage=true"])
        {
            JsonElement refused = await author.SendJsonAsync(HttpMethod.Post, path, Quiz("b", [], null, "1?", "2?"), 409);
            Assert.Equal(("tooManyStoredQuestions", 3), (refused.Code(), refused.GetProperty("limit").GetInt32()));
        }
        await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("b", []), 201);
        Assert.Equal("tooManyStoredQuestions", (await author.SendJsonAsync(HttpMethod.Put, two, Quiz("a", [], null, "1?", "2?", "3?"), 409, ifMatch: "*")).Code());
        await author.SendJsonAsync(HttpMethod.Put, two, Quiz("a", [], null, "3?", "4?"), 200, ifMatch: "*");
        await author.SendJsonAsync(HttpMethod.Delete, two, null, 204);
        await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("c", [], null, "1?", "2?"), 201);
        using HttpClient other = await host.AuthorAsync();
        await other.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("a", [], null, "1?", "2?", "3?"), 201);
    }

    [Fact]
    public async Task Requests_at_the_same_moment_do_not_outrun_that_limit()
    {
        await using AuthoringHost host = await StartAsync(("Arena:Quizzes:MaxQuestionsPerAuthor", "7"));
        using HttpClient author = await host.AuthorAsync();
        string[] quizzes =
        [
            .. await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
                $"/api/quizzes/{(await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz("a", []), 201)).GetProperty("id")}")),
        ];
        // Of four questions that are left, each takes three.
        HttpResponseMessage[] replies = await Task.WhenAll(quizzes
            .Select(path => author.SendAsync(HttpMethod.Put, path, Quiz("a", [], null, "1?", "2?", "3?", "4?"), ifMatch: "*"))
            .Append(author.SendAsync(HttpMethod.Post, "/api/quizzes", Quiz("b", [], null, "1?", "2?", "3?"))));
        Assert.Equal([409, 409, 409], replies.Select(reply => (int)reply.StatusCode).Order().Skip(1));
        JsonElement list = await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200);
        Assert.Equal(6, list.EnumerateArray().Sum(quiz => quiz.GetProperty("questionCount").GetInt32()));
        foreach (HttpResponseMessage reply in replies)
            reply.Dispose();
    }

    [Fact]
    public async Task Questions_that_a_co_author_adds_count_for_the_owner()
    {
        await using AuthoringHost host = await StartAsync(("Arena:Quizzes:MaxQuestionsPerAuthor", "2"));
        using var ann = new Browser(host.Stranger());
        using var bob = new Browser(host.Stranger());
        await ann.RegisterAsync("Ann");
        await bob.RegisterAsync("Bob");
        string path = $"/api/quizzes/{(await ann.SendAsync(HttpMethod.Post, "/api/quizzes", Body("a", "1?"), 201)).GetProperty("id")}";
        await ann.SendAsync(HttpMethod.Put, $"{path}/co-authors/Bob", null, 204);
        await bob.SendAsync(HttpMethod.Post, "/api/quizzes", Body("b", "1?", "2?"), 201);
        using HttpClient coAuthor = host.Stranger();
        coAuthor.DefaultRequestHeaders.Authorization = new("Bearer", bob.AccessToken);
        await coAuthor.SendJsonAsync(HttpMethod.Put, path, Quiz("a", [], null, "1?", "2?"), 200, ifMatch: "*");
        Assert.Equal("tooManyStoredQuestions", (await coAuthor.SendJsonAsync(HttpMethod.Put, path, Quiz("a", [], null, "1?", "2?", "3?"), 409, ifMatch: "*")).Code());

        static JsonElement Body(string title, params string[] prompts) => JsonDocument.Parse(Quiz(title, [], null, prompts)).RootElement;
    }

    protected abstract Task<AuthoringHost> StartAsync(params (string Key, string Value)[] settings);

    private static string Quiz(string title, string[] tags, string? folder = null, params string[] prompts)
    {
        var questions = (prompts.Length == 0 ? ["?"] : prompts).Select(prompt => new { type = "openText", prompt });
        return folder is null
            ? JsonSerializer.Serialize(new { arena = 1, title, tags, questions })
            : JsonSerializer.Serialize(new { arena = 1, title, tags, folder, questions });
    }

    private static async Task<string[]> TitlesAsync(HttpClient author, string query) =>
        [.. (await author.SendJsonAsync(HttpMethod.Get, $"/api/quizzes{query}", null, 200)).EnumerateArray().Select(quiz => quiz.GetProperty("title").GetString()!)];

    private static string[] Tags(JsonElement summary) => [.. summary.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)];

    private static JsonValueKind Folder(JsonElement summary) =>
        summary.TryGetProperty("folder", out JsonElement folder) ? folder.ValueKind : JsonValueKind.Null;

    private static (string, int)[] Labels(JsonElement labels, string kind) =>
        [.. labels.GetProperty(kind).EnumerateArray().Select(label => (label.GetProperty("name").GetString()!, label.GetProperty("quizzes").GetInt32()))];
}

/// <summary>On SQLite.</summary>
public sealed class QuizBankSqliteTests : QuizBankTests
{
    protected override Task<AuthoringHost> StartAsync(params (string Key, string Value)[] settings) => AuthoringHost.StartAsync(settings);
}

/// <summary>On PostgreSQL.</summary>
public sealed class QuizBankPostgresTests(PostgresServer server) : QuizBankTests
{
    protected override async Task<AuthoringHost> StartAsync(params (string Key, string Value)[] settings) => await AuthoringHost.StartAsync(
    [
        ("Arena:Storage:Provider", "postgres"), ("Arena:Storage:ConnectionString", server.ConnectionString(await server.CreateDatabaseAsync())), .. settings,
    ]);
}
