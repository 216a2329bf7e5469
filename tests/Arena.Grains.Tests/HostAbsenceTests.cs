using Arena.Game.Vocabulary;

namespace Arena.Grains.Tests;

/// <summary>A host who is disconnected for longer than the lease, and a session in which nothing happens.</summary>
public sealed class HostAbsenceTests
{
    private const int LeaseMs = 30_000;
    private static readonly SessionSettings Continuing = new() { GetReadyMs = 0, ContinueWithoutHost = true };

    [Fact]
    public void A_game_waits_in_the_reveal_for_its_host() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        await fixture.Session.HostPresence("gateway", 0);
        await fixture.AdvanceAsync(OneQuiz.TimeLimitMs + 1_000);
        Assert.Equal("reveal", ear.Phases.Last());

        await fixture.AdvanceAsync(10 * LeaseMs);

        Assert.Equal("reveal", ear.Phases.Last());
        Assert.Equal(0, fixture.Journal.Count(GrainFixture.Code, "paceChanged.1"));
    });

    [Fact]
    public void A_pause_holds_without_a_host_even_in_a_game_that_continues_without_one() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2, settings: Continuing);
        Assert.True((await fixture.CommandAsync(new HostAction.Pause(), 0)).Accepted);
        await fixture.Session.HostPresence("gateway", 0);

        await fixture.AdvanceAsync(10 * LeaseMs);

        Assert.Equal("asking", ear.Phases.Last());
        Assert.Equal(0, fixture.Journal.Count(GrainFixture.Code, "gameResumed.1"));
    });

    [Fact]
    public void A_game_that_was_launched_to_continue_without_its_host_does_so_after_the_lease() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2, settings: Continuing);
        Assert.True((await fixture.CommandAsync(new HostAction.Advance(), 2)).Accepted);
        await fixture.Session.HostPresence("gateway", 0);
        await fixture.AdvanceAsync(LeaseMs - 1);
        Assert.Equal("reveal", ear.Phases.Last());

        await fixture.AdvanceAsync(1);
        await fixture.AdvanceAsync(6_000);

        Assert.Equal("standings", ear.Phases.Last());
    });

    [Fact]
    public void All_are_warned_before_a_session_without_activity_ends_and_a_host_keeps_it_open() => SimulatedFixture.Run(options => (options.IdleExpiryMinutes, options.SubscriptionMs) = (4, 600_000), async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1, ask: false);
        await fixture.AdvanceAsync(Minutes(2));
        Assert.Matches("\"expiresAtMs\":[0-9]+", Newest(ear));

        Assert.True((await fixture.CommandAsync(new HostAction.KeepOpen(), 0)).Accepted);
        await fixture.IdleAsync();
        Assert.Contains("\"expiresAtMs\":null", Newest(ear), StringComparison.Ordinal);

        await fixture.AdvanceAsync(Minutes(2));
        Assert.Matches("\"expiresAtMs\":[0-9]+", Newest(ear));
        Assert.True((await fixture.Session.Join(new(Guid.NewGuid(), "Late"))).Accepted);
        await fixture.IdleAsync();
        Assert.Contains("\"expiresAtMs\":null", Newest(ear), StringComparison.Ordinal);

        await fixture.AdvanceAsync(Minutes(2));
        await fixture.AdvanceAsync(Minutes(2));
        Assert.Contains("abandoned", Newest(ear), StringComparison.Ordinal);
    });

    private static int Minutes(int count) => count * 60_000;

    private static string Newest(Ear ear) =>
        System.Text.Encoding.UTF8.GetString(ear.Pushes.Last(push => push.Session is not null).Session!.Value.Utf8.Span);
}
