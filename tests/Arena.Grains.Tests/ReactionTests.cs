using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Grains.Tests;

/// <summary>Reactions pass through the session, which knows all gateways, and leave nothing behind.</summary>
public sealed class ReactionTests
{
    private static readonly ReactionBatch Batch = new([new(Reaction.Clap, 3)], [0, 1]);

    [Fact]
    public void They_reach_every_gateway_with_a_host_and_no_other_and_are_not_stored() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 2, ask: false);
        var (screen, other, phones) = (new Ear(), new Ear(), new Ear());
        var subscribed = await fixture.Session.Subscribe(fixture.SessionId, "screen", fixture.Observe(screen), [], hosts: 1);
        Assert.True(subscribed.Value!.TakesReactions);
        await fixture.Session.Subscribe(fixture.SessionId, "other", fixture.Observe(other), [1], hosts: 2);
        await fixture.Session.Subscribe(fixture.SessionId, "phones", fixture.Observe(phones), [0], hosts: 0);
        var version = fixture.Journal.Entries(fixture.SessionId).Count;

        await fixture.Session.React(fixture.SessionId, Batch);
        await fixture.IdleAsync();
        await fixture.AdvanceAsync(500);

        Assert.Equal(Batch.Counts, Assert.Single(screen.Reactions).Counts);
        Assert.Equal(Batch.Seats, Assert.Single(other.Reactions).Seats);
        Assert.Empty(phones.Reactions);
        Assert.Equal(version, fixture.Journal.Entries(fixture.SessionId).Count);
    });

    [Fact]
    public void A_question_that_is_asked_an_unknown_session_and_a_host_who_wants_none_let_none_through() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1, ask: false);
        await fixture.Session.React(Guid.NewGuid(), Batch);
        await fixture.CommandAsync(new HostAction.Start(), 0);
        await fixture.IdleAsync();
        Assert.False(ear.Pushes.Last(push => push.Session is not null).TakesReactions);
        await fixture.Session.React(fixture.SessionId, Batch);
        await fixture.AdvanceAsync(500);
        Assert.Empty(ear.Reactions);
    });

    [Fact]
    public void A_session_of_a_host_who_wants_none_takes_none() => SimulatedFixture.Run(async fixture =>
    {
        var ear = await fixture.LaunchAsync(players: 1, ask: false, new() { Reactions = false });
        await fixture.Session.React(fixture.SessionId, Batch);
        await fixture.AdvanceAsync(500);
        Assert.Empty(ear.Reactions);
    });
}
