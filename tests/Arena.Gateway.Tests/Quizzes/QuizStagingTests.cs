using System.Text.Json;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Threading;
using Arena.Storage.Model;
using Arena.Storage.Writing;
using Arena.TestKit.VirtualTime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>A large quiz is written in short batches, and is seen whole or not at all.</summary>
public sealed class QuizStagingTests
{
    private const int LongestBatch = 300;

    [Fact]
    public async Task A_large_quiz_is_written_in_batches_between_which_games_can_write()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        var writer = new RecordingWriter(host.Services.GetRequiredService<IBatchWriter>());
        Guid id = await Staging(host, writer).WriteAsync(Large(1_000), size: 0, TestContext.Current.CancellationToken);
        Assert.InRange(writer.RowsByWrite.Max(), 1, LongestBatch);
        Assert.Equal(1 + 1_000 + 4_000, writer.RowsByWrite.Sum());
        writer.RowsByWrite.Clear();
        await Staging(host, writer).RemoveAsync(id);
        // Each of a question, whose options go with it.
        Assert.InRange(writer.RowsByWrite.Max() * (1 + GameLimits.MaxOptions), 1, LongestBatch);
        Assert.Equal(1_000 + 1, writer.RowsByWrite.Sum());
        await using ArenaDbContext context = await host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (await context.Questions.CountAsync(TestContext.Current.CancellationToken), await context.QuestionOptions.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task After_each_batch_the_next_one_waits_as_long_as_it_took()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        var time = new ManualTimeProvider();
        var writer = new RecordingWriter(host.Services.GetRequiredService<IBatchWriter>()) { Began = () => time.Advance(TimeSpan.FromMilliseconds(6)) };
        Task<Guid> writing = Staging(host, writer, time).WriteAsync(Large(1_000), size: 0, TestContext.Current.CancellationToken);
        int batches = 0;
        while (!writing.IsCompleted)
        {
            if (time.UntilNextTimer is not { } pause)
            {
                await Task.Yield();
                continue;
            }
            Assert.Equal((TimeSpan.FromMilliseconds(6), ++batches), (pause, writer.RowsByWrite.Count));
            time.Advance(pause);
        }
        await writing;
        Assert.Equal(batches + 1, writer.RowsByWrite.Count);
    }

    [Fact]
    public async Task A_quiz_whose_write_does_not_end_is_not_seen()
    {
        await using AuthoringHost host = await AuthoringHost.StartAsync();
        using HttpClient author = await host.AuthorAsync();
        var contexts = host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>();
        await using ArenaDbContext context = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        Guid user = await context.Users.Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken);
        var writer = new RecordingWriter(host.Services.GetRequiredService<IBatchWriter>()) { FailsAfter = 3 };
        var options = Options.Create(new QuizOptions());
        var store = new QuizStore(contexts, Staging(host, writer), new QuizQuota(options, TimeProvider.System), TimeProvider.System, options);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.CreateAsync(new(user, IsGuest: true, Payer: ""), Large(1_000), TestContext.Current.CancellationToken));
        Assert.Equal(0, (await author.SendJsonAsync(HttpMethod.Get, "/api/quizzes", null, 200)).GetArrayLength());
        QuizRow left = await context.Quizzes.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((null, QuizVisibility.Private), (left.OwnerId, left.Visibility));
        JsonElement problem = await author.SendJsonAsync(HttpMethod.Get, $"/api/quizzes/{left.Id}", null, 404);
        Assert.Equal("unknownQuiz", problem.Code());
    }

    private static QuizStaging Staging(AuthoringHost host, IBatchWriter writer, TimeProvider? time = null) =>
        new(host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>(), writer, new WorkPace(time ?? TimeProvider.System), TimeProvider.System);

    private static QuizContent Large(int questions) => new("Large", null,
    [
        .. Enumerable.Range(0, questions).Select(number => new SingleChoiceQuestion(
            Guid.Empty, $"Question {number}?", [new("a", true), new("b", false), new("c", false), new("d", false)], 20_000, 1000, null)),
    ]);

    private sealed class RecordingWriter(IBatchWriter inner) : IBatchWriter
    {
        public List<int> RowsByWrite { get; } = [];

        public int FailsAfter { get; init; } = int.MaxValue;

        public Action? Began { get; init; }

        public async Task<int> WriteAsync(IReadOnlyList<BatchStatement> statements, CancellationToken cancel)
        {
            if (RowsByWrite.Count == FailsAfter)
                throw new InvalidOperationException("The database is gone.");
            Began?.Invoke();
            int rows = await inner.WriteAsync(statements, cancel);
            RowsByWrite.Add(rows);
            return rows;
        }

        public Task<bool> TryWriteAsync(BatchStatement claim, IReadOnlyList<BatchStatement> statements, CancellationToken cancel) =>
            inner.TryWriteAsync(claim, statements, cancel);
    }
}
