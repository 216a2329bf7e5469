using System.Text.Json;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Play;

/// <summary>What browsers see while the storage is down.</summary>
public sealed class OutageTests : IAsyncDisposable
{
    private readonly PlayHost _arena = new() { JournalCanFail = true };

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task All_clients_see_the_outage_and_a_repeated_answer_keeps_the_time_of_its_first_attempt()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        var bob = await table.SeatAsync("Bob");
        await table.OpenAsync(0);
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(4));
        _arena.Journal.Down = true;
        var operation = Guid.NewGuid();
        Assert.Equal("unavailable", (await ann.AnswerAsync(0, 0, operation)).Refusal);
        foreach (var client in (HubClient[])[ann, bob, table.Host])
            await client.FrameAsync(IsHeld, "a frame that says to hold on");
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("unavailable", (await ann.AnswerAsync(0, 0, operation)).Refusal);
        Assert.Equal("unavailable", (await table.CommandAsync("advance")).Refusal);

        _arena.Journal.Down = false;
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(1.1));
        foreach (var client in (HubClient[])[ann, bob, table.Host])
            await client.FrameAsync(frame => frame.Target == "Session" && IsLaterEpoch(frame) && !IsHeld(frame), "a frame that says that it goes on");
        Assert.Null((await ann.AnswerAsync(0, 0, operation)).Refusal);
        await _arena.AdvanceAsync(TimeSpan.FromSeconds(4));
        await table.RevealAsync(0);
        Assert.InRange((await Table.ResultAsync(ann, 0)).GetProperty("result").GetProperty("elapsedMs").GetInt32(), 4_000, 4_050);
    }

    [Fact]
    public async Task A_client_that_reconnects_during_an_outage_sees_it_at_once()
    {
        await using var table = await _arena.OpenTableAsync();
        var ann = await table.ConnectAsync();
        var token = (await ann.JoinAsync(table.Code, "Ann")).Accepted.GetProperty("seatToken").GetString()!;
        _arena.Journal.Down = true;
        Assert.Equal("unavailable", (await table.CommandAsync("start")).Refusal);

        var back = await table.ConnectAsync();
        var session = (await back.ResumeAsync(token)).Accepted.GetProperty("session");
        Assert.Equal(JsonValueKind.Number, session.GetProperty("suspendedSinceMs").ValueKind);
        var other = await table.ConnectAsync();
        Assert.Equal("unavailable", (await other.JoinAsync(table.Code, "Bob")).Refusal);
    }

    private static bool IsHeld(HubFrame frame) =>
        frame.Target == "Session" && frame.Body.GetProperty("view").GetProperty("suspendedSinceMs").ValueKind == JsonValueKind.Number;

    private static bool IsLaterEpoch(HubFrame frame) => frame.Body.GetProperty("epoch").GetInt64() > 1;
}
