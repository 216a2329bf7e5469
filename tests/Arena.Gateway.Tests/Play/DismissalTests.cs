using Arena.TestKit.Clients;


namespace Arena.Gateway.Tests.Play;

public sealed class DismissalTests
{
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task A_removed_player_who_does_not_hang_up_is_not_waited_for_and_is_cut_off()
    {
        await using var arena = new PlayHost();
        await using var table = await arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        var bob = await table.SeatAsync("Bob");
        await table.ConnectedAsync(2);
        await table.OpenAsync(0);
        Assert.Null((await ann.AnswerAsync(0, 0)).Refusal);
        _ = (await table.CommandAsync(new { kind = "kick", seat = 1 })).Accepted;
        await bob.FrameAsync(frame => frame.Target == "Closed", "the farewell");

        await table.ConnectedAsync(1);
        await table.CompleteAsync(0);
        await arena.AdvanceAsync(Farewell);
        await bob.Closed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(ann.Closed.IsCompleted);
    }

    [Fact]
    public async Task A_tab_that_was_replaced_is_cut_off_and_the_one_that_replaced_it_stays()
    {
        await using var arena = new PlayHost();
        await using var table = await arena.OpenTableAsync();
        var first = await table.ConnectAsync();
        var token = (await first.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString()!;
        var second = await table.ConnectAsync();
        Assert.Null((await second.ResumeAsync(token)).Refusal);
        await first.FrameAsync(frame => frame.Target == "Closed", "the farewell");
        await arena.AdvanceAsync(Farewell);

        await first.Closed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await table.ConnectedAsync(1);
        Assert.False(second.Closed.IsCompleted);
    }
}
