using System.Collections.Immutable;
using Arena.Game.Vocabulary;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.TestKit.VirtualTime;

namespace Arena.Gateway.Tests.Play;

/// <summary>How answers are gathered on their way to the session.</summary>
public sealed class AnswerBatcherTests
{
    private readonly List<int> _batches = [];
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private TaskCompletionSource _release = new();

    [Fact]
    public async Task A_single_answer_is_sent_immediately_and_later_answers_are_batched()
    {
        var batcher = new AnswerBatcher(SendAsync, new(_time), maxWaiting: 100);
        var answers = Enumerable.Range(0, 50).Select(seat => batcher.SubmitAsync(Answer(seat))).ToArray();
        Assert.Equal([1], _batches);
        _release.SetResult();
        var outcomes = await Task.WhenAll(answers);

        Assert.Equal([1, 49], _batches);
        Assert.Equal(Enumerable.Range(0, 50), outcomes.Select(outcome => outcome.Value!.Choice));
    }

    [Fact]
    public async Task A_host_action_waits_for_the_answers_submitted_before_it()
    {
        var batcher = new AnswerBatcher(SendAsync, new(_time), maxWaiting: 100);
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
        var batcher = new AnswerBatcher(SendAsync, new(_time), maxWaiting: 2);
        var sent = batcher.SubmitAsync(Answer(0));
        var waiting = new[] { batcher.SubmitAsync(Answer(1)), batcher.SubmitAsync(Answer(2)) };
        Assert.Equal(GameErrorCode.Overloaded, (await batcher.SubmitAsync(Answer(3))).Refusal);
        _release.SetException(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => sent);
        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting[1]);
        _release = new();
        _release.SetResult();

        Assert.True((await batcher.SubmitAsync(Answer(4))).Accepted);
    }

    [Fact]
    public async Task A_lost_batch_is_retried_together_with_newer_answers()
    {
        var batcher = new AnswerBatcher(SendAsync, new(_time), maxWaiting: 100);
        var first = batcher.SubmitAsync(Answer(0));
        var second = batcher.SubmitAsync(Answer(1));
        Lose(new TimeoutException());
        _time.Advance(GrainCallRetry.FirstWait);
        var third = batcher.SubmitAsync(Answer(2));
        Lose(new SiloUnavailableException());
        _release.SetResult();
        _time.Advance(GrainCallRetry.NextWait(GrainCallRetry.FirstWait));

        Assert.All(await Task.WhenAll(first, second, third), outcome => Assert.True(outcome.Accepted));
        Assert.Equal([1, 2, 3], _batches);
    }

    [Fact]
    public async Task An_answer_fails_at_its_deadline_and_later_answers_are_retried()
    {
        var batcher = new AnswerBatcher(_ => Task.FromException<ImmutableArray<Outcome<Acknowledged>>>(new TimeoutException()), new(_time), maxWaiting: 100);
        var early = batcher.SubmitAsync(Answer(0));
        while (_time.GetUtcNow() < DateTimeOffset.UnixEpoch.AddMilliseconds(ConnectionTimings.GrainRetryMs - 1_000))
            _time.Advance(TimeSpan.FromMilliseconds(25));
        var late = batcher.SubmitAsync(Answer(1));
        Assert.False(early.IsCompleted);
        for (var step = 0; step < 60; step++)
            _time.Advance(TimeSpan.FromMilliseconds(25));

        await Assert.ThrowsAsync<TimeoutException>(() => early);
        Assert.False(late.IsCompleted);
    }

    [Fact]
    public async Task Undecided_answers_are_retried_and_the_rest_of_their_batch_is_acknowledged()
    {
        var sent = new List<int[]>();
        Task<ImmutableArray<Outcome<Acknowledged>>> DecideAllButSeatOne(ImmutableArray<SubmitAnswer> batch)
        {
            sent.Add([.. batch.Select(answer => answer.Seat)]);
            return Task.FromResult<ImmutableArray<Outcome<Acknowledged>>>([.. batch.Select(answer =>
                answer.Seat == 1 ? GameErrorCode.OutcomeUnknown : (Outcome<Acknowledged>)new Acknowledged(answer.Round, answer.Choice))]);
        }
        var batcher = new AnswerBatcher(async batch =>
        {
            await _release.Task;
            return await DecideAllButSeatOne(batch);
        }, new(_time), maxWaiting: 100);
        var answers = new[] { batcher.SubmitAsync(Answer(0)), batcher.SubmitAsync(Answer(1)), batcher.SubmitAsync(Answer(2)) };
        _release.SetResult();
        var outcomes = await Task.WhenAll(answers);

        Assert.Equal([null, GameErrorCode.OutcomeUnknown, null], outcomes.Select(outcome => outcome.Refusal));
        Assert.Equal([[0], [1, 2], [1], [1]], sent);
    }

    [Fact]
    public async Task A_host_action_waits_for_an_answer_that_goes_again_while_a_later_one_is_acknowledged()
    {
        var decided = new TaskCompletionSource();
        var batcher = new AnswerBatcher(async batch =>
        {
            if (batch is [{ Seat: 0 }] && !_release.Task.IsCompleted)
                await _release.Task;
            else if (batch is [{ Seat: 1 }])
                await decided.Task;
            return [.. batch.Select(answer => answer.Seat == 1 && !decided.Task.IsCompleted
                ? GameErrorCode.OutcomeUnknown : (Outcome<Acknowledged>)new Acknowledged(answer.Round, answer.Choice))];
        }, new(_time), maxWaiting: 100);
        var first = batcher.SubmitAsync(Answer(0));
        var undecided = batcher.SubmitAsync(Answer(1));
        var last = batcher.SubmitAsync(Answer(2));
        var host = batcher.WhenAnswered();
        _release.SetResult();
        await Task.WhenAll(first, last);
        Assert.False(host.IsCompleted);
        decided.SetResult();
        await host;

        Assert.True((await undecided).Accepted);
    }

    /// <summary>Fails the call that is under way; the next one waits again.</summary>
    private void Lose(Exception failure)
    {
        var lost = _release;
        _release = new();
        lost.SetException(failure);
    }

    private static SubmitAnswer Answer(int seat) => new(Guid.NewGuid(), seat, Round: 0, Choice: seat, StampMs: 0, LinkDelayMs: 0);

    private async Task<ImmutableArray<Outcome<Acknowledged>>> SendAsync(ImmutableArray<SubmitAnswer> batch)
    {
        _batches.Add(batch.Length);
        await _release.Task;
        return [.. batch.Select(answer => (Outcome<Acknowledged>)new Acknowledged(answer.Round, answer.Choice))];
    }
}
