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
    public void A_stale_activation_admits_no_device_that_lost_its_seat_elsewhere() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1);
        await house.DecideElsewhereAsync(new GameCommand.HandOverSeat(Guid.NewGuid(), Seat: 0));

        Assert.Equal(Refusal.Unavailable, await house.Session.CheckIssue(house.SessionId, 0, issue: 0));
        Assert.Equal(Refusal.SeatHandedOver, await house.Session.CheckIssue(house.SessionId, 0, issue: 0));
        Assert.Null(await house.Session.CheckIssue(house.SessionId, 0, issue: 1));
    });

    [Fact]
    public void A_stale_activation_gives_no_seat_again_that_was_handed_over_elsewhere() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 0, ask: false);
        JoinSession join = new(Guid.NewGuid(), "Ann");
        Assert.True((await house.Session.Join(join)).Accepted);
        TakeSeat take = new(Guid.NewGuid(), await OfferAsync(house, seat: 0));
        Assert.True((await house.Session.TakeSeat(take)).Accepted);
        Assert.True((await house.Session.TakeSeat(take)).Accepted);
        await house.DecideElsewhereAsync(new GameCommand.HandOverSeat(Guid.NewGuid(), Seat: 0));

        Assert.Equal(Refusal.Unavailable, (await house.Session.TakeSeat(take)).Refusal);
        Assert.Equal(Refusal.UnknownHandover, (await house.Session.TakeSeat(take)).Refusal);
        Assert.Equal(Refusal.SeatHandedOver, (await house.Session.Join(join)).Refusal);
    });

    [Fact]
    public void A_join_that_is_repeated_in_the_turn_that_hands_its_seat_over_is_refused() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 0, ask: false);
        JoinSession join = new(Guid.NewGuid(), "Ann");
        Assert.True((await house.Session.Join(join)).Accepted);
        var code = await OfferAsync(house, seat: 0);
        TaskCompletionSource commit = new();
        house.Journal.BeforeCommit = () => commit.Task;
        var turn = house.CommandAsync(HostAction.Lock, 0);
        await house.IdleAsync();
        var repeated = house.Session.Join(join);
        await house.IdleAsync();
        var taken = house.Session.TakeSeat(new(Guid.NewGuid(), code));
        await house.IdleAsync();
        commit.SetResult();

        Assert.True((await turn).Accepted);
        Assert.True((await taken).Accepted);
        Assert.Equal(Refusal.SeatHandedOver, (await repeated).Refusal);
    });

    [Fact]
    public void A_stale_activation_takes_no_answer_and_refuses_none_for_good_after_a_hand_over_elsewhere() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1);
        await house.DecideElsewhereAsync(new GameCommand.HandOverSeat(Guid.NewGuid(), Seat: 0));
        var (old, present) = (GrainHouse.Submit(0), GrainHouse.Submit(0) with { Issue = 1 });

        Assert.Equal(Refusal.Unavailable, (await house.Session.Answer(house.SessionId, [present]))[0].Refusal);
        Assert.Equal(Refusal.SeatHandedOver, (await house.Session.Answer(house.SessionId, [old]))[0].Refusal);
        await house.AdvanceAsync(4_000);
        Assert.True((await house.Session.Answer(house.SessionId, [present]))[0].Accepted);
    });

    [Fact]
    public void While_the_journal_is_out_a_token_is_taken_as_it_was_last_known() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1);
        house.Journal.Down = true;
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(0)).Refusal);

        Assert.Null(await house.Session.CheckIssue(house.SessionId, 0, issue: 0));
        Assert.Equal(Refusal.Unavailable, await house.Session.CheckIssue(house.SessionId, 0, issue: 1));
    });

    [Fact]
    public void What_a_player_alone_sees_names_the_issue_for_devices_that_missed_the_hand_over() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 1);
        Assert.True((await house.Session.TakeSeat(new(Guid.NewGuid(), await OfferAsync(house, seat: 0)))).Accepted);
        Assert.True((await house.Session.Answer(house.SessionId, [GrainHouse.Submit(0) with { Issue = 1 }]))[0].Accepted);
        await house.AdvanceAsync(500);

        Assert.Equal(1, ear.Pushes.Last(push => !push.Seats.IsEmpty).Seats.Single().Issue);
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
    public void A_code_that_could_not_be_used_is_good_again_unless_another_was_asked_for() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1, ask: false);
        var first = await OfferAsync(house, seat: 0);
        TakeSeat take = new(Guid.NewGuid(), first);
        house.Journal.Down = true;
        Assert.Equal(Refusal.Unavailable, (await house.Session.TakeSeat(take)).Refusal);
        Assert.Equal(Refusal.Unavailable, (await house.Session.TakeSeat(take)).Refusal);

        TaskCompletionSource commit = new();
        house.Journal.Down = false;
        house.Journal.BeforeCommit = () => commit.Task;
        await house.AdvanceAsync(2_000);
        var trying = house.Session.TakeSeat(take);
        await house.IdleAsync();
        var second = await OfferAsync(house, seat: 0);
        house.Journal.BeforeCommit = null;
        commit.SetException(new JournalUnavailableException("down"));
        Assert.Equal(Refusal.Unavailable, (await trying).Refusal);
        await house.AdvanceAsync(2_000);

        Assert.Equal(first == second, (await house.Session.TakeSeat(take)).Accepted);
        Assert.True((await house.Session.TakeSeat(new(Guid.NewGuid(), second))).Accepted || first == second);
    });

    [Fact]
    public void A_code_that_could_not_be_used_is_void_once_another_has_led_to_the_seat()
    {
        SeatOffers offers = new();
        var first = offers.Open(seat: 0, nowMs: 0);
        Assert.Same(first, offers.Take(first.Code, nowMs: 1));
        var second = offers.Open(seat: 0, nowMs: 2);
        Assert.Same(second, offers.Take(second.Code, nowMs: 3));

        offers.PutBack(first);

        Assert.Null(offers.Take(first.Code, nowMs: 4));
        offers.PutBack(second);
        Assert.Same(second, offers.Take(second.Code, nowMs: 5));
    }

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
