using System.Collections.Immutable;
using Arena.Game;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Tests.Play;

/// <summary>How answers are gathered on their way to the session.</summary>
public sealed class AnswerBatcherTests
{
    private readonly List<int> _batches = [];
    private TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_lone_answer_goes_at_once_and_what_comes_meanwhile_goes_together()
    {
        var batcher = new AnswerBatcher(SendAsync, maxWaiting: 100);
        var answers = Enumerable.Range(0, 50).Select(seat => batcher.SubmitAsync(Answer(seat))).ToArray();
        Assert.Equal([1], _batches);
        _release.SetResult();
        var outcomes = await Task.WhenAll(answers);

        Assert.Equal([1, 49], _batches);
        Assert.Equal(Enumerable.Range(0, 50), outcomes.Select(outcome => outcome.Value!.Choice));
    }

    [Fact]
    public async Task What_a_host_does_waits_for_the_answers_that_were_there_before()
    {
        var batcher = new AnswerBatcher(SendAsync, maxWaiting: 100);
        Assert.True(batcher.WhenAnswered().IsCompleted);
        var first = batcher.SubmitAsync(Answer(0));
        var second = batcher.SubmitAsync(Answer(1));
        var host = batcher.WhenAnswered();
        Assert.False(host.IsCompleted);
        _release.SetResult();
        await host;

        Assert.True(first.IsCompleted && second.IsCompleted);
    }

    [Fact]
    public async Task Too_many_waiting_answers_are_refused_and_a_failed_batch_fails_its_own_only()
    {
        var batcher = new AnswerBatcher(SendAsync, maxWaiting: 2);
        var sent = batcher.SubmitAsync(Answer(0));
        var waiting = new[] { batcher.SubmitAsync(Answer(1)), batcher.SubmitAsync(Answer(2)) };
        Assert.Equal(Refusal.Overloaded, (await batcher.SubmitAsync(Answer(3))).Refusal);
        _release.SetException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => sent);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting[1]);
        _release = new();
        _release.SetResult();

        Assert.True((await batcher.SubmitAsync(Answer(4))).Accepted);
    }

    private static SubmitAnswer Answer(int seat) => new(Guid.NewGuid(), seat, Round: 0, Choice: seat, StampMs: 0, LinkDelayMs: 0);

    private async Task<ImmutableArray<Outcome<Acknowledged>>> SendAsync(ImmutableArray<SubmitAnswer> batch)
    {
        _batches.Add(batch.Length);
        await _release.Task;
        return [.. batch.Select(answer => (Outcome<Acknowledged>)new Acknowledged(answer.Round, answer.Choice))];
    }
}
