using Arena.Game;

namespace Arena.Grains.Tests;

/// <summary>Sessions that move to another silo, because theirs stops or has died.</summary>
public sealed class HandoverTests
{
    [Fact]
    public async Task A_session_leaves_a_stopping_silo_between_two_questions_and_nothing_is_refused()
    {
        await using var house = await GrainHouse.OpenAsync(options => options.HandOverMs = 60_000, silos: 2);
        var ear = await house.LaunchAsync(players: 2);
        var home = house.Home;
        var stopping = house.StopAsync(home);
        await house.IdleAsync();

        // The question goes on where it was asked.
        Assert.True((await house.AnswerAsync(0)).Accepted);
        Assert.Equal(0, ear.Moves);
        Assert.True((await house.AnswerAsync(1)).Accepted);
        await house.AdvanceAsync(500);
        Assert.Contains("reveal", ear.Phases);
        await EndsSoonAsync(house, stopping);
        await EndsSoonAsync(house, ear.FirstMove);
        Assert.Equal(1, ear.Moves);
        Assert.NotSame(home, await HomeAfterAsync(house));

        var again = new Ear();
        var subscribed = await house.Session.Subscribe(
            house.SessionId, "gateway", house.Grains.CreateObjectReference<GrainInterfaces.ISessionObserver>(again), [0, 1], hosts: 1);
        Assert.True(subscribed.Accepted);
        Assert.True(subscribed.Value.Position.Epoch > 1);
        await house.AdvanceAsync(GameLimits.RepeatGuardMs);
        Assert.True((await house.CommandAsync(HostAction.Advance, step: 3)).Accepted);
        Assert.Equal(2, house.Journal.Count(GrainHouse.Code, "answerAccepted.1"));
    }

    [Fact]
    public async Task Who_hears_that_a_session_moves_does_not_find_it_on_the_silo_that_stops()
    {
        await using var house = await GrainHouse.OpenAsync(options => options.HandOverMs = 60_000, silos: 2);
        var ear = await house.LaunchAsync(players: 3, ask: false);
        var home = house.Home;
        for (var seat = 0; seat < 3; seat++)
            await house.Grains.GetGrain<GrainInterfaces.IPlayerGrain>(GrainInterfaces.PlayerKey.Of(GrainHouse.Code, seat)).RecordRoundTrip(20);
        var found = new TaskCompletionSource<bool>();
        // As a gateway does: on its own, not in the turn in which it was told.
        ear.OnMoved = () => Task.Run(async () =>
        {
            while (!found.Task.IsCompleted)
            {
                try
                {
                    found.TrySetResult((await house.Session.Find()).Accepted);
                }
                catch (Runtime.SiloUnavailableException)
                {
                    await Task.Yield();
                }
                catch (Exception other)
                {
                    found.TrySetException(other);
                }
            }
        });

        var stopping = house.StopAsync(home);
        await EndsSoonAsync(house, stopping);
        await EndsSoonAsync(house, found.Task);
        Assert.True(await found.Task);
        Assert.NotSame(home, house.Home);
    }

    [Fact]
    public async Task A_silo_that_was_declared_dead_does_not_wait_for_sessions_that_others_have_taken()
    {
        await using var house = await GrainHouse.OpenAsync(options => options.HandOverMs = 60_000, silos: 2);
        await house.LaunchAsync(players: 1);
        var home = house.Home;
        await house.FellAsync(home);

        var stopping = house.StopAsync(home);
        await EndsSoonAsync(house, stopping);
    }

    [Fact]
    public async Task A_session_of_a_dead_silo_goes_on_elsewhere_and_a_repeated_answer_counts_once()
    {
        await using var house = await GrainHouse.OpenAsync(silos: 3);
        await house.LaunchAsync(players: 2);
        var operation = Guid.NewGuid();
        Assert.True((await house.AnswerAsync(0, operation)).Accepted);
        await house.KillAsync(house.Home);
        await house.AdvanceAsync(5_000);
        await house.Session.Wake();
        await house.AdvanceAsync(4_000);
        Assert.True((await house.AnswerAsync(0, operation)).Accepted);
        Assert.True((await house.AnswerAsync(1)).Accepted);
        Assert.Equal(2, house.Journal.Count(GrainHouse.Code, "answerAccepted.1"));
    }

    [Fact]
    public async Task A_session_that_nobody_asks_for_is_woken_on_another_silo()
    {
        await using var house = await GrainHouse.OpenAsync(silos: 2);
        await house.LaunchAsync(players: 1);
        await house.KillAsync(house.Home);
        await house.AdvanceAsync(10_000);
        var opening = house.Journal.NextOpeningAsync();
        await house.AdvanceAsync(10_000);
        await opening.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_another_silo_a_stop_does_not_wait_for_the_question()
    {
        await using var house = await GrainHouse.OpenAsync();
        await house.LaunchAsync(players: 1);
        await house.StopAsync(house.Home);
    }

    /// <summary>Within half of the time that a silo gives its sessions to leave: it does not wait for that.</summary>
    private static Task EndsSoonAsync(GrainHouse house, Task what) => house.WhileTimePassesAsync(what, atMostMs: 30_000);

    private static async Task<Runtime.TestingHost.SiloHandle> HomeAfterAsync(GrainHouse house)
    {
        await house.Session.Wake();
        return house.Home;
    }
}
