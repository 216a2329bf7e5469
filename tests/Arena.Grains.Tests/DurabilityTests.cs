using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains.Ports;

namespace Arena.Grains.Tests;

/// <summary>What a session does when its journal is slow, refuses, fails, or has another owner by now.</summary>
public sealed class DurabilityTests
{
    [Fact]
    public void Nothing_is_acknowledged_or_published_before_it_is_durable() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        var commit = new TaskCompletionSource();
        fixture.Journal.BeforeCommit = () => commit.Task;
        var told = ear.Pushes.Count;
        var answer = fixture.AnswerAsync(0);
        var advance = fixture.CommandAsync(new HostAction.Advance(), step: 2);
        await fixture.AdvanceAsync(400);
        Assert.False(answer.IsCompleted);
        Assert.False(advance.IsCompleted);
        Assert.Equal(told, ear.Pushes.Count);

        commit.SetResult();
        Assert.True((await answer).Accepted);
        Assert.True((await advance).Accepted);
        await fixture.IdleAsync();
        Assert.Contains("reveal", ear.Phases);
    });

    [Fact]
    public void Commands_that_wait_for_one_append_share_the_next() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 100);
        var commit = new TaskCompletionSource();
        fixture.Journal.BeforeCommit = () => commit.Task;
        var before = fixture.Journal.Appends.Count;
        var answers = Enumerable.Range(0, 100).Select(seat => fixture.AnswerAsync(seat)).ToArray();
        await fixture.IdleAsync();
        commit.SetResult();
        Assert.All(await Task.WhenAll(answers), answer => Assert.True(answer.Accepted));

        Assert.Equal([1, 99], fixture.Journal.Appends[before..]);
    });

    [Fact]
    public void A_launch_repeated_on_another_silo_owns_nothing_before_it_has_read_the_later_events() => SimulatedFixture.Run(async fixture =>
    {
        Assert.Equal(GameErrorCode.UnknownSession, (await fixture.Session.Find()).Refusal);
        var launch = new LaunchSession(fixture.SessionId, OneQuiz.Id, WireJson.Body(new SessionSettings()), Seed: 1);
        await fixture.LaunchElsewhereAsync(launch, "Ann");

        Assert.Equal(GameErrorCode.Unavailable, (await fixture.Session.Launch(launch)).Refusal);
        Assert.True((await fixture.Session.Launch(launch)).Accepted);
        Assert.True((await fixture.Session.SeatSnapshot(fixture.SessionId, 0)).Accepted);
    });

    [Fact]
    public void A_key_of_a_session_that_another_silo_launched_is_not_answered_with_not_found() => SimulatedFixture.Run(async fixture =>
    {
        Assert.Equal(GameErrorCode.UnknownSession, (await fixture.Session.SeatSnapshot(fixture.SessionId, 0)).Refusal);
        await fixture.LaunchElsewhereAsync(new(fixture.SessionId, OneQuiz.Id, WireJson.Body(new SessionSettings()), Seed: 1), "Ann");

        Assert.Equal(GameErrorCode.Unavailable, (await fixture.Session.SeatSnapshot(fixture.SessionId, 0)).Refusal);
        Assert.True((await fixture.Session.SeatSnapshot(fixture.SessionId, 0)).Accepted);
        Assert.Equal(GameErrorCode.UnknownSession, (await fixture.Session.SeatSnapshot(Guid.NewGuid(), 0)).Refusal);
    });

    [Fact]
    public void A_stale_activation_writes_nothing_and_the_repeated_command_counts_once() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 2);
        await fixture.Journal.StealAsync(GrainFixture.Code);
        var operation = Guid.NewGuid();
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(0, operation)).Refusal);
        Assert.Equal(0, fixture.Journal.Count(GrainFixture.Code, "answerAccepted.2"));

        await fixture.Session.Wake(epoch: 1);
        await fixture.AdvanceAsync(4_000);
        Assert.True((await fixture.AnswerAsync(0, operation)).Accepted);
        Assert.True((await fixture.AnswerAsync(0, operation)).Accepted);
        Assert.Equal(1, fixture.Journal.Count(GrainFixture.Code, "answerAccepted.2"));
    });

    [Fact]
    public void A_stale_activation_does_not_make_a_player_give_a_seat_up() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        Assert.Equal(GameErrorCode.UnknownSeat, (await fixture.Session.SeatSnapshot(fixture.SessionId, 1)).Refusal);
        await fixture.Journal.StealAsync(GrainFixture.Code);

        Assert.Equal(GameErrorCode.Unavailable, (await fixture.Session.SeatSnapshot(fixture.SessionId, 1)).Refusal);
        Assert.Equal(GameErrorCode.UnknownSeat, (await fixture.Session.SeatSnapshot(fixture.SessionId, 1)).Refusal);
        await fixture.Journal.StealAsync(GrainFixture.Code);
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(1)).Refusal);
    });

    [Fact]
    public void While_storage_is_down_no_player_gives_a_seat_up() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        fixture.Journal.Down = true;

        Assert.Equal(GameErrorCode.Unavailable, (await fixture.Session.SeatSnapshot(fixture.SessionId, 1)).Refusal);
    });

    [Fact]
    public void After_a_commit_of_unknown_outcome_the_retried_command_reads_the_durable_state() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 2);
        var operation = Guid.NewGuid();
        fixture.Journal.AfterCommit = () => throw new JournalOutcomeUnknownException(new IOException("the disk went away"));
        Assert.Equal(GameErrorCode.OutcomeUnknown, (await fixture.AnswerAsync(0, operation)).Refusal);
        fixture.Journal.AfterCommit = null;

        Assert.True((await fixture.AnswerAsync(0, operation)).Accepted);
        Assert.Equal(GameErrorCode.AlreadyAnswered, (await fixture.AnswerAsync(0)).Refusal);
        Assert.Equal(1, fixture.Journal.Count(GrainFixture.Code, "answerAccepted.2"));
    });

    [Fact]
    public void While_storage_takes_no_writes_nothing_changes_and_the_game_resumes_once_it_does() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 2);
        fixture.Journal.BeforeCommit = () => throw new JournalUnavailableException("down");
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(0)).Refusal);
        fixture.Journal.BeforeCommit = () => throw new JournalOverloadedException();
        Assert.Equal(GameErrorCode.Overloaded, (await fixture.AnswerAsync(0)).Refusal);
        fixture.Journal.BeforeCommit = null;

        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        Assert.Equal(1, fixture.Journal.Count(GrainFixture.Code, "answerAccepted.2"));
    });

    [Fact]
    public void A_deadline_that_storage_refused_is_kept_once_it_takes_writes_again() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        fixture.Journal.BeforeCommit = () => throw new JournalUnavailableException("down");
        await fixture.AdvanceAsync(25_000);
        Assert.DoesNotContain("reveal", ear.Phases);
        fixture.Journal.BeforeCommit = null;
        await fixture.AdvanceAsync(5_000);

        Assert.Contains("reveal", ear.Phases);
    });

    [Fact]
    public void An_activation_that_takes_over_during_a_question_gives_time_to_reconnect_and_resumes() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 2);
        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        await fixture.Journal.StealAsync(GrainFixture.Code);
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(1)).Refusal);
        await fixture.AdvanceAsync(1_000);
        Assert.Equal(GameErrorCode.Paused, (await fixture.AnswerAsync(1)).Refusal);
        await fixture.AdvanceAsync(3_100);

        Assert.True((await fixture.AnswerAsync(1)).Accepted);
        Assert.Equal(2, fixture.Journal.Count(GrainFixture.Code, "answerAccepted.2"));
    });

    [Fact]
    public void The_user_who_launches_is_the_sessions_host() => SimulatedFixture.Run(async fixture =>
    {
        var host = Guid.NewGuid();
        var launch = new GrainInterfaces.LaunchSession(
            fixture.SessionId, OneQuiz.Id, GrainInterfaces.WireJson.Body(new SessionSettings()), Seed: 1, HostId: host);
        Assert.True((await fixture.Session.Launch(launch)).Accepted);

        Assert.Equal(host, Assert.Single(fixture.Journal.Sessions).HostId);
    });

    [Fact]
    public async Task A_quiet_live_session_stays_active_and_an_ended_one_is_deactivated()
    {
        await using var fixture = await OrleansFixture.OpenAsync();
        await fixture.LaunchAsync(players: 1, ask: false);
        await fixture.CollectAsync();
        Assert.Equal(1, (await fixture.Session.HostSnapshot(fixture.SessionId)).Value!.Position.Epoch);
        Assert.True((await fixture.CommandAsync(new HostAction.End(), 0)).Accepted);
        await fixture.CollectAsync();

        Assert.Equal(2, (await fixture.Session.HostSnapshot(fixture.SessionId)).Value!.Position.Epoch);
    }

    [Fact]
    public void A_silo_that_is_full_refuses_launches_until_a_game_ends() => SimulatedFixture.Run(options => options.MaxSessions = 1, async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        var other = fixture.Grains.GetGrain<GrainInterfaces.IGameSessionGrain>("ABC124");
        var launch = new GrainInterfaces.LaunchSession(Guid.NewGuid(), OneQuiz.Id, GrainInterfaces.WireJson.Body(new SessionSettings()), Seed: 1);
        Assert.Equal(GameErrorCode.TooManySessions, (await other.Launch(launch)).Refusal);
        Assert.True((await fixture.CommandAsync(new HostAction.End(), 0)).Accepted);

        Assert.True((await other.Launch(launch)).Accepted);
    });
}
