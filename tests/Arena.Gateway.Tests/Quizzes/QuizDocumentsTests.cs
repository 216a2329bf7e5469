using System.IO.Compression;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Quizzes.Writing;
using Arena.Gateway.Threading;
using Arena.TestKit.VirtualTime;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Whole quizzes are loaded one at a time, once for each version, and no more wait than may.</summary>
public sealed class QuizDocumentsTests : IDisposable
{
    private const string Capitals = """{"arena":1,"title":"Capitals","questions":[{"type":"trueFalse","prompt":"Is it?","options":[{"label":"Yes","correct":true},{"label":"No"}]}]}""";

    private static readonly QuizVersion Version = QuizVersion.First(DateTimeOffset.UnixEpoch);

    private static readonly IOptions<JsonOptions> Json = Options.Create(new JsonOptions());

    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly QuizDocuments _documents;

    public QuizDocumentsTests() => _documents = new(Json, new WorkPace(_time));

    public void Dispose() => _documents.Dispose();

    [Fact]
    public async Task Requests_for_one_version_load_it_once_and_share_its_bytes()
    {
        var id = Guid.NewGuid();
        var quiz = new Parts("Capitals", Version) { Loading = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        var requests = Enumerable.Range(0, 10).Select(_ => GetAsync(id, Version, quiz)).ToList();
        quiz.Loading.SetResult();
        (StoredFile? Document, GameErrorCode? Refusal)[] answers = await Task.WhenAll(requests);
        Assert.Equal(1, quiz.Loads);
        Assert.All(answers, answer => Assert.Same(answers[0].Document, answer.Document));
    }

    [Fact]
    public async Task Another_version_is_loaded()
    {
        var id = Guid.NewGuid();
        QuizVersion next = Version.Next(DateTimeOffset.UnixEpoch);
        await GetAsync(id, Version, new Parts("Capitals", Version));
        (StoredFile? document, _) = await GetAsync(id, next, new Parts("Rivers", next));
        Assert.Contains("Rivers", TextOf(document!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_finds_too_many_waiting_is_refused_and_the_others_are_served_in_turn()
    {
        var quiz = new Parts("Capitals", Version) { Loading = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        var waiting = Enumerable.Range(0, 1 + QuizDocuments.QueuedLoads).Select(_ => GetAsync(Guid.NewGuid(), Version, quiz)).ToList();
        Assert.Equal((null, GameErrorCode.Overloaded), await GetAsync(Guid.NewGuid(), Version, quiz));
        Assert.Equal(1, quiz.Loads);
        quiz.Loading.SetResult();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Null(answer.Refusal));
    }

    [Fact]
    public async Task After_each_part_the_next_one_waits_as_long_as_it_took()
    {
        var quiz = new Parts("Capitals", Version);
        quiz.PartTakes = () =>
        {
            quiz.PartTakes = null;
            _time.Advance(TimeSpan.FromMilliseconds(8));
        };
        quiz.Questions.Add([Question("first")]);
        quiz.Questions.Add([Question("second")]);
        var request = GetAsync(Guid.NewGuid(), Version, quiz);
        _time.Advance(TimeSpan.FromMilliseconds(7));
        Assert.Equal(1, quiz.PartsRead);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotNull((await request).Document);
        Assert.Equal(2, quiz.PartsRead);
    }

    [Fact]
    public async Task A_document_is_what_the_whole_quiz_would_be_written_as()
    {
        var quiz = new Parts("Capitals & \u00e9t\u00e9", Version) { Description = "Of \"Europe\"" };
        quiz.Questions.Add([Question("first"), Question("second")]);
        quiz.Questions.Add([Question("third")]);
        var content = new QuizContent(quiz.Title, quiz.Description, [.. quiz.Questions.SelectMany(part => part)]);
        (StoredFile? document, _) = await GetAsync(Guid.NewGuid(), Version, quiz);
        string whole = JsonSerializer.Serialize(QuizDocument.Of(content), Json.Value.SerializerOptions);
        Assert.Equal((whole, Encoding.UTF8.GetByteCount(whole)), (TextOf(document!), (int)document!.Length));
    }

    [Fact]
    public async Task A_quiz_that_is_replaced_while_it_is_read_is_read_again()
    {
        var quiz = new Parts("Capitals", Version);
        quiz.Questions.Add([Question("former")]);
        quiz.PartTakes = () =>
        {
            quiz.PartTakes = null;
            (quiz.Title, quiz.Version) = ("Rivers", Version.Next(DateTimeOffset.UnixEpoch));
            quiz.Questions[0] = [Question("new")];
        };
        (StoredFile? document, _) = await GetAsync(Guid.NewGuid(), Version, quiz);
        Assert.Equal(quiz.Version, document!.Version);
        Assert.Equal((true, true, false), (TextOf(document).Contains("Rivers", StringComparison.Ordinal), TextOf(document).Contains("new", StringComparison.Ordinal), TextOf(document).Contains("former", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_largest_quizzes_of_a_guest_are_kept_all_together()
    {
        var loads = 0;
        for (var round = 0; round < 2; round++)
        {
            for (var number = 0; number < 5; number++)
            {
                var quiz = new Parts("Big", Version);
                quiz.Questions.AddRange(Enumerable.Range(0, 2_500).Select(question => new Question[]
                {
                    new SingleChoiceQuestion(Guid.Empty, $"Which of these is number {question}?", [.. Enumerable.Range(0, 8).Select(option => new Option($"Option {option} of {question}, {new string('x', 130)}", option == 0))], 20_000, 1000, null),
                }));
                Assert.NotNull((await GetAsync(new(number, 0, 0, new byte[8]), Version, quiz)).Document);
                loads += quiz.Loads;
            }
        }
        Assert.Equal(5, loads);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("gzip, br", "gzip")]
    [InlineData("gzip;q=0, identity", null)]
    public async Task A_quiz_is_sent_compressed_to_those_who_take_it(string? accepted, string? encoding)
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        string path = $"/api/quizzes/{(await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Capitals, 201)).GetProperty("id").GetGuid()}";
        if (accepted is not null)
            author.DefaultRequestHeaders.Add("Accept-Encoding", accepted);
        using HttpResponseMessage read = await author.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(encoding, read.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(["Accept-Encoding"], read.Headers.Vary);
        byte[] bytes = await read.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes.Length, read.Content.Headers.ContentLength);
        using var body = new MemoryStream(bytes);
        using Stream json = encoding is null ? body : new GZipStream(body, CompressionMode.Decompress);
        Assert.Equal("Capitals", (await JsonSerializer.DeserializeAsync<JsonElement>(json)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_version_that_the_caller_has_is_not_sent_again()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        string path = $"/api/quizzes/{(await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Capitals, 201)).GetProperty("id").GetGuid()}";
        using HttpResponseMessage read = await author.GetAsync(new Uri(path, UriKind.Relative));
        author.DefaultRequestHeaders.IfNoneMatch.Add(read.Headers.ETag!);
        using HttpResponseMessage again = await author.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotModified, read.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        await author.SendJsonAsync(HttpMethod.Put, path, Capitals.Replace("Capitals", "Edited"), 200, read.Headers.ETag!.ToString());
        using HttpResponseMessage changed = await author.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Edited", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<(StoredFile? Document, GameErrorCode? Refusal)> GetAsync(Guid id, QuizVersion version, Parts quiz) =>
        _documents.GetAsync(id, version, ExportFormat.Arena, quiz, TestContext.Current.CancellationToken);

    private static TrueFalseQuestion Question(string prompt) => new(Guid.Empty, prompt, [new("Yes", true), new("No", false)], 20_000, 1000, null);

    private static string TextOf(StoredFile document)
    {
        using var text = new StreamReader(document.Open());
        return text.ReadToEnd();
    }

    private sealed class Parts(string title, QuizVersion version) : IQuizParts
    {
        public bool IsForAuthors => true;

        public string Title { get; set; } = title;

        public string? Description { get; init; }

        public QuizVersion Version { get; set; } = version;

        /// <summary>Each is a part.</summary>
        public List<Question[]> Questions { get; } = [];

        /// <summary>Until it is done, no part comes.</summary>
        public TaskCompletionSource? Loading { get; init; }

        /// <summary>Called before a part is there.</summary>
        public Action? PartTakes { get; set; }

        public int Loads { get; private set; }

        public int PartsRead { get; private set; }

        public Task<QuizHead?> HeadAsync(CancellationToken cancel) => Task.FromResult<QuizHead?>(new(new(Title, Description, []), Version));

        public async IAsyncEnumerable<IReadOnlyList<Question>> QuestionsAsync([EnumeratorCancellation] CancellationToken cancel)
        {
            Loads++;
            if (Loading is not null)
                await Loading.Task;
            foreach (Question[] part in Questions.ToArray())
            {
                PartTakes?.Invoke();
                PartsRead++;
                yield return part;
            }
        }
    }
}
