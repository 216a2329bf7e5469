using Arena.Game.Commands;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains.Ports;
using Arena.Grains.Session;

namespace Arena.Grains.Tests;

/// <summary>A host hands a player's seat over to another device.</summary>
public sealed class SeatHandoverTests
{
    [Fact]
    public void A_code_works_once_and_revokes_the_credentials_of_the_other_device() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 2, ask: false);
        var code = await OfferAsync(fixture, seat: 1);
        Assert.Matches("^[0-9]{6}$", code);
        var operation = Guid.NewGuid();

        var taken = (await fixture.Session.TakeSeat(new(operation, $"{code[..3]} {code[3..]}"))).Value;

        Assert.Equal((fixture.SessionId, 1, "Player 1", 1), Seat(taken));
        Assert.Equal(Seat(taken), Seat((await fixture.Session.TakeSeat(new(operation, code))).Value));
        Assert.Equal(GameErrorCode.UnknownHandover, (await fixture.Session.TakeSeat(new(Guid.NewGuid(), code))).Refusal);
        Assert.Equal(GameErrorCode.SeatHandedOver, await fixture.Session.CheckIssue(fixture.SessionId, 1, issue: 0));
        Assert.Null(await fixture.Session.CheckIssue(fixture.SessionId, 1, issue: 1));
        Assert.Null(await fixture.Session.CheckIssue(fixture.SessionId, 0, issue: 0));
    });

    [Fact]
    public void What_a_code_led_to_outlives_the_activation_and_the_code_does_not() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 2, ask: false);
        var operation = Guid.NewGuid();
        Assert.True((await fixture.Session.TakeSeat(new(operation, await OfferAsync(fixture, seat: 1)))).Accepted);
        var other = await OfferAsync(fixture, seat: 0);
        await fixture.Journal.StealAsync(GrainFixture.Code);
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.CommandAsync(new HostAction.Lock(), 0)).Refusal);
        await fixture.AdvanceAsync(1);

        Assert.Equal(1, (await fixture.Session.TakeSeat(new(operation, "000000"))).Value!.Seat);
        Assert.Equal(GameErrorCode.SeatHandedOver, await fixture.Session.CheckIssue(fixture.SessionId, 1, issue: 0));
        Assert.Equal(GameErrorCode.UnknownHandover, (await fixture.Session.TakeSeat(new(Guid.NewGuid(), other))).Refusal);
    });

    [Fact]
    public void A_stale_activation_admits_no_device_that_lost_its_seat_elsewhere() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1);
        await fixture.DecideElsewhereAsync(new GameCommand.HandOverSeat(Guid.NewGuid(), Seat: 0));

        Assert.Equal(GameErrorCode.Unavailable, await fixture.Session.CheckIssue(fixture.SessionId, 0, issue: 0));
        Assert.Equal(GameErrorCode.SeatHandedOver, await fixture.Session.CheckIssue(fixture.SessionId, 0, issue: 0));
        Assert.Null(await fixture.Session.CheckIssue(fixture.SessionId, 0, issue: 1));
    });

    [Fact]
    public void A_stale_activation_gives_no_seat_again_that_was_handed_over_elsewhere() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 0, ask: false);
        JoinSession join = new(Guid.NewGuid(), "Ann");
        Assert.True((await fixture.Session.Join(join)).Accepted);
        TakeSeat take = new(Guid.NewGuid(), await OfferAsync(fixture, seat: 0));
        Assert.True((await fixture.Session.TakeSeat(take)).Accepted);
        Assert.True((await fixture.Session.TakeSeat(take)).Accepted);
        await fixture.DecideElsewhereAsync(new GameCommand.HandOverSeat(Guid.NewGuid(), Seat: 0));

        Assert.Equal(GameErrorCode.Unavailable, (await fixture.Session.TakeSeat(take)).Refusal);
        Assert.Equal(GameErrorCode.UnknownHandover, (await fixture.Session.TakeSeat(take)).Refusal);
        Assert.Equal(GameErrorCode.SeatHandedOver, (await fixture.Session.Join(join)).Refusal);
    });

    [Fact]
    public void A_join_that_is_repeated_in_the_turn_that_hands_its_seat_over_is_refused() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 0, ask: false);
        JoinSession join = new(Guid.NewGuid(), "Ann");
        Assert.True((await fixture.Session.Join(join)).Accepted);
        var code = await OfferAsync(fixture, seat: 0);
        TaskCompletionSource commit = new();
        fixture.Journal.BeforeCommit = () => commit.Task;
        var turn = fixture.CommandAsync(new HostAction.Lock(), 0);
        await fixture.IdleAsync();
        var repeated = fixture.Session.Join(join);
        await fixture.IdleAsync();
        var taken = fixture.Session.TakeSeat(new(Guid.NewGuid(), code));
        await fixture.IdleAsync();
        commit.SetResult();

        Assert.True((await turn).Accepted);
        Assert.True((await taken).Accepted);
        Assert.Equal(GameErrorCode.SeatHandedOver, (await repeated).Refusal);
    });

    [Fact]
    public void A_stale_activation_takes_no_answer_and_refuses_none_for_good_after_a_hand_over_elsewhere() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1);
        await fixture.DecideElsewhereAsync(new GameCommand.HandOverSeat(Guid.NewGuid(), Seat: 0));
        var (old, present) = (GrainFixture.Submit(0), GrainFixture.Submit(0) with { Issue = 1 });

        Assert.Equal(GameErrorCode.Unavailable, (await fixture.Session.Answer(fixture.SessionId, [present]))[0].Refusal);
        Assert.Equal(GameErrorCode.SeatHandedOver, (await fixture.Session.Answer(fixture.SessionId, [old]))[0].Refusal);
        await fixture.AdvanceAsync(4_000);
        Assert.True((await fixture.Session.Answer(fixture.SessionId, [present]))[0].Accepted);
    });

    [Fact]
    public void While_the_journal_is_out_a_token_is_taken_as_it_was_last_known() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1);
        fixture.Journal.Down = true;
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(0)).Refusal);

        Assert.Null(await fixture.Session.CheckIssue(fixture.SessionId, 0, issue: 0));
        Assert.Equal(GameErrorCode.Unavailable, await fixture.Session.CheckIssue(fixture.SessionId, 0, issue: 1));
    });

    [Fact]
    public void What_a_player_alone_sees_names_the_issue_for_devices_that_missed_the_hand_over() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1);
        Assert.True((await fixture.Session.TakeSeat(new(Guid.NewGuid(), await OfferAsync(fixture, seat: 0)))).Accepted);
        Assert.True((await fixture.Session.Answer(fixture.SessionId, [GrainFixture.Submit(0) with { Issue = 1 }]))[0].Accepted);
        await fixture.AdvanceAsync(500);

        Assert.Equal(1, ear.Pushes.Last(push => !push.Seats.IsEmpty).Seats.Single().Issue);
    });

    [Fact]
    public void A_code_is_void_after_three_minutes_and_when_another_is_asked_for() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        var first = await OfferAsync(fixture, seat: 0);
        var second = await OfferAsync(fixture, seat: 0);
        Assert.True(first == second || (await fixture.Session.TakeSeat(new(Guid.NewGuid(), first))).Refusal == GameErrorCode.UnknownHandover);

        await fixture.AdvanceAsync(SeatOffers.LifetimeMs);

        Assert.Equal(GameErrorCode.UnknownHandover, (await fixture.Session.TakeSeat(new(Guid.NewGuid(), second))).Refusal);
    });

    [Fact]
    public void Twenty_wrong_codes_void_every_open_one() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        var code = await OfferAsync(fixture, seat: 0);
        for (var guess = 0; guess < 20; guess++)
            Assert.Equal(GameErrorCode.UnknownHandover, (await fixture.Session.TakeSeat(new(Guid.NewGuid(), $"{code}0{guess}"))).Refusal);

        Assert.Equal(GameErrorCode.UnknownHandover, (await fixture.Session.TakeSeat(new(Guid.NewGuid(), code))).Refusal);
        Assert.True((await fixture.Session.TakeSeat(new(Guid.NewGuid(), await OfferAsync(fixture, seat: 0)))).Accepted);
    });

    [Fact]
    public void A_code_that_could_not_be_used_is_good_again_unless_another_was_asked_for() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        var first = await OfferAsync(fixture, seat: 0);
        TakeSeat take = new(Guid.NewGuid(), first);
        fixture.Journal.Down = true;
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.Session.TakeSeat(take)).Refusal);
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.Session.TakeSeat(take)).Refusal);

        TaskCompletionSource commit = new();
        fixture.Journal.Down = false;
        fixture.Journal.BeforeCommit = () => commit.Task;
        await fixture.AdvanceAsync(2_000);
        var trying = fixture.Session.TakeSeat(take);
        await fixture.IdleAsync();
        var second = await OfferAsync(fixture, seat: 0);
        fixture.Journal.BeforeCommit = null;
        commit.SetException(new JournalUnavailableException("down"));
        Assert.Equal(GameErrorCode.Unavailable, (await trying).Refusal);
        await fixture.AdvanceAsync(2_000);

        Assert.Equal(first == second, (await fixture.Session.TakeSeat(take)).Accepted);
        Assert.True((await fixture.Session.TakeSeat(new(Guid.NewGuid(), second))).Accepted || first == second);
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
    public void Of_two_devices_with_one_code_one_has_the_seat() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        var code = await OfferAsync(fixture, seat: 0);

        var replies = await Task.WhenAll(fixture.Session.TakeSeat(new(Guid.NewGuid(), code)), fixture.Session.TakeSeat(new(Guid.NewGuid(), code)));

        Assert.Single(replies, reply => reply.Accepted);
    });

    [Fact]
    public void No_seat_is_offered_that_no_player_has() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        Assert.Equal(GameErrorCode.UnknownSeat, (await fixture.Session.OfferSeat(fixture.SessionId, 1)).Refusal);
        Assert.Equal(GameErrorCode.UnknownSession, (await fixture.Session.OfferSeat(Guid.NewGuid(), 0)).Refusal);
        Assert.True((await fixture.CommandAsync(new HostAction.Kick(0), 0)).Accepted);
        Assert.Equal(GameErrorCode.Kicked, (await fixture.Session.OfferSeat(fixture.SessionId, 0)).Refusal);
        Assert.True((await fixture.CommandAsync(new HostAction.End(), 0)).Accepted);
        Assert.Equal(GameErrorCode.SessionEnded, (await fixture.Session.OfferSeat(fixture.SessionId, 0)).Refusal);
    });

    private static (Guid Session, int Seat, string Nickname, int Issue) Seat(Joined? joined) =>
        (joined!.SessionId, joined.Seat, joined.Nickname, joined.Issue);

    private static async Task<string> OfferAsync(GrainFixture fixture, int seat) =>
        (await fixture.Session.OfferSeat(fixture.SessionId, seat)).Value!.Code;
}
