using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Grains.Tests;

/// <summary>Which subscriber receives which push, and what a lost subscriber changes.</summary>
public sealed class SubscribersTests
{
    [Fact]
    public void Each_gateway_gets_one_push_a_change_with_the_results_of_its_own_seats() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 4);
        var left = await ListenAsync(fixture, "left", 0, 1);
        var right = await ListenAsync(fixture, "right", 2, 3);
        Assert.True((await fixture.CommandAsync(new HostAction.Advance(), step: 2)).Accepted);
        await fixture.IdleAsync();

        Assert.Equal([0, 1], Assert.Single(left.Pushes, push => push.Seats.Length > 0).Seats.Select(seat => seat.Seat));
        Assert.Equal([2, 3], Assert.Single(right.Pushes, push => push.Seats.Length > 0).Seats.Select(seat => seat.Seat));
    });

    [Fact]
    public void Answers_reach_only_the_host_as_coalesced_counts() => SimulatedFixture.Run(async fixture =>
    {
        var host = await fixture.LaunchAsync(players: 50);
        var players = await ListenAsync(fixture, "players");
        await fixture.AdvanceAsync(1_000);
        var before = host.Pushes.Count;
        for (var seat = 0; seat < 40; seat++)
            Assert.True((await fixture.AnswerAsync(seat)).Accepted);
        await fixture.AdvanceAsync(1_000);

        Assert.Single(host.Pushes.Skip(before));
        Assert.Empty(players.Pushes);
    });

    [Fact]
    public void With_each_phase_hosts_alone_learn_at_once_what_they_can_do() => SimulatedFixture.Run(async fixture =>
    {
        var host = await fixture.LaunchAsync(players: 1);
        var players = await ListenAsync(fixture, "players", 0);
        Assert.True((await fixture.CommandAsync(new HostAction.Advance(), step: 2)).Accepted);
        await fixture.IdleAsync();

        Assert.Equal(["getReady", "asking", "reveal"], host.Phases.TakeLast(3));
        var told = host.Pushes.Where(push => push.Session is not null).TakeLast(3).Select(push => WireJson.Read(push.Host!.Value).Possible).ToArray();
        Assert.Equal([true, true, false], told.Select(possible => possible.Contains(HostActionKind.Skip)));
        Assert.Equal([false, true, false], told.Select(possible => possible.Contains(HostActionKind.Extend)));
        Assert.All(told, possible => Assert.Contains(HostActionKind.Advance, possible));
        Assert.All(players.Pushes, push => Assert.Null(push.Host));
    });

    [Fact]
    public void A_seat_that_moves_to_another_gateway_is_dismissed_at_the_first() => SimulatedFixture.Run(async fixture =>
    {
        var first = await fixture.LaunchAsync(players: 1, ask: false);
        await ListenAsync(fixture, "second");
        Assert.True((await fixture.Session.Resume(fixture.SessionId, 0, "second")).Accepted);
        await fixture.IdleAsync();

        Assert.Equal([0], Assert.Single(first.Pushes, push => push.Replaced.Length > 0).Replaced);
    });

    [Fact]
    public void A_subscription_that_names_a_seat_which_is_not_there_breaks_no_push() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1);
        var mistaken = new Ear();
        var reference = fixture.Observe(mistaken);
        Assert.True((await fixture.Session.Subscribe(fixture.SessionId, "mistaken", reference, [0, 7], hosts: 1)).Accepted);
        Assert.True((await fixture.CommandAsync(new HostAction.Advance(), step: 2)).Accepted);
        await fixture.AdvanceAsync(1_000);

        Assert.Contains("reveal", mistaken.Phases);
        Assert.Contains(mistaken.Pushes, push => push.Host is not null);
    });

    [Fact]
    public void A_gateway_that_does_not_renew_is_forgotten_with_its_players_and_the_question_does_not_wait_for_them() => SimulatedFixture.Run(options => options.SubscriptionMs = 5_000, async fixture =>
    {
        await fixture.LaunchAsync(players: 2);
        var alive = await ListenAsync(fixture, "alive", 0);
        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        for (var second = 0; second < 12; second++)
        {
            await fixture.AdvanceAsync(1_000);
            await ListenAsync(fixture, "alive", alive, 0);
        }

        Assert.Contains("reveal", alive.Phases);
    });

    [Theory]
    [InlineData(2, 1, 4_000, true)]
    [InlineData(3, 2, 14_000, false)]
    [InlineData(3, 2, 16_000, true)]
    [InlineData(10, 2, 4_000, true)]
    [InlineData(10, 3, 14_000, false)]
    [InlineData(10, 3, 16_000, true)]
    public void Players_who_are_lost_together_are_waited_for_longer_than_a_single_one(int players, int lost, int awayMs, bool closed) => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players);
        for (var seat = lost; seat < players; seat++)
            Assert.True((await fixture.AnswerAsync(seat)).Accepted);
        for (var seat = 0; seat < lost; seat++)
        {
            await fixture.Session.SeatPresence("gateway", seat, connected: false);
            await fixture.AdvanceAsync(100);
        }
        await fixture.AdvanceAsync(awayMs);

        Assert.Equal(closed, ear.Phases.Contains("reveal"));
        Assert.Equal(closed ? GameErrorCode.TooLate : (GameErrorCode?)null, (await fixture.AnswerAsync(0)).Refusal);
    });

    [Fact]
    public void Players_who_leave_one_after_another_are_no_group() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 3);
        Assert.True((await fixture.AnswerAsync(2)).Accepted);
        await fixture.Session.SeatPresence("gateway", 0, connected: false);
        await fixture.AdvanceAsync(3_100);
        await fixture.Session.SeatPresence("gateway", 1, connected: false);
        await fixture.AdvanceAsync(2_900);
        Assert.DoesNotContain("reveal", ear.Phases);
        await fixture.AdvanceAsync(200);
        Assert.Contains("reveal", ear.Phases);
    });

    [Fact]
    public void Leaving_of_an_older_connection_does_not_unseat_the_newer() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        await ListenAsync(fixture, "second");
        Assert.True((await fixture.Session.Resume(fixture.SessionId, 0, "second")).Accepted);
        await fixture.Session.SeatPresence("gateway", 0, connected: false);
        Assert.Contains("\"connected\":1", await HostJsonAsync(fixture), StringComparison.Ordinal);
        await fixture.Session.SeatPresence("second", 0, connected: false);

        Assert.Contains("\"connected\":0", await HostJsonAsync(fixture), StringComparison.Ordinal);
    });

    [Fact]
    public void The_granted_link_delay_is_half_of_a_low_percentile_of_the_last_eight_round_trips() => SimulatedFixture.Run(async fixture =>
    {
        var player = fixture.Grains.GetGrain<IPlayerGrain>("ABC123/0");
        Assert.Equal(50, await player.RecordRoundTrip(100));
        Assert.Equal(50, await player.RecordRoundTrip(-1));
        Assert.Equal(50, await player.RecordRoundTrip(1_000_000));
        Assert.Equal(20, await player.RecordRoundTrip(40));
        for (var delayed = 0; delayed < 6; delayed++)
            Assert.InRange(await player.RecordRoundTrip(4_000), 20, 50);

        Assert.Equal(2_000, await player.RecordRoundTrip(4_000));
    });

    [Fact]
    public void The_gate_lets_a_burst_in_then_one_after_another_and_a_ticket_keeps_its_place() => SimulatedFixture.Run(options => (options.JoinsPerSecond, options.JoinBurst) = (10, 5), async fixture =>
    {
        var gate = fixture.Grains.GetGrain<IJoinGate>(GrainFixture.Code);
        for (var early = 0; early < 5; early++)
            Assert.True((await gate.Enter(Guid.NewGuid())).Admitted);
        Guid sixth = Guid.NewGuid(), seventh = Guid.NewGuid();
        Assert.Equal(new Admission(false, 100, 2), await gate.Enter(sixth));
        Assert.Equal(new Admission(false, 200, 3), await gate.Enter(seventh));
        Assert.Equal(new Admission(false, 100, 2), await gate.Enter(sixth));
        await fixture.AdvanceAsync(100);
        Assert.True((await gate.Enter(sixth)).Admitted);
        Assert.Equal(new Admission(false, 100, 2), await gate.Enter(seventh));
        await fixture.AdvanceAsync(100);

        Assert.True((await gate.Enter(seventh)).Admitted);
    });

    private static Task<Ear> ListenAsync(GrainFixture fixture, string gateway, params int[] seats) => ListenAsync(fixture, gateway, new Ear(), seats);

    private static async Task<Ear> ListenAsync(GrainFixture fixture, string gateway, Ear ear, params int[] seats)
    {
        var reference = fixture.Observe(ear);
        Assert.True((await fixture.Session.Subscribe(fixture.SessionId, gateway, reference, [.. seats], hosts: 0)).Accepted);
        foreach (var seat in seats)
            await fixture.Session.SeatPresence(gateway, seat, connected: true);
        return ear;
    }

    private static async Task<string> HostJsonAsync(GrainFixture fixture) =>
        System.Text.Encoding.UTF8.GetString((await fixture.Session.HostSnapshot(fixture.SessionId)).Value!.Host.Utf8.Span);
}
