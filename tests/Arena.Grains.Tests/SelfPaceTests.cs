using Arena.Game.Events;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains.Session;

namespace Arena.Grains.Tests;

/// <summary>Sessions that one player plays alone, on Orleans and by virtual time.</summary>
public sealed class SelfPaceTests
{
    private const int OpenLeadMs = 601;

    [Fact]
    public async Task A_session_that_its_player_left_is_not_kept_in_memory_and_continues_where_it_was()
    {
        await using var fixture = await OrleansFixture.OpenAsync();
        var session = await OpenAsync(fixture, new() { Pace = new(), MaxPlayers = 1, Untimed = true });
        Assert.True((await session.Next(fixture.SessionId, new(0, Step: 0, Issue: 0))).Accepted);
        await fixture.AdvanceAsync(OpenLeadMs);
        // A live session of a host would be woken, and stay.
        Assert.Empty(await fixture.Journal.LiveSessionsAsync(TestContext.Current.CancellationToken));
        var version = fixture.Journal.Entries(fixture.SessionId).Count;
        await fixture.CollectAsync();
        await fixture.AdvanceAsync(3_600_000);

        // A question without a time limit waits, and no clock has to be set forward.
        Assert.Equal("asking", await PhaseAsync(fixture, session));
        Assert.Equal(version, fixture.Journal.Entries(fixture.SessionId).Count);
        Assert.True((await AnswerAsync(fixture, session, round: 0, choice: 0)).Accepted);
        Assert.Equal("reveal", await PhaseAsync(fixture, session));
        Assert.True((await session.Next(fixture.SessionId, new(0, Step: 2, Issue: 0))).Accepted);
        await fixture.AdvanceAsync(OpenLeadMs);
        Assert.True((await AnswerAsync(fixture, session, round: 1, choice: 1)).Accepted);
        Assert.True((await session.Next(fixture.SessionId, new(0, Step: 4, Issue: 0))).Accepted);
        Assert.Equal("podium", await PhaseAsync(fixture, session));
    }

    [Fact]
    public async Task A_question_whose_time_is_over_closes_and_the_next_one_waits_for_the_player()
    {
        await using var fixture = await OrleansFixture.OpenAsync();
        var session = await OpenAsync(fixture, new() { Pace = new() { FeedbackAtEnd = true }, MaxPlayers = 1 });
        Assert.True((await session.Next(fixture.SessionId, new(0, Step: 0, Issue: 0))).Accepted);
        await fixture.AdvanceAsync(OneQuiz.TimeLimitMs + 1_000);
        await fixture.AdvanceAsync(600_000);
        Assert.Equal("standings", await PhaseAsync(fixture, session));
        Assert.Equal(GameErrorCode.TooLate, (await AnswerAsync(fixture, session, round: 0, choice: 0)).Refusal);
        Assert.DoesNotContain(fixture.Journal.Entries(fixture.SessionId).Select(EventCodec.Read), happened => happened is ExpiryAnnounced or SessionFinished);
    }

    [Fact]
    public async Task A_time_limit_that_ran_when_the_session_left_memory_continues_with_its_player()
    {
        await using var fixture = await OrleansFixture.OpenAsync();
        var session = await OpenAsync(fixture, new() { Pace = new(), MaxPlayers = 1 });
        Assert.True((await session.Next(fixture.SessionId, new(0, Step: 0, Issue: 0))).Accepted);
        await fixture.AdvanceAsync(OpenLeadMs);
        await fixture.CollectAsync();
        await fixture.AdvanceAsync(3_600_000);
        Assert.Equal("asking", await PhaseAsync(fixture, session));
        await fixture.AdvanceAsync(4_000);
        Assert.True((await AnswerAsync(fixture, session, round: 0, choice: 0)).Accepted);
    }

    private static async Task<IGameSessionGrain> OpenAsync(OrleansFixture fixture, SessionSettings settings)
    {
        var session = fixture.Grains.GetGrain<IGameSessionGrain>(SoloCode.Draw());
        Assert.True((await session.Launch(new(fixture.SessionId, OneQuiz.Id, WireJson.Body(settings), Seed: 1))).Accepted);
        Assert.True((await session.Join(new(fixture.SessionId, "Ann"))).Accepted);
        return session;
    }

    private static async Task<string> PhaseAsync(OrleansFixture fixture, IGameSessionGrain session)
    {
        var snapshot = await session.SeatSnapshot(fixture.SessionId, 0);
        Assert.True(snapshot.Accepted);
        return WireJson.Read(snapshot.Value.Session).Phase switch
        {
            AskingView => "asking",
            RevealView => "reveal",
            StandingsView => "standings",
            PodiumView => "podium",
            _ => "other",
        };
    }

    private static async Task<Outcome<Acknowledged>> AnswerAsync(OrleansFixture fixture, IGameSessionGrain session, int round, int choice) =>
        (await session.Answer(fixture.SessionId, [new(Guid.NewGuid(), 0, round, choice, StampMs: long.MaxValue, LinkDelayMs: 0)]))[0];
}
