using Arena.Game;
using Arena.GrainInterfaces;
using Arena.Grains.Session;

namespace Arena.Grains.Tests;

/// <summary>A host hands a player's seat over to another device.</summary>
public sealed class SeatHandoverTests
{
    [Fact]
    public void A_code_is_good_once_and_voids_what_the_other_device_holds() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 2, ask: false);
        var code = await OfferAsync(house, seat: 1);
        Assert.Matches("^[0-9]{6}$", code);
        var operation = Guid.NewGuid();

        var taken = (await house.Session.TakeSeat(new(operation, $"{code[..3]} {code[3..]}"))).Value;

        Assert.Equal((house.SessionId, 1, "Player 1", 1), Seat(taken));
        Assert.Equal(Seat(taken), Seat((await house.Session.TakeSeat(new(operation, code))).Value));
        Assert.Equal(Refusal.UnknownHandover, (await house.Session.TakeSeat(new(Guid.NewGuid(), code))).Refusal);
        Assert.Equal(Refusal.SeatHandedOver, await house.Session.CheckIssue(house.SessionId, 1, issue: 0));
        Assert.Null(await house.Session.CheckIssue(house.SessionId, 1, issue: 1));
        Assert.Null(await house.Session.CheckIssue(house.SessionId, 0, issue: 0));
    });

    [Fact]
    public void What_a_code_led_to_outlives_the_activation_and_the_code_does_not() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 2, ask: false);
        var operation = Guid.NewGuid();
        Assert.True((await house.Session.TakeSeat(new(operation, await OfferAsync(house, seat: 1)))).Accepted);
        var other = await OfferAsync(house, seat: 0);
        await house.Journal.StealAsync(GrainHouse.Code);
        Assert.Equal(Refusal.Unavailable, (await house.CommandAsync(HostAction.Lock, 0)).Refusal);
        await house.AdvanceAsync(1);

        Assert.Equal(1, (await house.Session.TakeSeat(new(operation, "000000"))).Value!.Seat);
        Assert.Equal(Refusal.SeatHandedOver, await house.Session.CheckIssue(house.SessionId, 1, issue: 0));
        Assert.Equal(Refusal.UnknownHandover, (await house.Session.TakeSeat(new(Guid.NewGuid(), other))).Refusal);
    });

    [Fact]
    public void A_code_is_void_after_three_minutes_and_when_another_is_asked_for() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1, ask: false);
        var first = await OfferAsync(house, seat: 0);
        var second = await OfferAsync(house, seat: 0);
        Assert.True(first == second || (await house.Session.TakeSeat(new(Guid.NewGuid(), first))).Refusal == Refusal.UnknownHandover);

        await house.AdvanceAsync(SeatOffers.LifetimeMs);

        Assert.Equal(Refusal.UnknownHandover, (await house.Session.TakeSeat(new(Guid.NewGuid(), second))).Refusal);
    });

    [Fact]
    public void Twenty_wrong_codes_void_every_open_one() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1, ask: false);
        var code = await OfferAsync(house, seat: 0);
        for (var guess = 0; guess < 20; guess++)
            Assert.Equal(Refusal.UnknownHandover, (await house.Session.TakeSeat(new(Guid.NewGuid(), $"{code}0{guess}"))).Refusal);

        Assert.Equal(Refusal.UnknownHandover, (await house.Session.TakeSeat(new(Guid.NewGuid(), code))).Refusal);
        Assert.True((await house.Session.TakeSeat(new(Guid.NewGuid(), await OfferAsync(house, seat: 0)))).Accepted);
    });

    [Fact]
    public void Of_two_devices_with_one_code_one_has_the_seat() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1, ask: false);
        var code = await OfferAsync(house, seat: 0);

        var replies = await Task.WhenAll(house.Session.TakeSeat(new(Guid.NewGuid(), code)), house.Session.TakeSeat(new(Guid.NewGuid(), code)));

        Assert.Single(replies, reply => reply.Accepted);
    });

    [Fact]
    public void No_seat_is_offered_that_no_player_has() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1, ask: false);
        Assert.Equal(Refusal.UnknownSeat, (await house.Session.OfferSeat(house.SessionId, 1)).Refusal);
        Assert.Equal(Refusal.UnknownSession, (await house.Session.OfferSeat(Guid.NewGuid(), 0)).Refusal);
        Assert.True((await house.CommandAsync(HostAction.Kick, 0)).Accepted);
        Assert.Equal(Refusal.Kicked, (await house.Session.OfferSeat(house.SessionId, 0)).Refusal);
        Assert.True((await house.CommandAsync(HostAction.End, 0)).Accepted);
        Assert.Equal(Refusal.SessionEnded, (await house.Session.OfferSeat(house.SessionId, 0)).Refusal);
    });

    private static (Guid Session, int Seat, string Nickname, int Issue) Seat(Joined? joined) =>
        (joined!.SessionId, joined.Seat, joined.Nickname, joined.Issue);

    private static async Task<string> OfferAsync(GrainHouse house, int seat) =>
        (await house.Session.OfferSeat(house.SessionId, seat)).Value!.Code;
}
