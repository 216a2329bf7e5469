using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Storage.Events;
using Arena.Storage.Tests.Support;
using Arena.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>Effects of consumers happen once, on every database. The effect here: a security event per event, which counts.</summary>
public abstract class EventInboxTests : DatabaseTests
{
    private static readonly Guid Session = Guid.NewGuid();

    private EventInbox Inbox => Storage.Services.GetRequiredService<EventInbox>();

    [Fact]
    public async Task An_event_that_comes_again_has_no_second_effect()
    {
        await ApplyAsync(1, 2);
        await ApplyAsync(1, 2);
        await ApplyAsync(2, 3);
        Assert.Equal([1, 2, 3], await EffectsAsync());
    }

    [Fact]
    public async Task Consumers_and_sessions_do_not_count_for_each_other()
    {
        await ApplyAsync(1);
        await Inbox.ApplyOnceAsync("other", Events(Session, 1), Effect, default);
        await Inbox.ApplyOnceAsync("one", Events(Guid.NewGuid(), 1), Effect, default);
        Assert.Equal([1, 1, 1], await EffectsAsync());
    }

    [Fact]
    public async Task Of_many_at_once_one_has_the_effect()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ApplyAsync(1, 2, 3)));
        Assert.Equal([1, 2, 3], await EffectsAsync());
    }

    [Fact]
    public async Task An_effect_that_fails_is_not_remembered()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Inbox.ApplyOnceAsync(
            "one", Events(Session, 1), fresh => [.. Effect(fresh), new BatchStatement("INSERT INTO event_inbox (session_id, consumer, version) VALUES ($1, NULL, 1)", Session)], default));
        Assert.Empty(await EffectsAsync());
        await ApplyAsync(1);
        Assert.Equal([1], await EffectsAsync());
    }

    [Fact]
    public async Task A_dead_letter_has_its_effect_once_although_later_events_were_applied()
    {
        var deliveries = Storage.Services.GetRequiredService<IEventDeliveries>();
        await ApplyAsync(3);
        await deliveries.GiveUpAsync(new("one", Session, 2, "x.1", 8, "why", DateTimeOffset.UnixEpoch));
        await Inbox.ApplyOnceAsync("one", Events(Session, 2) with { IsDeadLetter = true }, Effect, default);
        await Inbox.ApplyOnceAsync("one", Events(Session, 2) with { IsDeadLetter = true }, Effect, default);
        Assert.Equal([3, 2], await EffectsAsync());
        Assert.Null(await deliveries.FindLetterAsync("one", Session, 2, default));
    }

    [Fact]
    public async Task Events_that_were_forgotten_are_applied_again()
    {
        await ApplyAsync(1, 2);
        await Inbox.ForgetAsync("one", Session, [new("DELETE FROM security_event WHERE ip = $1", "1")], default);
        Assert.Equal([2], await EffectsAsync());
        await ApplyAsync(1);
        Assert.Equal([2, 1], await EffectsAsync());
    }

    private Task ApplyAsync(params long[] versions) => Inbox.ApplyOnceAsync("one", Events(Session, versions), Effect, default);

    private static SessionEvents Events(Guid session, params long[] versions) =>
        new(session, [.. versions.Select(version => new SessionEvent(version, session, version, "x.1", "{}", 0))]);

    private static List<BatchStatement> Effect(IReadOnlyList<SessionEvent> events) =>
        [.. events.Select(happened => new BatchStatement("INSERT INTO security_event (at, event, ip) VALUES (0, 'SignedIn', $1)", $"{happened.Version}"))];

    private async Task<List<long>> EffectsAsync()
    {
        await using var context = Storage.Context();
        return [.. (await context.SecurityEvents.OrderBy(row => row.Id).Select(row => row.Ip!).ToListAsync()).Select(long.Parse)];
    }
}
