using Arena.TestKit.Clients;


namespace Arena.Gateway.Tests.Play;

/// <summary>What a browser learns of a call that the server has not finished.</summary>
public sealed class SlowCallTests : IAsyncDisposable
{
    private readonly PlayHost _arena = new() { JournalCanFail = true };

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task A_call_that_takes_long_is_reported_to_its_caller_alone()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        var bob = await table.SeatAsync("Bob");
        await table.OpenAsync(0);
        var journal = new TaskCompletionSource();
        _arena.Journal.Slowness = journal.Task;
        var answer = ann.AnswerAsync(0, 0);
        await _arena.Journal.Reached;

        _arena.Time.Advance(TimeSpan.FromMilliseconds(749));
        Assert.DoesNotContain(ann.Frames, IsInProgress);
        _arena.Time.Advance(TimeSpan.FromMilliseconds(1));
        await ann.FrameAsync(IsInProgress, "a frame that says that the call is in progress");
        Assert.False(answer.IsCompleted);

        journal.SetResult();
        Assert.Null((await answer).Refusal);
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Single(ann.Frames, IsInProgress);
        Assert.DoesNotContain(bob.Frames, IsInProgress);
    }

    [Fact]
    public async Task A_call_that_is_answered_soon_leads_to_no_other_frame()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Null((await ann.CallAsync("Clock")).Refusal);
        Assert.DoesNotContain(ann.Frames, IsInProgress);
    }

    private static bool IsInProgress(HubFrame frame) => frame.Target == "InProgress";
}
