using Arena.Game;
using Arena.GrainInterfaces;

namespace Arena.Grains.Tests;

/// <summary>What a session does when its journal is slow, refuses, fails, or has another owner by now.</summary>
public sealed class DurabilityTests
{
    [Fact]
    public void Nothing_is_acknowledged_or_published_before_it_is_durable() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 2);
        var commit = new TaskCompletionSource();
        house.Journal.BeforeCommit = () => commit.Task;
        var told = ear.Pushes.Count;
        var answer = house.AnswerAsync(0);
        var advance = house.CommandAsync(HostAction.Advance, step: 2);
        await house.AdvanceAsync(400);
        Assert.False(answer.IsCompleted);
        Assert.False(advance.IsCompleted);
        Assert.Equal(told, ear.Pushes.Count);

        commit.SetResult();
        Assert.True((await answer).Accepted);
        Assert.True((await advance).Accepted);
        await house.IdleAsync();
        Assert.Contains("reveal", ear.Phases);
    });

    [Fact]
    public void Commands_that_wait_for_one_append_share_the_next() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 100);
        var commit = new TaskCompletionSource();
        house.Journal.BeforeCommit = () => commit.Task;
        var before = house.Journal.Appends.Count;
        var answers = Enumerable.Range(0, 100).Select(seat => house.AnswerAsync(seat)).ToArray();
        await house.IdleAsync();
        commit.SetResult();
        Assert.All(await Task.WhenAll(answers), answer => Assert.True(answer.Accepted));

        Assert.Equal([1, 99], house.Journal.Appends[before..]);
    });

    [Fact]
    public void A_launch_repeated_on_another_silo_owns_nothing_before_it_has_read_the_later_events() => SimulatedHouse.Run(async house =>
    {
        Assert.Equal(Refusal.UnknownSession, (await house.Session.Find()).Refusal);
        var launch = new LaunchSession(house.SessionId, OneQuiz.Id, WireJson.Body(new SessionSettings()), Seed: 1);
        await house.LaunchElsewhereAsync(launch, "Ann");

        Assert.Equal(Refusal.Unavailable, (await house.Session.Launch(launch)).Refusal);
        Assert.True((await house.Session.Launch(launch)).Accepted);
        Assert.True((await house.Session.SeatSnapshot(house.SessionId, 0)).Accepted);
    });

    [Fact]
    public void A_key_of_a_session_that_another_silo_launched_is_not_answered_with_not_found() => SimulatedHouse.Run(async house =>
    {
        Assert.Equal(Refusal.UnknownSession, (await house.Session.SeatSnapshot(house.SessionId, 0)).Refusal);
        await house.LaunchElsewhereAsync(new(house.SessionId, OneQuiz.Id, WireJson.Body(new SessionSettings()), Seed: 1), "Ann");

        Assert.Equal(Refusal.Unavailable, (await house.Session.SeatSnapshot(house.SessionId, 0)).Refusal);
        Assert.True((await house.Session.SeatSnapshot(house.SessionId, 0)).Accepted);
        Assert.Equal(Refusal.UnknownSession, (await house.Session.SeatSnapshot(Guid.NewGuid(), 0)).Refusal);
    });

    [Fact]
    public void A_stale_activation_writes_nothing_and_the_repeated_command_counts_once() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 2);
        await house.Journal.StealAsync(GrainHouse.Code);
        var operation = Guid.NewGuid();
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(0, operation)).Refusal);
        Assert.Equal(0, house.Journal.Count(GrainHouse.Code, "answerAccepted.1"));

        await house.Session.Wake(epoch: 1);
        await house.AdvanceAsync(4_000);
        Assert.True((await house.AnswerAsync(0, operation)).Accepted);
        Assert.True((await house.AnswerAsync(0, operation)).Accepted);
        Assert.Equal(1, house.Journal.Count(GrainHouse.Code, "answerAccepted.1"));
    });

    [Fact]
    public void A_stale_activation_does_not_make_a_player_give_a_seat_up() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1, ask: false);
        Assert.Equal(Refusal.UnknownSeat, (await house.Session.SeatSnapshot(house.SessionId, 1)).Refusal);
        await house.Journal.StealAsync(GrainHouse.Code);

        Assert.Equal(Refusal.Unavailable, (await house.Session.SeatSnapshot(house.SessionId, 1)).Refusal);
        Assert.Equal(Refusal.UnknownSeat, (await house.Session.SeatSnapshot(house.SessionId, 1)).Refusal);
        await house.Journal.StealAsync(GrainHouse.Code);
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(1)).Refusal);
    });

    [Fact]
    public void While_storage_is_down_no_player_gives_a_seat_up() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1, ask: false);
        house.Journal.Down = true;

        Assert.Equal(Refusal.Unavailable, (await house.Session.SeatSnapshot(house.SessionId, 1)).Refusal);
    });

    [Fact]
    public void After_a_commit_of_unknown_outcome_the_repeated_command_finds_what_is_durable() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 2);
        var operation = Guid.NewGuid();
        house.Journal.AfterCommit = () => throw new JournalOutcomeUnknownException(new IOException("the disk went away"));
        Assert.Equal(Refusal.OutcomeUnknown, (await house.AnswerAsync(0, operation)).Refusal);
        house.Journal.AfterCommit = null;

        Assert.True((await house.AnswerAsync(0, operation)).Accepted);
        Assert.Equal(Refusal.AlreadyAnswered, (await house.AnswerAsync(0)).Refusal);
        Assert.Equal(1, house.Journal.Count(GrainHouse.Code, "answerAccepted.1"));
    });

    [Fact]
    public void While_storage_takes_no_writes_nothing_changes_and_the_game_resumes_once_it_does() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 2);
        house.Journal.BeforeCommit = () => throw new JournalUnavailableException("down");
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(0)).Refusal);
        house.Journal.BeforeCommit = () => throw new JournalOverloadedException();
        Assert.Equal(Refusal.Overloaded, (await house.AnswerAsync(0)).Refusal);
        house.Journal.BeforeCommit = null;

        Assert.True((await house.AnswerAsync(0)).Accepted);
        Assert.Equal(1, house.Journal.Count(GrainHouse.Code, "answerAccepted.1"));
    });

    [Fact]
    public void A_deadline_that_storage_refused_is_kept_once_it_takes_writes_again() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 2);
        house.Journal.BeforeCommit = () => throw new JournalUnavailableException("down");
        await house.AdvanceAsync(25_000);
        Assert.DoesNotContain("reveal", ear.Phases);
        house.Journal.BeforeCommit = null;
        await house.AdvanceAsync(5_000);

        Assert.Contains("reveal", ear.Phases);
    });

    [Fact]
    public void An_activation_that_takes_over_during_a_question_gives_time_to_reconnect_and_resumes() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 2);
        Assert.True((await house.AnswerAsync(0)).Accepted);
        await house.Journal.StealAsync(GrainHouse.Code);
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(1)).Refusal);
        await house.AdvanceAsync(1_000);
        Assert.Equal(Refusal.Paused, (await house.AnswerAsync(1)).Refusal);
        await house.AdvanceAsync(3_100);

        Assert.True((await house.AnswerAsync(1)).Accepted);
        Assert.Equal(2, house.Journal.Count(GrainHouse.Code, "answerAccepted.1"));
    });

    [Fact]
    public void The_user_who_launches_is_the_sessions_host() => SimulatedHouse.Run(async house =>
    {
        var host = Guid.NewGuid();
        var launch = new GrainInterfaces.LaunchSession(
            house.SessionId, OneQuiz.Id, GrainInterfaces.WireJson.Body(new SessionSettings()), Seed: 1, HostId: host);
        Assert.True((await house.Session.Launch(launch)).Accepted);

        Assert.Equal(host, Assert.Single(house.Journal.Sessions).HostId);
    });

    [Fact]
    public async Task A_quiet_live_session_stays_active_and_an_ended_one_is_deactivated()
    {
        await using var house = await OrleansHouse.OpenAsync();
        await house.LaunchAsync(players: 1, ask: false);
        await house.CollectAsync();
        Assert.Equal(1, (await house.Session.HostSnapshot(house.SessionId)).Value!.Position.Epoch);
        Assert.True((await house.CommandAsync(HostAction.End, 0)).Accepted);
        await house.CollectAsync();

        Assert.Equal(2, (await house.Session.HostSnapshot(house.SessionId)).Value!.Position.Epoch);
    }

    [Fact]
    public void A_silo_that_is_full_refuses_launches_until_a_game_ends() => SimulatedHouse.Run(options => options.MaxSessions = 1, async house =>
    {
        await house.LaunchAsync(players: 1, ask: false);
        var other = house.Grains.GetGrain<GrainInterfaces.IGameSessionGrain>("ABC124");
        var launch = new GrainInterfaces.LaunchSession(Guid.NewGuid(), OneQuiz.Id, GrainInterfaces.WireJson.Body(new SessionSettings()), Seed: 1);
        Assert.Equal(Refusal.TooManySessions, (await other.Launch(launch)).Refusal);
        Assert.True((await house.CommandAsync(HostAction.End, 0)).Accepted);

        Assert.True((await other.Launch(launch)).Accepted);
    });
}
