using System.Text.Json;
using Arena.Game.Commands;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains.Configuration;

namespace Arena.Grains.Tests;

/// <summary>Sessions that move to another silo, because theirs stops or has died.</summary>
public sealed class HandoverTests
{
    private static readonly Action<GameOptions> HandsOver = options => options.HandOverMs = 60_000;

    [Fact]
    public void A_session_leaves_a_stopping_silo_between_two_questions_and_nothing_is_refused() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        var home = fixture.Home;
        var stopping = home.StopAsync();
        await fixture.IdleAsync();

        // The question continues where it was asked.
        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        Assert.Same(home, fixture.Home);
        Assert.True((await fixture.AnswerAsync(1)).Accepted);
        await fixture.AdvanceAsync(500);
        Assert.Contains("reveal", ear.Phases);
        await EndsSoonAsync(fixture, stopping);
        Assert.NotSame(home, fixture.Home);

        // The next silo has the subscription already.
        Assert.Equal(1, ear.Moves);
        var before = ear.Pushes.Count;
        await fixture.AdvanceAsync(GameLimits.RepeatGuardMs);
        Assert.True((await fixture.CommandAsync(new HostAction.Advance(), step: 3)).Accepted);
        await fixture.IdleAsync();
        Assert.Contains("standings", ear.Phases);
        Assert.All(ear.Pushes.Skip(before), push => Assert.True(push.Position.Epoch > 1));
        Assert.Equal(2, fixture.Journal.Count(GrainFixture.Code, "answerAccepted.2"));
        Assert.Equal(0, fixture.Journal.Count(GrainFixture.Code, "gamePaused.1"));
    }, silos: 2);

    [Fact]
    public void A_session_whose_migration_is_rejected_is_announced_and_continues_where_it_is_asked_for() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1, ask: false);
        var home = fixture.Home;
        var other = fixture.Cluster.Silos.Single(silo => silo != home);
        other.RejectsMigrations = true;
        await EndsSoonAsync(fixture, home.StopAsync());
        await fixture.IdleAsync();
        Assert.Equal(1, ear.Moves);
        Assert.False(other.Has($"gamesession/{GrainFixture.Code}"));

        var again = new Ear();
        Assert.True((await fixture.Session.Subscribe(fixture.SessionId, "gateway", fixture.Observe(again), [0], hosts: 1)).Accepted);
        Assert.Same(other, fixture.Home);
        Assert.True((await fixture.CommandAsync(new HostAction.Start(), step: 0)).Accepted);
        await fixture.AdvanceAsync(1);
        await fixture.AdvanceAsync(700);
        Assert.Contains("asking", again.Phases);
        Assert.True((await fixture.AnswerAsync(0)).Accepted);
    }, silos: 2);

    [Fact]
    public void A_session_whose_migration_is_rejected_does_not_return_to_the_silo_that_drains() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1, ask: false);
        var home = fixture.Home;
        var other = fixture.Cluster.Silos.Single(silo => silo != home);
        other.RejectsMigrations = true;
        Task<Outcome<Subscribed>>? subscribing = null;
        ear.OnMoved = () => subscribing = fixture.Session.Subscribe(fixture.SessionId, "gateway", fixture.Observe(new Ear()), [0], hosts: 1);

        await EndsSoonAsync(fixture, home.StopAsync());
        Assert.True((await subscribing!).Accepted);
        Assert.Same(other, fixture.Home);
    }, silos: 2);

    [Fact]
    public void A_session_that_a_new_silo_sends_back_to_the_silo_that_drains_is_asked_again() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1);
        var home = fixture.Home;
        var other = fixture.Cluster.Silos.Single(silo => silo != home);
        var stopping = home.StopAsync();
        await fixture.IdleAsync();
        // It joins after the announcement, and does not know.
        var joined = fixture.Cluster.AddSilo();
        await joined.StartAsync();
        Assert.Same(home, joined.PlaceOf($"gamesession/{GrainFixture.Code}"));
        other.RejectsMigrations = joined.RejectsMigrations = true;
        Task? subscribing = null;
        ear.OnMoved = () => subscribing = joined.Process.RunAsync(async () =>
        {
            Assert.NotNull((await joined.GrainFactory.GetGrain<IGameSessionGrain>(GrainFixture.Code).Find(CancellationToken.None)).Value);
            other.RejectsMigrations = joined.RejectsMigrations = false;
        });

        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        await fixture.AdvanceAsync(500);
        await EndsSoonAsync(fixture, stopping);
        await subscribing!;
        Assert.NotSame(home, fixture.Home);
    }, silos: 2);

    [Fact]
    public void A_session_launched_while_a_silo_drains_is_placed_on_another() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        await fixture.LaunchAsync(players: 1);
        var home = fixture.Home;
        var late = Enumerable.Range(0, 100).Select(number => $"LATE{number:00}").First(code => home.PlaceOf($"gamesession/{code}") == home);
        var stopping = home.StopAsync();
        await fixture.IdleAsync();
        var session = fixture.Grains.GetGrain<IGameSessionGrain>(late);
        Assert.True((await session.Launch(new(Guid.NewGuid(), OneQuiz.Id, WireJson.Body(new SessionSettings()), Seed: 1))).Accepted);
        Assert.False(home.Has($"gamesession/{late}"));
        Assert.True(home.Has($"gamesession/{GrainFixture.Code}"));

        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        await EndsSoonAsync(fixture, stopping);
    }, silos: 2);

    [Fact]
    public void Silos_that_stop_at_the_same_time_do_not_pass_a_session_back_and_forth() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        await EndsSoonAsync(fixture, Task.WhenAll(fixture.Cluster.Silos.Select(silo => silo.StopAsync())));
        Assert.Equal(1, Assert.Single(await fixture.Journal.LiveSessionsAsync(CancellationToken.None)).Epoch);
    }, silos: 2);

    [Fact]
    public void A_browser_of_removed_players_is_known_on_the_next_silo() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        var browser = Guid.NewGuid();
        foreach (var name in (string[])["Eve", "Eve again"])
        {
            var joined = (await JoinAsync(name)).Value!;
            Assert.True((await fixture.Session.Command(fixture.SessionId, HostCommand.For(Guid.NewGuid(), 0, new HostAction.Kick(joined.Seat)))).Accepted);
        }
        var home = fixture.Home;
        await EndsSoonAsync(fixture, home.StopAsync());
        Assert.NotSame(home, fixture.Home);
        Assert.Equal(GameErrorCode.Kicked, (await JoinAsync("Eve once more")).Refusal);

        Task<Outcome<Joined>> JoinAsync(string name) => fixture.Session.Join(new(Guid.NewGuid(), name) { Network = "school", Browser = browser });
    }, silos: 2);

    [Fact]
    public void A_player_who_lost_the_connection_is_still_waited_for_on_the_next_silo() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        await fixture.LaunchAsync(players: 2, ask: false);
        await fixture.Session.SeatPresence("gateway", seat: 1, connected: false);
        var home = fixture.Home;
        await EndsSoonAsync(fixture, home.StopAsync());
        Assert.NotSame(home, fixture.Home);

        Assert.True((await fixture.CommandAsync(new HostAction.Start(), step: 0)).Accepted);
        await fixture.AdvanceAsync(1);
        await fixture.AdvanceAsync(700);
        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        await fixture.AdvanceAsync(500);
        Assert.True((await fixture.AnswerAsync(1)).Accepted);
    }, silos: 2);

    [Fact]
    public void Calls_during_a_session_move_reach_it_on_the_other_silo() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        await fixture.LaunchAsync(players: 3, ask: false);
        var home = fixture.Home;
        for (var seat = 0; seat < 3; seat++)
            await fixture.Grains.GetGrain<IPlayerGrain>(PlayerKey.Of(GrainFixture.Code, seat)).RecordRoundTrip(20);
        var stopping = home.StopAsync();
        while (!stopping.IsCompleted)
        {
            Assert.True((await fixture.Session.Find()).Accepted);
            await fixture.AdvanceAsync(1);
        }

        await EndsSoonAsync(fixture, stopping);
        Assert.NotSame(home, fixture.Home);
    }, silos: 2);

    [Fact]
    public void A_silo_that_was_declared_dead_does_not_wait_for_sessions_that_others_have_taken() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        await fixture.LaunchAsync(players: 1);
        var home = fixture.Home;
        home.IsCutOff = true;
        fixture.Cluster.Membership.DeclareDead(home);
        await fixture.Journal.StealAsync(GrainFixture.Code);

        await EndsSoonAsync(fixture, home.StopAsync());
    }, silos: 2);

    [Fact]
    public void A_session_of_a_dead_silo_resumes_on_another_and_a_repeated_answer_counts_once() => SimulatedFixture.Run(_ => { }, async fixture =>
    {
        await fixture.LaunchAsync(players: 2);
        var operation = Guid.NewGuid();
        Assert.True((await fixture.AnswerAsync(0, operation)).Accepted);
        fixture.Home.Kill();
        await fixture.AdvanceAsync(5_000);
        await fixture.Session.Wake(epoch: 1);
        await fixture.AdvanceAsync(4_000);
        Assert.True((await fixture.AnswerAsync(0, operation)).Accepted);
        Assert.True((await fixture.AnswerAsync(1)).Accepted);
        Assert.Equal(2, fixture.Journal.Count(GrainFixture.Code, "answerAccepted.2"));
    }, silos: 3);

    [Fact]
    public void A_session_of_a_dead_silo_runs_again_a_second_after_all_its_players_are_back() => SimulatedFixture.Run(_ => { }, async fixture =>
    {
        await fixture.LaunchAsync(players: 2);
        fixture.Home.Kill();
        await fixture.AdvanceAsync(5_000);
        await fixture.Session.Wake(epoch: 1);
        var ear = new Ear();
        Assert.True((await fixture.Session.Subscribe(fixture.SessionId, "gateway", fixture.Observe(ear), [0], hosts: 1)).Accepted);
        await fixture.AdvanceAsync(100);
        Assert.Equal(GameErrorCode.Paused, (await fixture.AnswerAsync(0)).Refusal);
        await fixture.Session.SeatPresence("gateway", seat: 1, connected: true);
        await fixture.AdvanceAsync(999);
        Assert.Equal(GameErrorCode.Paused, (await fixture.AnswerAsync(0)).Refusal);
        await fixture.AdvanceAsync(2);
        Assert.Equal(GameErrorCode.TooEarly, (await fixture.AnswerAsync(0)).Refusal);
        await fixture.AdvanceAsync(600);
        Assert.True((await fixture.AnswerAsync(0)).Accepted);
    }, silos: 3);

    [Fact]
    public void A_session_without_calls_is_activated_on_another_silo() => SimulatedFixture.Run(_ => { }, async fixture =>
    {
        await fixture.LaunchAsync(players: 1);
        fixture.Home.Kill();
        var opening = fixture.Journal.NextOpeningAsync();
        await fixture.AdvanceAsync(20_000);
        Assert.True(opening.IsCompleted);
    }, silos: 2);

    [Fact]
    public void A_stale_activation_that_has_nothing_to_write_makes_way_for_the_newest_state() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1, ask: false);
        await fixture.DecideElsewhereAsync(new GameCommand.Host(Guid.NewGuid(), Step: 0, new HostAction.Start()));
        Assert.Equal("lobby", await PhaseAsync(fixture));

        await fixture.AdvanceAsync(new GameOptions().WakeMs);
        Assert.Equal(1, ear.Moves);
        Assert.Equal("getReady", await PhaseAsync(fixture));
        await fixture.AdvanceAsync(5_000);

        Assert.Equal("asking", await PhaseAsync(fixture));
    });

    [Fact]
    public void An_activation_that_reopens_its_journal_is_not_taken_for_a_stale_one() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1);
        fixture.Journal.Down = true;
        Assert.Equal(GameErrorCode.Unavailable, (await fixture.AnswerAsync(0)).Refusal);
        await fixture.Session.Wake(epoch: 2);
        fixture.Journal.Down = false;
        await fixture.AdvanceAsync(2_000);
        await fixture.Session.Wake(epoch: 2);

        Assert.True((await fixture.Session.HostSnapshot(fixture.SessionId)).Accepted);
        Assert.Equal(0, ear.Moves);
    });

    [Fact]
    public void A_session_of_the_last_silo_stays_until_the_stop_and_announces_nothing() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1, ask: false);
        ear.OnMoved = () => _ = fixture.Session.Subscribe(fixture.SessionId, "gateway", fixture.Observe(new Ear()), [0], hosts: 1);
        await EndsSoonAsync(fixture, fixture.Home.StopAsync());
        Assert.Equal(0, ear.Moves);
        Assert.Equal(1, Assert.Single(await fixture.Journal.LiveSessionsAsync(CancellationToken.None)).Epoch);
    });

    [Fact]
    public void Without_another_silo_a_stop_does_not_wait_for_the_question() => SimulatedFixture.Run(HandsOver, async fixture =>
    {
        await fixture.LaunchAsync(players: 1);
        await fixture.WithinAsync(OneQuiz.TimeLimitMs / 2, fixture.Home.StopAsync());
    });

    private static async Task<string?> PhaseAsync(SimulatedFixture fixture)
    {
        var view = (await fixture.Session.HostSnapshot(fixture.SessionId)).Value!.Session;
        return JsonDocument.Parse(view.Utf8).RootElement.GetProperty("phase").GetProperty("kind").GetString();
    }

    /// <summary>Within half of the time that a silo gives its sessions to leave: it does not wait for that.</summary>
    private static Task EndsSoonAsync(SimulatedFixture fixture, Task what) => fixture.WithinAsync(30_000, what);
}
