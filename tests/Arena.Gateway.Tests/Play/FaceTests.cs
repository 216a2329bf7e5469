using Arena.Game.Vocabulary;
using Arena.Gateway.Play;
using Arena.TestKit.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Play;

/// <summary>A player changes the face in the lobby, over the real hub, grains and storage.</summary>
public sealed class FaceTests : IAsyncDisposable
{
    private readonly PlayHost _arena = new();

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task The_player_the_other_players_and_the_host_see_it_also_after_a_refresh()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.ConnectAsync();
        var welcome = (await ann.JoinAsync(table.Code, "Ann")).Accepted;
        var bob = await table.SeatAsync("Bob");
        var from = welcome.GetProperty("seat").GetProperty("face").GetInt32();

        Assert.Null((await Change(ann, from, 300)).Refusal);
        Assert.Null((await Change(ann, from, 300)).Refusal);
        await ann.FrameAsync(frame => frame.Target == "Seat" && frame.Body.GetProperty("view").GetProperty("face").GetInt32() == 300, "the own face");
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(1));
        await bob.FrameAsync(frame => frame.Kind == "lobby" && frame.Phase.GetProperty("faces").EnumerateArray().Any(face => face.GetInt32() == 300), "the face in the lobby");
        await table.Host.FrameAsync(
            frame => frame.Target == "Host" && frame.Body.GetProperty("view").GetProperty("changed").EnumerateArray().Any(line => line.GetProperty("face").GetInt32() == 300),
            "the face on the wall");

        await using var refreshed = await table.ConnectAsync();
        var resumed = (await refreshed.CallAsync("Resume", new { seatToken = welcome.GetProperty("seatToken").GetString() })).Accepted;
        Assert.Equal(300, resumed.GetProperty("seat").GetProperty("face").GetInt32());
    }

    [Fact]
    public async Task A_frame_is_worn_by_those_whose_level_unlocks_it()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        const int framed = 5 + (2 * GameLimits.PlainFaces);
        Assert.Null((await Change(ann, 0, framed)).Refusal);
        await ann.FrameAsync(frame => frame.Target == "Seat" && frame.Body.GetProperty("view").GetProperty("face").GetInt32() == 5, "the face without the frame");
        var pass = _arena.Services.GetRequiredService<SessionTokens>().ForFrames(2);
        Assert.Null((await Change(ann, 5, framed, pass)).Refusal);
        await ann.FrameAsync(frame => frame.Target == "Seat" && frame.Body.GetProperty("view").GetProperty("face").GetInt32() == framed, "the frame");
    }

    [Fact]
    public async Task After_the_lobby_for_a_stranger_for_no_face_and_too_often_it_is_refused()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        var bob = await table.SeatAsync("Bob");
        Assert.Equal("notSeated", (await Change(await table.ConnectAsync(), 0, 1)).Refusal);
        Assert.Equal("notSeated", (await Change(table.Host, 0, 1)).Refusal);
        Assert.Equal("outOfRange", (await Change(bob, 0, -1)).Refusal);
        Assert.Equal("outOfRange", (await Change(bob, 0, GameLimits.Faces)).Refusal);
        Assert.Equal("invalidMessage", (await bob.CallAsync("ChangeFace", new { from = 0, to = "x" })).Refusal);
        for (var face = 0; face < 10; face++)
            Assert.Null((await Change(ann, face, face + 1)).Refusal);
        Assert.Equal("tooFast", (await Change(ann, 10, 11)).Refusal);
        await table.OpenAsync(0);
        Assert.Equal("notNow", (await Change(bob, Face(bob), 77)).Refusal);
    }

    private static int Face(HubClient player) => player.Frames.Where(frame => frame.Target == "Seat").Select(frame => frame.Body.GetProperty("view").GetProperty("face").GetInt32())
        .DefaultIfEmpty(73).Last();

    private static Task<HubReply> Change(HubClient player, int from, int to, string? framePass = null) =>
        player.CallAsync("ChangeFace", new { from, to, framePass });
}
