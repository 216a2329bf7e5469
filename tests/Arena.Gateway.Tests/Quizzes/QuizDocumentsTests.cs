using System.Net;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Rest;
using Arena.Simulation.VirtualTime;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Whole quizzes are loaded one at a time, once for each version, and no more wait than may.</summary>
public sealed class QuizDocumentsTests : IDisposable
{
    private static readonly QuizVersion Version = QuizVersion.First(DateTimeOffset.UnixEpoch);

    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly QuizDocuments _documents;
    private int _loads;

    public QuizDocumentsTests() => _documents = new(Options.Create(new JsonOptions()), _time);

    public void Dispose() => _documents.Dispose();

    [Fact]
    public async Task Requests_for_one_version_load_it_once_and_share_its_bytes()
    {
        var id = Guid.NewGuid();
        var loading = new TaskCompletionSource<StoredQuiz?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var requests = Enumerable.Range(0, 10).Select(_ => GetAsync(id, Version, () => loading.Task)).ToList();
        loading.SetResult(Quiz("Capitals", Version));
        (StoredDocument? Document, GameErrorCode? Refusal)[] answers = await Task.WhenAll(requests);
        Assert.Equal(1, _loads);
        Assert.All(answers, answer => Assert.Same(answers[0].Document, answer.Document));
    }

    [Fact]
    public async Task Another_version_is_loaded()
    {
        var id = Guid.NewGuid();
        QuizVersion next = Version.Next(DateTimeOffset.UnixEpoch);
        await GetAsync(id, Version, () => Task.FromResult<StoredQuiz?>(Quiz("Capitals", Version)));
        (StoredDocument? document, _) = await GetAsync(id, next, () => Task.FromResult<StoredQuiz?>(Quiz("Rivers", next)));
        Assert.Equal(2, _loads);
        Assert.Contains("Rivers"u8.ToArray(), document!.Json.ToArray());
    }

    [Fact]
    public async Task A_request_that_finds_too_many_waiting_is_refused_and_the_others_are_served_in_turn()
    {
        var loading = new TaskCompletionSource<StoredQuiz?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = Enumerable.Range(0, 1 + QuizDocuments.QueuedLoads).Select(_ => GetAsync(Guid.NewGuid(), Version, () => loading.Task)).ToList();
        Assert.Equal((null, GameErrorCode.Overloaded), await GetAsync(Guid.NewGuid(), Version, () => loading.Task));
        Assert.Equal(1, _loads);
        loading.SetResult(Quiz("Capitals", Version));
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Null(answer.Refusal));
    }

    [Fact]
    public async Task After_a_load_the_next_one_waits_as_long_as_it_took()
    {
        await GetAsync(Guid.NewGuid(), Version, () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(80));
            return Task.FromResult<StoredQuiz?>(Quiz("Capitals", Version));
        });
        var next = GetAsync(Guid.NewGuid(), Version, () => Task.FromResult<StoredQuiz?>(Quiz("Rivers", Version)));
        _time.Advance(TimeSpan.FromMilliseconds(79));
        Assert.Equal(1, _loads);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotNull((await next).Document);
    }

    [Fact]
    public async Task A_version_that_the_caller_has_is_not_sent_again()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        const string Quiz = """{"arena":1,"title":"Capitals","questions":[{"type":"trueFalse","prompt":"Is it?","options":[{"label":"Yes","correct":true},{"label":"No"}]}]}""";
        string path = $"/api/quizzes/{(await author.SendJsonAsync(HttpMethod.Post, "/api/quizzes", Quiz, 201)).GetProperty("id").GetGuid()}";
        using HttpResponseMessage read = await author.GetAsync(new Uri(path, UriKind.Relative));
        author.DefaultRequestHeaders.IfNoneMatch.Add(read.Headers.ETag!);
        using HttpResponseMessage again = await author.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotModified, read.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        await author.SendJsonAsync(HttpMethod.Put, path, Quiz.Replace("Capitals", "Edited"), 200, read.Headers.ETag!.ToString());
        using HttpResponseMessage changed = await author.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Edited", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<(StoredDocument? Document, GameErrorCode? Refusal)> GetAsync(Guid id, QuizVersion version, Func<Task<StoredQuiz?>> load) => _documents.GetAsync(
        id, version,
        () =>
        {
            Interlocked.Increment(ref _loads);
            return load();
        },
        TestContext.Current.CancellationToken);

    private static StoredQuiz Quiz(string title, QuizVersion version) => new(
        new(title, null, [new QuestionContent(QuestionType.TrueFalse, "Is it?", [new("Yes", true), new("No", false)], 20_000, 1000, null)]), version);
}
