using Arena.GrainInterfaces;
using Arena.TestKit.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Play;

/// <summary>A seat on its way from one device to another, over the hub.</summary>
public sealed class SeatHandoverTests : IAsyncLifetime
{
    private readonly PlayHost _arena = new();

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task The_new_device_has_the_seat_and_the_token_of_the_old_one_is_void()
    {
        await using var table = await _arena.OpenTableAsync();
        var old = await table.ConnectAsync();
        var oldToken = (await old.CallAsync("Join", new { code = table.Code, nickname = "Ann", operationId = Guid.NewGuid() })).Accepted.GetProperty("seatToken").GetString()!;
        var handoverCode = (await table.Host.CallAsync("OfferSeat", new { seat = 0 })).Accepted.GetProperty("code").GetString()!;

        var phone = await table.ConnectAsync();
        var welcome = (await phone.CallAsync("TakeSeat", new { code = table.Code, handoverCode, operationId = Guid.NewGuid() })).Accepted;

        Assert.Equal("Ann", welcome.GetProperty("seat").GetProperty("nickname").GetString());
        await old.FrameAsync(frame => frame.Target == "Closed", "the end of the old connection");
        await using var again = await table.ConnectAsync();
        Assert.Equal("seatHandedOver", (await again.CallAsync("Resume", new { seatToken = oldToken })).Refusal);
        Assert.Null((await again.CallAsync("Resume", new { seatToken = welcome.GetProperty("seatToken").GetString() })).Refusal);
        Assert.DoesNotContain(table.Host.Frames.Concat(old.Frames).Concat(phone.Frames), frame => frame.Body.GetRawText().Contains(handoverCode, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_device_that_missed_the_hand_over_is_closed_when_it_answers()
    {
        await using var table = await _arena.OpenTableAsync();
        var old = await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        await HandOverUnseenAsync(table);

        Assert.Equal("seatHandedOver", (await old.AnswerAsync(0, 0)).Refusal);

        await old.FrameAsync(IsReplaced, "the end of the old connection");
    }

    [Fact]
    public async Task A_device_that_missed_the_hand_over_is_closed_on_the_next_push_to_its_player()
    {
        await using var table = await _arena.OpenTableAsync();
        var old = await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        await HandOverUnseenAsync(table);

        _ = (await table.CommandAsync("advance")).Accepted;

        await old.FrameAsync(IsReplaced, "the end of the old connection");
        Assert.DoesNotContain(old.Frames, frame => frame.Target == "Seat" && frame.Body.GetRawText().Contains("result", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_that_guesses_codes_is_rate_limited()
    {
        await using var table = await _arena.OpenTableAsync();
        await table.SeatAsync("Ann");
        var guesser = await table.ConnectAsync();
        var refusals = new List<string?>();
        for (var guess = 0; guess < 11; guess++)
            refusals.Add((await guesser.CallAsync("TakeSeat", new { code = table.Code, handoverCode = $"{guess:D6}", operationId = Guid.NewGuid() })).Refusal);

        Assert.Equal([.. Enumerable.Repeat("unknownHandover", 10), "tooFast"], refusals);
    }

    /// <summary>The device that takes the seat is on another gateway, and this one is not notified.</summary>
    private async Task HandOverUnseenAsync(Table table)
    {
        var code = (await table.Host.CallAsync("OfferSeat", new { seat = 0 })).Accepted.GetProperty("code").GetString()!;
        var session = _arena.Services.GetRequiredService<IGrainFactory>().GetGrain<IGameSessionGrain>(table.Code);
        Assert.True((await session.TakeSeat(new(Guid.NewGuid(), code))).Accepted);
    }

    private static bool IsReplaced(HubFrame frame) =>
        frame.Target == "Closed" && frame.Body.GetProperty("reason").GetString() == "replaced";
}
