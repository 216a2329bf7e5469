using System.Text.Json;
using Arena.Game;
using Arena.GrainInterfaces;

namespace Arena.Grains.Tests;

/// <summary>Sessions that move to another silo, because theirs stops or has died.</summary>
public sealed class HandoverTests
{
    private static readonly Action<GameOptions> HandsOver = options => options.HandOverMs = 60_000;

    [Fact]
    public void A_session_leaves_a_stopping_silo_between_two_questions_and_nothing_is_refused() => SimulatedHouse.Run(HandsOver, async house =>
    {
        var ear = await house.LaunchAsync(players: 2);
        var home = house.Home;
        var stopping = home.StopAsync();
        await house.IdleAsync();

        // The question continues where it was asked.
        Assert.True((await house.AnswerAsync(0)).Accepted);
        Assert.Same(home, house.Home);
        Assert.True((await house.AnswerAsync(1)).Accepted);
        await house.AdvanceAsync(500);
        Assert.Contains("reveal", ear.Phases);
        await EndsSoonAsync(house, stopping);
        Assert.NotSame(home, house.Home);

        // The next silo has the subscription already.
        Assert.Equal(1, ear.Moves);
        var before = ear.Pushes.Count;
        await house.AdvanceAsync(GameLimits.RepeatGuardMs);
        Assert.True((await house.CommandAsync(HostAction.Advance, step: 3)).Accepted);
        await house.IdleAsync();
        Assert.Contains("standings", ear.Phases);
        Assert.All(ear.Pushes.Skip(before), push => Assert.True(push.Position.Epoch > 1));
        Assert.Equal(2, house.Journal.Count(GrainHouse.Code, "answerAccepted.1"));
        Assert.Equal(0, house.Journal.Count(GrainHouse.Code, "gamePaused.1"));
    }, silos: 2);

    [Fact]
    public void A_session_whose_migration_is_rejected_is_announced_and_continues_where_it_is_asked_for() => SimulatedHouse.Run(HandsOver, async house =>
    {
        var ear = await house.LaunchAsync(players: 1, ask: false);
        var home = house.Home;
        var other = house.Cluster.Silos.Single(silo => silo != home);
        other.RejectsMigrations = true;
        await EndsSoonAsync(house, home.StopAsync());
        await house.IdleAsync();
        Assert.Equal(1, ear.Moves);
        Assert.False(other.Has($"gamesession/{GrainHouse.Code}"));

        var again = new Ear();
        Assert.True((await house.Session.Subscribe(house.SessionId, "gateway", house.Observe(again), [0], hosts: 1)).Accepted);
        Assert.Same(other, house.Home);
        Assert.True((await house.CommandAsync(HostAction.Start, step: 0)).Accepted);
        await house.AdvanceAsync(1);
        await house.AdvanceAsync(700);
        Assert.Contains("asking", again.Phases);
        Assert.True((await house.AnswerAsync(0)).Accepted);
    }, silos: 2);

    [Fact]
    public void A_session_activated_on_a_stopping_silo_leaves_it_again() => SimulatedHouse.Run(HandsOver, async house =>
    {
        await house.LaunchAsync(players: 1);
        var home = house.Home;
        var stopping = home.StopAsync();
        await house.IdleAsync();
        var late = Enumerable.Range(0, 100).Select(number => $"LATE{number:00}").First(code => home.WouldPlace($"gamesession/{code}"));
        var session = house.Grains.GetGrain<IGameSessionGrain>(late);
        Assert.True((await session.Launch(new(Guid.NewGuid(), OneQuiz.Id, WireJson.Body(new SessionSettings()), Seed: 1))).Accepted);
        Assert.True(home.Has($"gamesession/{late}"));
        await house.AdvanceAsync(1_000);
        Assert.False(home.Has($"gamesession/{late}"));
        Assert.True(home.Has($"gamesession/{GrainHouse.Code}"));

        Assert.True((await house.AnswerAsync(0)).Accepted);
        await EndsSoonAsync(house, stopping);
    }, silos: 2);

    [Fact]
    public void A_player_who_lost_the_connection_is_still_waited_for_on_the_next_silo() => SimulatedHouse.Run(HandsOver, async house =>
    {
        await house.LaunchAsync(players: 2, ask: false);
        await house.Session.SeatPresence("gateway", seat: 1, connected: false);
        var home = house.Home;
        await EndsSoonAsync(house, home.StopAsync());
        Assert.NotSame(home, house.Home);

        Assert.True((await house.CommandAsync(HostAction.Start, step: 0)).Accepted);
        await house.AdvanceAsync(1);
        await house.AdvanceAsync(700);
        Assert.True((await house.AnswerAsync(0)).Accepted);
        await house.AdvanceAsync(500);
        Assert.True((await house.AnswerAsync(1)).Accepted);
    }, silos: 2);

