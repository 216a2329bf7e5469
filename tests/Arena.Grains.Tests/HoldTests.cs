using System.Text.Json;
using Arena.Game;

namespace Arena.Grains.Tests;

/// <summary>What all clients see while the journal takes no writes, and that no data is lost.</summary>
public sealed class HoldTests
{
    [Fact]
    public void All_clients_are_notified_of_an_outage_and_of_its_end() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 2);
        house.Journal.Down = true;
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(0)).Refusal);
        await house.IdleAsync();
        var held = Views(ear).Last();
        Assert.Equal("asking", Kind(held));
        Assert.NotNull(HeldSince(held));
        Assert.NotNull(HeldSince(await SeatViewAsync(house)));

        await house.AdvanceAsync(10_000);
        Assert.Equal(HeldSince(held), HeldSince(Views(ear).Last()));
        var before = ear.Pushes.Count;
        house.Journal.Down = false;
        await house.AdvanceAsync(1_100);
        Assert.Null(HeldSince(Views(ear).Last()));
        Assert.Null(HeldSince(await SeatViewAsync(house)));
        Assert.Contains(ear.Pushes.Skip(before), push => push.Session is not null && push.Seats.Select(seat => seat.Seat).SequenceEqual([0, 1]));
    });

    [Fact]
    public void The_session_detects_an_outage_and_recovers_without_a_call() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 2);
        house.Journal.Down = true;
        await house.AdvanceAsync(25_000);
        Assert.NotNull(HeldSince(Views(ear).Last()));
        house.Journal.Down = false;
        await house.AdvanceAsync(1_100);

        Assert.Null(HeldSince(Views(ear).Last()));
    });

    [Fact]
    public void The_clock_of_an_open_question_stops_during_an_outage() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 2);
        await house.AdvanceAsync(5_000);
        var closes = Views(ear).Last().GetProperty("phase").GetProperty("closesAtMs").GetInt64();
        house.Journal.Down = true;
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(0)).Refusal);
        await house.AdvanceAsync(30_000);
        house.Journal.Down = false;
        await house.AdvanceAsync(5_000);

        var phase = Views(ear).Last().GetProperty("phase");
        Assert.InRange(phase.GetProperty("closesAtMs").GetInt64() - closes, 31_000, 32_100);
        Assert.True((await house.AnswerAsync(0)).Accepted);
        await house.AdvanceAsync(11_000);
        Assert.Equal("asking", Kind(Views(ear).Last()));
        await house.AdvanceAsync(3_000);
        Assert.Equal("reveal", Kind(Views(ear).Last()));
    });

    [Fact]
    public void An_answer_stamped_before_the_hold_counts_with_its_own_time_however_long_it_lasts() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 2);
        var opens = Views(ear).Last().GetProperty("phase").GetProperty("opensAtMs").GetInt64();
        await house.AdvanceAsync(5_000);
        var answer = GrainHouse.Submit(0) with { StampMs = opens + 2_000 };
        house.Journal.Down = true;
        Assert.Equal(Refusal.Unavailable, (await house.Session.Answer(house.SessionId, [answer]))[0].Refusal);
        await house.AdvanceAsync(60_000);
        house.Journal.Down = false;
        await house.AdvanceAsync(1_100);
        Assert.True((await house.Session.Answer(house.SessionId, [answer]))[0].Accepted);
        await house.AdvanceAsync(20_000);

        Assert.Equal(2_000, (await SeatAsync(house)).GetProperty("result").GetProperty("elapsedMs").GetInt32());
    });

    [Fact]
    [Asvs("16.5.2", "16.5.3")]
    public void An_answer_of_unknown_outcome_that_was_durable_is_acknowledged_when_it_is_repeated_and_counts_once() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 2);
        var operation = Guid.NewGuid();
        house.Journal.AfterCommit = () =>
        {
            house.Journal.Down = true;
            throw new JournalOutcomeUnknownException(new IOException("the server went away"));
        };
        Assert.Equal(Refusal.OutcomeUnknown, (await house.AnswerAsync(0, operation)).Refusal);
        house.Journal.AfterCommit = null;
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(0, operation)).Refusal);
        await house.AdvanceAsync(30_000);
        house.Journal.Down = false;
        await house.AdvanceAsync(1_100);

        Assert.True((await house.AnswerAsync(0, operation)).Accepted);
        Assert.Equal(1, house.Journal.Count(GrainHouse.Code, "answerAccepted.1"));
        Assert.Equal(0, (await SeatAsync(house)).GetProperty("chosen").GetInt32());
    });

    [Fact]
    public void A_durable_step_of_unknown_outcome_is_published_when_the_game_resumes() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 2);
        house.Journal.AfterCommit = () => throw new JournalOutcomeUnknownException(new IOException("the server went away"));
        Assert.Equal(Refusal.OutcomeUnknown, (await house.CommandAsync(HostAction.Advance, step: 2)).Refusal);
        house.Journal.AfterCommit = null;
        await house.AdvanceAsync(100);

        Assert.Equal("reveal", Kind(Views(ear).Last()));
        Assert.All(ear.Pushes.Last(push => push.Session is not null).Seats, seat => Assert.Contains(
            "\"round\":0", System.Text.Encoding.UTF8.GetString(seat.View.Utf8.Span), StringComparison.Ordinal));
    });

    [Fact]
    public void A_failure_that_ends_at_once_costs_no_player_time() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 2);
        house.Journal.Down = true;
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(0)).Refusal);
        house.Journal.Down = false;

        Assert.True((await house.AnswerAsync(0)).Accepted);
        Assert.Equal(0, house.Journal.Count(GrainHouse.Code, "gamePaused.1"));
    });

    [Fact]
    public void The_journal_is_asked_ever_more_rarely_while_it_is_down_and_never_because_of_those_who_wait() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 2);
        house.Journal.Down = true;
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(0)).Refusal);
        await house.AdvanceAsync(2_000);
        var before = house.Journal.Refused;
        for (var second = 0; second < 30; second++)
        {
            for (var impatient = 0; impatient < 50; impatient++)
                Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(1)).Refusal);
            await house.AdvanceAsync(1_000);
        }

        Assert.InRange(house.Journal.Refused - before, 28, 32);
    });

    [Fact]
    public void An_outage_also_suspends_the_lobby_and_a_player_who_joins_then_gets_a_seat() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 1, ask: false);
        house.Journal.Down = true;
        var operation = Guid.NewGuid();
        Assert.Equal(Refusal.Unavailable, (await house.Session.Join(new(operation, "Late"))).Refusal);
        await house.AdvanceAsync(10_000);
        Assert.NotNull(HeldSince(Views(ear).Last()));
        house.Journal.Down = false;
        await house.AdvanceAsync(1_100);
        Assert.Null(HeldSince(Views(ear).Last()));

        Assert.Equal(1, (await house.Session.Join(new(operation, "Late"))).Value!.Seat);
    });

    private static IEnumerable<JsonElement> Views(Ear ear) =>
        ear.Pushes.Where(push => push.Session is not null).Select(push => JsonDocument.Parse(push.Session!.Value.Utf8).RootElement);

    private static string Kind(JsonElement view) => view.GetProperty("phase").GetProperty("kind").GetString()!;

    private static long? HeldSince(JsonElement view) => view.GetProperty("heldSinceMs") is { ValueKind: JsonValueKind.Number } since ? since.GetInt64() : null;

    private static async Task<JsonElement> SeatViewAsync(GrainHouse house) =>
        JsonDocument.Parse((await house.Session.SeatSnapshot(house.SessionId, 0)).Value!.Session.Utf8).RootElement;

    private static async Task<JsonElement> SeatAsync(GrainHouse house) =>
        JsonDocument.Parse((await house.Session.SeatSnapshot(house.SessionId, 0)).Value!.Seat.Utf8).RootElement;
}
