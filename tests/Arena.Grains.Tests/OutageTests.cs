using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Grains.Ports;

namespace Arena.Grains.Tests;

/// <summary>What all clients see while the journal takes no writes, and that no data is lost.</summary>
public sealed class OutageTests
{
    [Fact]
    public void All_clients_are_notified_of_an_outage_and_of_its_end() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        fixture.Journal.Down = true;
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(0)).Refusal);
        await fixture.IdleAsync();
        var held = Views(ear).Last();
        Assert.Equal("asking", Kind(held));
        Assert.NotNull(HeldSince(held));
        Assert.NotNull(HeldSince(await SeatViewAsync(fixture)));
        Assert.Empty(Possible(ear));

        await fixture.AdvanceAsync(10_000);
        Assert.Equal(HeldSince(held), HeldSince(Views(ear).Last()));
        var before = ear.Pushes.Count;
        fixture.Journal.Down = false;
        await fixture.AdvanceAsync(1_100);
        Assert.Null(HeldSince(Views(ear).Last()));
        Assert.Null(HeldSince(await SeatViewAsync(fixture)));
        Assert.NotEmpty(Possible(ear));
        Assert.Contains(ear.Pushes.Skip(before), push => push.Session is not null && push.Seats.Select(seat => seat.Seat).SequenceEqual([0, 1]));
    });

    [Fact]
    public void The_session_detects_an_outage_and_recovers_without_a_call() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        fixture.Journal.Down = true;
        await fixture.AdvanceAsync(25_000);
        Assert.NotNull(HeldSince(Views(ear).Last()));
        fixture.Journal.Down = false;
        await fixture.AdvanceAsync(1_100);

        Assert.Null(HeldSince(Views(ear).Last()));
    });

    [Fact]
    public void The_clock_of_an_open_question_stops_during_an_outage() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        await fixture.AdvanceAsync(5_000);
        var closes = Views(ear).Last().GetProperty("phase").GetProperty("closesAtMs").GetInt64();
        fixture.Journal.Down = true;
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(0)).Refusal);
        await fixture.AdvanceAsync(30_000);
        fixture.Journal.Down = false;
        await fixture.AdvanceAsync(5_000);

        var phase = Views(ear).Last().GetProperty("phase");
        Assert.InRange(phase.GetProperty("closesAtMs").GetInt64() - closes, 31_000, 32_100);
        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        await fixture.AdvanceAsync(11_000);
        Assert.Equal("asking", Kind(Views(ear).Last()));
        await fixture.AdvanceAsync(3_000);
        Assert.Equal("reveal", Kind(Views(ear).Last()));
    });

    [Fact]
    public void An_answer_stamped_before_the_hold_counts_with_its_own_time_however_long_it_lasts() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        var opens = Views(ear).Last().GetProperty("phase").GetProperty("opensAtMs").GetInt64();
        await fixture.AdvanceAsync(5_000);
        var answer = GrainFixture.Submit(0) with { StampMs = opens + 2_000 };
        fixture.Journal.Down = true;
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.Session.Answer(fixture.SessionId, [answer]))[0].Refusal);
        await fixture.AdvanceAsync(60_000);
        fixture.Journal.Down = false;
        await fixture.AdvanceAsync(1_100);
        Assert.True((await fixture.Session.Answer(fixture.SessionId, [answer]))[0].Accepted);
        await fixture.AdvanceAsync(20_000);

        Assert.Equal(2_000, (await SeatAsync(fixture)).GetProperty("result").GetProperty("elapsedMs").GetInt32());
    });

    [Fact]
    [Asvs("16.5.2", "16.5.3")]
    public void An_answer_of_unknown_outcome_that_was_durable_is_acknowledged_when_it_is_repeated_and_counts_once() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 2);
        var operation = Guid.NewGuid();
        fixture.Journal.AfterCommit = () =>
        {
            fixture.Journal.Down = true;
            throw new JournalOutcomeUnknownException(new IOException("the server went away"));
        };
        Assert.Equal(GameErrorCode.OutcomeUnknown, (await fixture.AnswerAsync(0, operation)).Refusal);
        fixture.Journal.AfterCommit = null;
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(0, operation)).Refusal);
        await fixture.AdvanceAsync(30_000);
        fixture.Journal.Down = false;
        await fixture.AdvanceAsync(1_100);

        Assert.True((await fixture.AnswerAsync(0, operation)).Accepted);
        Assert.Equal(1, fixture.Journal.Count(GrainFixture.Code, "answerAccepted.2"));
        Assert.Equal(0, (await SeatAsync(fixture)).GetProperty("chosen").GetProperty("option").GetInt32());
    });

    [Fact]
    public void A_durable_step_of_unknown_outcome_is_published_when_the_game_resumes() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        fixture.Journal.AfterCommit = () => throw new JournalOutcomeUnknownException(new IOException("the server went away"));
        Assert.Equal(GameErrorCode.OutcomeUnknown, (await fixture.CommandAsync(new HostAction.Advance(), step: 2)).Refusal);
        fixture.Journal.AfterCommit = null;
        await fixture.AdvanceAsync(100);

        Assert.Equal("reveal", Kind(Views(ear).Last()));
        Assert.All(ear.Pushes.Last(push => push.Session is not null).Seats, seat => Assert.Contains(
            "\"round\":0", System.Text.Encoding.UTF8.GetString(seat.View.Utf8.Span), StringComparison.Ordinal));
    });

    [Fact]
    public void A_failure_that_ends_at_once_costs_no_player_time() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 2);
        fixture.Journal.Down = true;
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(0)).Refusal);
        fixture.Journal.Down = false;

        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        Assert.Equal(0, fixture.Journal.Count(GrainFixture.Code, "gamePaused.1"));
    });

    [Fact]
    public void The_journal_is_asked_ever_more_rarely_while_it_is_down_and_never_because_of_those_who_wait() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 2);
        fixture.Journal.Down = true;
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(0)).Refusal);
        await fixture.AdvanceAsync(2_000);
        var before = fixture.Journal.Refused;
        for (var second = 0; second < 30; second++)
        {
            for (var impatient = 0; impatient < 50; impatient++)
                Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(1)).Refusal);
            await fixture.AdvanceAsync(1_000);
        }

        Assert.InRange(fixture.Journal.Refused - before, 28, 32);
    });

    [Fact]
    public void An_outage_also_suspends_the_lobby_and_a_player_who_joins_then_gets_a_seat() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1, ask: false);
        fixture.Journal.Down = true;
        var operation = Guid.NewGuid();
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.Session.Join(new(operation, "Late"))).Refusal);
        await fixture.AdvanceAsync(10_000);
        Assert.NotNull(HeldSince(Views(ear).Last()));
        fixture.Journal.Down = false;
        await fixture.AdvanceAsync(1_100);
        Assert.Null(HeldSince(Views(ear).Last()));

        Assert.Equal(1, (await fixture.Session.Join(new(operation, "Late"))).Value!.Seat);
    });

    private static IEnumerable<JsonElement> Views(Ear ear) =>
        ear.Pushes.Where(push => push.Session is not null).Select(push => JsonDocument.Parse(push.Session!.Value.Utf8).RootElement);

    /// <summary>The possible actions of the latest host view.</summary>
    private static System.Collections.Immutable.ImmutableArray<HostActionKind> Possible(Ear ear) =>
        GrainInterfaces.WireJson.Read(ear.Pushes.Last(push => push.Host is not null).Host!.Value).Possible;

    private static string Kind(JsonElement view) => view.GetProperty("phase").GetProperty("kind").GetString()!;

    private static long? HeldSince(JsonElement view) => view.GetProperty("suspendedSinceMs") is { ValueKind: JsonValueKind.Number } since ? since.GetInt64() : null;

    private static async Task<JsonElement> SeatViewAsync(GrainFixture fixture) =>
        JsonDocument.Parse((await fixture.Session.SeatSnapshot(fixture.SessionId, 0)).Value!.Session.Utf8).RootElement;

    private static async Task<JsonElement> SeatAsync(GrainFixture fixture) =>
        JsonDocument.Parse((await fixture.Session.SeatSnapshot(fixture.SessionId, 0)).Value!.Seat.Utf8).RootElement;
}