    [Fact]
    public void Calls_during_a_session_move_reach_it_on_the_other_silo() => SimulatedHouse.Run(HandsOver, async house =>
    {
        await house.LaunchAsync(players: 3, ask: false);
        var home = house.Home;
        for (var seat = 0; seat < 3; seat++)
            await house.Grains.GetGrain<IPlayerGrain>(PlayerKey.Of(GrainHouse.Code, seat)).RecordRoundTrip(20);
        var stopping = home.StopAsync();
        while (!stopping.IsCompleted)
        {
            Assert.True((await house.Session.Find()).Accepted);
            await house.AdvanceAsync(1);
        }

        await EndsSoonAsync(house, stopping);
        Assert.NotSame(home, house.Home);
    }, silos: 2);

    [Fact]
    public void A_silo_that_was_declared_dead_does_not_wait_for_sessions_that_others_have_taken() => SimulatedHouse.Run(HandsOver, async house =>
    {
        await house.LaunchAsync(players: 1);
        var home = house.Home;
        home.IsCutOff = true;
        house.Cluster.Membership.DeclareDead(home);
        await house.Journal.StealAsync(GrainHouse.Code);

        await EndsSoonAsync(house, home.StopAsync());
    }, silos: 2);

    [Fact]
    public void A_session_of_a_dead_silo_resumes_on_another_and_a_repeated_answer_counts_once() => SimulatedHouse.Run(_ => { }, async house =>
    {
        await house.LaunchAsync(players: 2);
        var operation = Guid.NewGuid();
        Assert.True((await house.AnswerAsync(0, operation)).Accepted);
        house.Home.Kill();
        await house.AdvanceAsync(5_000);
        await house.Session.Wake(epoch: 1);
        await house.AdvanceAsync(4_000);
        Assert.True((await house.AnswerAsync(0, operation)).Accepted);
        Assert.True((await house.AnswerAsync(1)).Accepted);
        Assert.Equal(2, house.Journal.Count(GrainHouse.Code, "answerAccepted.1"));
    }, silos: 3);

    [Fact]
    public void A_session_of_a_dead_silo_runs_again_a_second_after_all_its_players_are_back() => SimulatedHouse.Run(_ => { }, async house =>
    {
        await house.LaunchAsync(players: 2);
        house.Home.Kill();
        await house.AdvanceAsync(5_000);
        await house.Session.Wake(epoch: 1);
        var ear = new Ear();
        Assert.True((await house.Session.Subscribe(house.SessionId, "gateway", house.Observe(ear), [0], hosts: 1)).Accepted);
        await house.AdvanceAsync(100);
        Assert.Equal(Refusal.Paused, (await house.AnswerAsync(0)).Refusal);
        await house.Session.SeatPresence("gateway", seat: 1, connected: true);
        await house.AdvanceAsync(999);
        Assert.Equal(Refusal.Paused, (await house.AnswerAsync(0)).Refusal);
        await house.AdvanceAsync(2);
        Assert.Equal(Refusal.TooEarly, (await house.AnswerAsync(0)).Refusal);
        await house.AdvanceAsync(600);
        Assert.True((await house.AnswerAsync(0)).Accepted);
    }, silos: 3);

    [Fact]
    public void A_session_without_calls_is_activated_on_another_silo() => SimulatedHouse.Run(_ => { }, async house =>
    {
        await house.LaunchAsync(players: 1);
        house.Home.Kill();
        var opening = house.Journal.NextOpeningAsync();
        await house.AdvanceAsync(20_000);
        Assert.True(opening.IsCompleted);
    }, silos: 2);

    [Fact]
    public void A_stale_activation_that_has_nothing_to_write_makes_way_for_the_newest_state() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 1, ask: false);
        await house.DecideElsewhereAsync(new GameCommand.Host(Guid.NewGuid(), HostAction.Start, Step: 0, Value: 0));
        Assert.Equal("lobby", await PhaseAsync(house));

        await house.AdvanceAsync(new GameOptions().WakeMs);
        Assert.Equal(1, ear.Moves);
        Assert.Equal("getReady", await PhaseAsync(house));
        await house.AdvanceAsync(5_000);

        Assert.Equal("asking", await PhaseAsync(house));
    });

    [Fact]
    public void An_activation_that_reopens_its_journal_is_not_taken_for_a_stale_one() => SimulatedHouse.Run(async house =>
    {
        var ear = await house.LaunchAsync(players: 1);
        house.Journal.Down = true;
        Assert.Equal(Refusal.Unavailable, (await house.AnswerAsync(0)).Refusal);
        await house.Session.Wake(epoch: 2);
        house.Journal.Down = false;
        await house.AdvanceAsync(2_000);
        await house.Session.Wake(epoch: 2);

        Assert.True((await house.Session.HostSnapshot(house.SessionId)).Accepted);
        Assert.Equal(0, ear.Moves);
    });

    [Fact]
    public void Without_another_silo_a_stop_does_not_wait_for_the_question() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1);
        await EndsSoonAsync(house, house.Home.StopAsync());
    });

    private static async Task<string?> PhaseAsync(SimulatedHouse house)
    {
        var view = (await house.Session.HostSnapshot(house.SessionId)).Value!.Session;
        return JsonDocument.Parse(view.Utf8).RootElement.GetProperty("phase").GetProperty("kind").GetString();
    }

    /// <summary>Within half of the time that a silo gives its sessions to leave: it does not wait for that.</summary>
    private static Task EndsSoonAsync(SimulatedHouse house, Task what) => house.WithinAsync(30_000, what);
}
