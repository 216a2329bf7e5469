using System.Text;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Grains.Tests;

/// <summary>More time for a player, and names: who is notified, and how long a question waits.</summary>
public sealed class AccommodationTests
{
    private const int AfterTheTime = OneQuiz.TimeLimitMs + 1_000;

    [Fact]
    public void Only_the_player_and_hosts_are_notified_of_more_time() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        var before = ear.Pushes.Count;
        Assert.True((await GrantAsync(fixture, seat: 1, PlayerTime.Double)).Accepted);
        await fixture.AdvanceAsync(1_000);
        var pushes = ear.Pushes.Skip(before).ToArray();

        Assert.All(pushes, push => Assert.Null(push.Session));
        var own = Assert.Single(Assert.Single(pushes, push => push.Seats.Length > 0).Seats);
        Assert.Equal(1, own.Seat);
        Assert.Contains("\"time\":\"double\"", Encoding.UTF8.GetString(own.View.Utf8.Span), StringComparison.Ordinal);
        Assert.Contains("\"time\":\"double\"", Encoding.UTF8.GetString(Assert.Single(pushes, push => push.Host is not null).Host!.Value.Utf8.Span), StringComparison.Ordinal);
    });

    [Fact]
    public void A_question_waits_only_for_connected_players_with_more_time() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 3);
        Assert.True((await GrantAsync(fixture, seat: 0, PlayerTime.Unlimited)).Accepted);
        Assert.True((await fixture.AnswerAsync(1)).Accepted);
        await fixture.AdvanceAsync(AfterTheTime);
        Assert.Equal(GameErrorCode.TooLate, (await fixture.AnswerAsync(2)).Refusal);
        await fixture.AdvanceAsync(60_000);
        Assert.DoesNotContain("reveal", ear.Phases);

        Assert.True((await fixture.AnswerAsync(0)).Accepted);
        await fixture.AdvanceAsync(1_000);

        Assert.Contains("reveal", ear.Phases);
    });

    [Fact]
    public void A_question_does_not_wait_for_a_disconnected_player_with_more_time() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2);
        Assert.True((await GrantAsync(fixture, seat: 0, PlayerTime.Unlimited)).Accepted);
        await fixture.Session.SeatPresence("gateway", 0, connected: false);
        await fixture.AdvanceAsync(AfterTheTime);
        await fixture.AdvanceAsync(1_000);

        Assert.Contains("reveal", ear.Phases);
        // No overtime is published when no player uses it.
        Assert.DoesNotContain(ear.Pushes, push => push.Session is { } session && Encoding.UTF8.GetString(session.Utf8.Span).Contains("\"overtime\":true", StringComparison.Ordinal));
    });

    [Fact]
    public void A_new_name_is_published_to_the_player_the_host_and_the_lobby() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 2, ask: false);
        var renamed = HostCommand.For(Guid.NewGuid(), step: 0, new HostAction.Rename(1, "Ann"));
        Assert.True((await fixture.Session.Command(fixture.SessionId, renamed)).Accepted);
        await fixture.AdvanceAsync(2_000);

        Assert.Equal(1, Assert.Single(Assert.Single(ear.Pushes, push => push.Seats.Length > 0).Seats).Seat);
        Assert.Contains(ear.Pushes, push => push.Session is { } session && Encoding.UTF8.GetString(session.Utf8.Span).Contains("\"Ann\"", StringComparison.Ordinal));
        Assert.Contains(ear.Pushes, push => push.Host is { } host && Encoding.UTF8.GetString(host.Utf8.Span).Contains("\"Ann\"", StringComparison.Ordinal));
    });

    private static Task<Outcome<Done>> GrantAsync(GrainFixture fixture, int seat, PlayerTime time) =>
        fixture.Session.Command(fixture.SessionId, HostCommand.For(Guid.NewGuid(), step: 0, new HostAction.GrantTime(seat, time)));
}
