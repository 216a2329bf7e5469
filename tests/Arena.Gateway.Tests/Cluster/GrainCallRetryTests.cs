using Arena.Game.Vocabulary;
using Arena.Gateway.Play;
using Arena.TestKit.VirtualTime;

namespace Arena.Gateway.Tests.Cluster;

/// <summary>Calls of grains whose silo is dying or giving its sessions away.</summary>
public sealed class GrainCallRetryTests
{
    private readonly ManualTimeProvider _time = new();
    private int _calls;

    [Fact]
    public async Task Calls_are_retried_until_a_restarted_silo_answers()
    {
        var answer = Retry(reachableAfter: 4);
        while (!answer.IsCompleted)
            _time.Advance(TimeSpan.FromMilliseconds(25));

        Assert.Equal(("answer", 4), (await answer, _calls));
        Assert.Equal(25 + 50 + 100, _time.GetElapsedTime(0).TotalMilliseconds);
    }

    [Fact]
    public async Task A_call_that_times_out_is_repeated()
    {
        var answer = Retry(reachableAfter: 2, lost: new TimeoutException());
        while (!answer.IsCompleted)
            _time.Advance(TimeSpan.FromMilliseconds(25));

        Assert.Equal(("answer", 2), (await answer, _calls));
    }

    [Fact]
    public async Task After_seven_seconds_the_caller_gets_the_failure()
    {
        var answer = Retry(reachableAfter: int.MaxValue);
        while (!answer.IsCompleted)
            _time.Advance(TimeSpan.FromMilliseconds(25));

        await Assert.ThrowsAsync<SiloUnavailableException>(() => answer);
        Assert.InRange(_time.GetElapsedTime(0).TotalSeconds, 6.5, 7);
    }

    [Fact]
    public async Task A_fault_of_the_grain_itself_is_not_repeated()
    {
        var retry = new GrainCallRetry(_time);

        await Assert.ThrowsAsync<InvalidOperationException>(() => retry.CallAsync<string>(() =>
        {
            _calls++;
            throw new InvalidOperationException("The grain says no.");
        }));

        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task A_disconnected_caller_is_not_waited_for()
    {
        using var left = new CancellationTokenSource();
        var answer = Retry(reachableAfter: int.MaxValue, cancel: left.Token);
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task A_refusal_that_says_nothing_about_the_command_is_repeated_a_few_times_at_once()
    {
        var retry = new GrainCallRetry(_time);
        GameErrorCode?[] replies = [GameErrorCode.Unavailable, GameErrorCode.OutcomeUnknown, GameErrorCode.Unavailable, null];

        Assert.Equal(GameErrorCode.Unavailable, await retry.CallAsync(() => Task.FromResult(replies[_calls++])));
        Assert.Equal(3, _calls);
        Assert.Null(await retry.CallAsync(() => Task.FromResult(replies[_calls++])));
        Assert.Equal(GameErrorCode.Paused, await retry.CallAsync(() => Task.FromResult<GameErrorCode?>(GameErrorCode.Paused)));
        Assert.Equal(0, _time.GetElapsedTime(0).TotalMilliseconds);
    }

    private Task<string> Retry(int reachableAfter, Exception? lost = null, CancellationToken cancel = default) =>
        new GrainCallRetry(_time).CallAsync(
            () => ++_calls < reachableAfter ? throw lost ?? new SiloUnavailableException("It is gone.") : Task.FromResult("answer"), cancel);
}
