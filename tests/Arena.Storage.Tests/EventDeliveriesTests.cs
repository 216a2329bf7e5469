using Arena.Grains.Ports;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>Backlogs and dead letters, on every database.</summary>
public abstract class EventDeliveriesTests : DatabaseTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(Sessions.Now);
    private static readonly Guid Session = Guid.NewGuid();
    private static readonly string[] Names = ["one", "early", "late"];

    private IEventDeliveries Deliveries => Storage.Services.GetRequiredService<IEventDeliveries>();

    [Fact]
    public async Task A_backlog_stays_unless_another_begins_earlier()
    {
        var first = new EventBacklog("one", Session, 5, 1, Now, "why");
        await Deliveries.DeferAsync(first, default);
        await Deliveries.DeferAsync(first with { Version = 6, Error = null }, default);
        Assert.Equal(first, await Deliveries.FindAsync("one", Session, default));
        await Deliveries.DeferAsync(first with { Version = 4, Error = null }, default);
        Assert.Equal(first with { Version = 4, Error = null }, await Deliveries.FindAsync("one", Session, default));
        Assert.Equal(["one"], await Deliveries.BehindAsync(Session, default));
        Assert.Empty(await Deliveries.BehindAsync(Guid.NewGuid(), default));
    }

    [Fact]
    public async Task A_backlog_is_replaced_only_as_it_was_read_and_the_dead_letter_comes_with_it()
    {
        var was = new EventBacklog("one", Session, 5, 7, Now, "why");
        var letter = new DeadLetter("one", Session, 5, "x.1", 8, "why", Now);
        await Deliveries.DeferAsync(was, default);
        Assert.False(await Deliveries.ReplaceAsync(was with { Attempts = 6 }, was with { Version = 6 }, letter, default));
        Assert.Null(await Deliveries.FindLetterAsync("one", Session, 5, default));

        Assert.True(await Deliveries.ReplaceAsync(was, was with { Version = 6, Attempts = 0 }, letter, default));
        Assert.Equal(letter, await Deliveries.FindLetterAsync("one", Session, 5, default));
        Assert.False(await Deliveries.ReplaceAsync(was, null, null, default));
        Assert.True(await Deliveries.ReplaceAsync(was with { Version = 6, Attempts = 0 }, null, null, default));
        Assert.Null(await Deliveries.FindAsync("one", Session, default));
    }

    [Fact]
    public async Task Backlogs_are_due_from_their_time_on_the_longest_first()
    {
        await Deliveries.DeferAsync(new("late", Session, 1, 1, Now.AddSeconds(2), null), default);
        await Deliveries.DeferAsync(new("early", Session, 1, 1, Now.AddSeconds(1), null), default);
        Assert.Empty(await Deliveries.DueAsync(Names, Now, 10, default));
        Assert.Equal(["early"], (await Deliveries.DueAsync(Names, Now.AddSeconds(1), 10, default)).Select(due => due.Consumer));
        Assert.Equal(["early", "late"], (await Deliveries.DueAsync(Names, Now.AddSeconds(2), 10, default)).Select(due => due.Consumer));
        Assert.Equal(["early"], (await Deliveries.DueAsync(Names, Now.AddSeconds(2), 1, default)).Select(due => due.Consumer));
    }

    [Fact]
    public async Task What_belongs_to_a_consumer_that_is_no_more_hides_nothing_of_the_others()
    {
        await Deliveries.DeferAsync(new("former", Session, 1, 1, Now, null), default);
        await Deliveries.DeferAsync(new("one", Session, 1, 1, Now.AddSeconds(1), null), default);
        await Deliveries.GiveUpAsync(new("former", Session, 1, "x.1", 8, "why", Now));
        await Deliveries.GiveUpAsync(new("one", Session, 1, "x.1", 8, "why", Now));
        await WantAgainAsync();
        Assert.Equal(["one"], (await Deliveries.DueAsync(Names, Now.AddSeconds(1), 1, default)).Select(due => due.Consumer));
        Assert.Equal(["one"], (await Deliveries.WantedAgainAsync(Names, 1, default)).Select(letter => letter.Consumer));
    }

    [Fact]
    public async Task A_dead_letter_that_is_wanted_again_is_listed_until_it_fails_again_or_is_gone()
    {
        var letter = new DeadLetter("one", Session, 5, "x.1", 8, "why", Now);
        await Deliveries.GiveUpAsync(letter);
        Assert.Empty(await Deliveries.WantedAgainAsync(Names, 10, default));
        await WantAgainAsync();
        Assert.Equal([letter], await Deliveries.WantedAgainAsync(Names, 10, default));
        await Deliveries.UpdateLetterAsync(letter with { Attempts = 9 }, default);
        Assert.Empty(await Deliveries.WantedAgainAsync(Names, 10, default));
        Assert.Equal(9, (await Deliveries.FindLetterAsync("one", Session, 5, default))?.Attempts);
        await Deliveries.RemoveLetterAsync(letter, default);
        Assert.Null(await Deliveries.FindLetterAsync("one", Session, 5, default));
    }

    [Fact]
    public async Task A_dead_letter_that_was_discarded_while_it_was_tried_again_stays_away()
    {
        var letter = new DeadLetter("one", Session, 5, "x.1", 8, "why", Now);
        await Deliveries.GiveUpAsync(letter);
        await Deliveries.RemoveLetterAsync(letter, default);
        await Deliveries.UpdateLetterAsync(letter with { Attempts = 9 }, default);
        Assert.Null(await Deliveries.FindLetterAsync("one", Session, 5, default));
    }

    [Fact]
    public async Task A_backlog_does_not_end_before_an_event_that_came_meanwhile()
    {
        var game = await Storage.Journal.BeginAsync("AAAAAA");
        var was = new EventBacklog("one", game.SessionId, 2, 0, Now, null);
        await Deliveries.DeferAsync(was, default);
        await Storage.Journal.AppendAsync(game, 1, "b");
        Assert.False(await Deliveries.ReplaceAsync(was, null, null, default));
        Assert.True(await Deliveries.ReplaceAsync(was, was with { Version = 3 }, null, default));
        Assert.True(await Deliveries.ReplaceAsync(was with { Version = 3 }, null, null, default));
    }

    [Fact]
    public async Task A_consumer_starts_over_in_the_sessions_with_events_behind_a_position()
    {
        await Storage.Journal.BeginAsync("AAAAAA");
        var position = (await Storage.Services.GetRequiredService<IEventFeed>().AllAsync())[^1].Position;
        var later = await Storage.Journal.BeginAsync("BBBBBB");
        await Storage.Journal.AppendAsync(later, 1, "b");
        await Deliveries.DeferAsync(new("one", later.SessionId, 9, 3, Now.AddDays(1), "why"), default);

        Assert.Equal(1, await Deliveries.StartOverAsync("one", position, Now, default));

        Assert.Equal([new("one", later.SessionId, 1, 0, Now, null, StartsOver: true)], await Deliveries.DueAsync(Names, Now, 10, default));
        Assert.Equal(2, await Deliveries.StartOverAsync("one", 0, Now, default));
        Assert.Equal(2, (await Deliveries.DueAsync(Names, Now, 10, default)).Count);
    }

    private async Task WantAgainAsync()
    {
        await using var context = Storage.Context();
        await context.EventDeadLetters.ExecuteUpdateAsync(set => set.SetProperty(row => row.WantedAgain, true));
    }
}
