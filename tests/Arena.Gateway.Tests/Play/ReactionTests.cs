using Arena.Gateway.Play;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>Players react between the questions, over the real hub and grains.</summary>
public sealed class ReactionTests : IAsyncDisposable
{
    private readonly PlayHost _arena = new();

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task Reactions_reach_the_screens_counted_and_no_phone()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        var bob = await table.SeatAsync("Bob");
        await using var screen = await _arena.ConnectAsync();
        _ = (await screen.AttachAsync(table.Launch.HostKey)).Accepted;

        Assert.Null((await React(ann, "clap")).Refusal);
        Assert.Null((await React(ann, "clap")).Refusal);
        Assert.Null((await React(bob, "hop")).Refusal);
        await _arena.AdvanceAsync(ReactionBatcher.Period * 3);

        foreach (var host in new[] { table.Host, screen })
        {
            var frame = await host.FrameAsync(frame => frame.Target == "Reactions", "reactions");
            Assert.Equal("""[{"kind":"clap","count":2},{"kind":"hop","count":1}]""", frame.Body.GetProperty("counts").GetRawText());
            Assert.Equal([0, 1], frame.Body.GetProperty("seats").EnumerateArray().Select(seat => seat.GetInt32()));
        }
        Assert.DoesNotContain(ann.Frames.Concat(bob.Frames), frame => frame.Target == "Reactions");
    }

    [Fact]
    public async Task They_are_open_in_the_lobby_and_after_a_question_and_closed_while_one_is_asked()
    {
        await using var table = await _arena.OpenTableAsync(questions: 1);
        var ann = await table.SeatAsync("Ann");
        await table.SeatAsync("Bob");
        await table.OpenAsync(0);
        Assert.Equal("notNow", (await React(ann, "wow")).Refusal);
        await table.RevealAsync(0);
        Assert.Null((await React(ann, "wow")).Refusal);
        _ = (await table.CommandAsync("end")).Accepted;
        await table.Host.PhaseAsync("podium");
        Assert.Null((await React(ann, "party")).Refusal);
        await _arena.AdvanceAsync(ReactionBatcher.Period * 3);
        await table.Host.FrameAsync(frame => frame.Target == "Reactions" && frame.Raw.Contains("party", StringComparison.Ordinal), "a reaction to the podium");
    }

    [Fact]
    public async Task A_player_who_sends_too_many_a_stranger_a_host_and_an_unknown_reaction_are_refused()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        var bob = await table.SeatAsync("Bob");
        for (var sent = 0; sent < 4; sent++)
            Assert.Equal(0, (await React(ann, "heart")).Accepted.GetProperty("waitMs").GetInt32());
        Assert.InRange((await React(ann, "heart")).Accepted.GetProperty("waitMs").GetInt32(), 1, 60_000 / 90 + 1);
        Assert.Equal("tooFast", (await React(ann, "heart")).Refusal);
        Assert.Null((await React(bob, "heart")).Refusal);
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Null((await React(ann, "heart")).Refusal);

        Assert.Equal("notSeated", (await React(await table.ConnectAsync(), "heart")).Refusal);
        Assert.Equal("notSeated", (await React(table.Host, "heart")).Refusal);
        foreach (var argument in new object?[] { new { reaction = "explode" }, new { reaction = 99 }, new { }, null })
            Assert.Equal("invalidMessage", (await bob.CallAsync("React", argument)).Refusal);
    }

    [Fact]
    public async Task A_host_who_wants_none_gets_none()
    {
        await using var table = await _arena.OpenTableAsync(settings: new { getReadyMs = 1000, reactions = false });
        var ann = await table.SeatAsync("Ann");
        Assert.Equal("notNow", (await React(ann, "clap")).Refusal);
        Assert.All(table.Host.Frames.Where(frame => frame.Target == "Session"), frame => Assert.False(frame.Body.GetProperty("view").GetProperty("hasReactions").GetBoolean()));
    }

    private static Task<HubReply> React(HubClient player, string reaction) => player.CallAsync("React", new { reaction });
}
