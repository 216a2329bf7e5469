using Arena.Grains.Ports;
using Arena.Storage.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>All journals as one stream, on every database.</summary>
public abstract class EventFeedTests : DatabaseTests
{
    protected IEventFeed Feed => Storage.Services.GetRequiredService<IEventFeed>();

    [Fact]
    public async Task An_empty_log_has_no_entries()
    {
        var page = await Feed.ReadAsync(queue: 0, after: 0, limit: 10, default);
        Assert.Empty(page.Events);
        Assert.Equal((0, false), (page.Reached, page.IsHeldBack));
    }

    [Fact]
    public async Task Every_session_is_in_the_queue_of_its_id_and_pages_follow_one_another_without_gap_or_repetition()
    {
        var owners = new List<OpenedJournal>();
        for (var number = 0; number < 30; number++)
            owners.Add(await Storage.Journal.BeginAsync($"CODE{number:00}"));
        foreach (var owner in owners)
            await Storage.Journal.AppendAsync(owner, 1, "b", "c", "d");

        var seen = new Dictionary<Guid, List<long>>();
        for (var queue = 0; queue < EventQueues.Count; queue++)
        {
            var position = 0L;
            while (await Feed.ReadAsync(queue, position, 3, default) is var page && page.Reached > position)
            {
                foreach (var happened in page.Events)
                {
                    Assert.Equal(queue, EventQueues.Of(happened.SessionId));
                    Assert.InRange(happened.Position, position + 1, page.Reached);
                    position = happened.Position;
                    if (!seen.TryGetValue(happened.SessionId, out var versions))
                        seen.Add(happened.SessionId, versions = []);
                    versions.Add(happened.Version);
                }
                position = page.Reached;
            }
        }

        Assert.Equal(owners.Select(owner => owner.SessionId).Order(), seen.Keys.Order());
        Assert.All(seen.Values, versions => Assert.Equal([1, 2, 3, 4], versions));
        Assert.True(seen.Keys.Select(EventQueues.Of).Distinct().Count() > 1);
    }

    [Fact]
    public async Task A_queue_without_entries_reaches_the_end_of_the_log()
    {
        var owner = await Storage.Journal.BeginAsync("AAAAAA");
        var head = Assert.Single(await Feed.AllAsync()).Position;
        var page = await Feed.ReadAsync((EventQueues.Of(owner.SessionId) + 1) % EventQueues.Count, after: 0, limit: 10, default);
        Assert.Empty(page.Events);
        Assert.Equal(head, page.Reached);
    }

    [Fact]
    public async Task The_entries_of_one_session_follow_a_version()
    {
        var owner = await Storage.Journal.BeginAsync("AAAAAA");
        await Storage.Journal.BeginAsync("BBBBBB");
        await Storage.Journal.AppendAsync(owner, 1, "b", "c", "d");
        Assert.Equal([3, 4], (await Feed.ReadSessionAsync(owner.SessionId, 2, 10, default)).Select(happened => happened.Version));
        Assert.Equal([2], (await Feed.ReadSessionAsync(owner.SessionId, 1, 1, default)).Select(happened => happened.Version));
        Assert.Empty(await Feed.ReadSessionAsync(owner.SessionId, 4, 10, default));
    }

    [Fact]
    public async Task A_commit_signals_the_queue_of_its_session()
    {
        var signal = Storage.Services.GetRequiredService<EventSignal>();
        var owner = await Storage.Journal.BeginAsync("AAAAAA");
        var queue = EventQueues.Of(owner.SessionId);
        Assert.Equal(1 << queue, await signal.CommittedHereAsync(default));
        Assert.True(signal.TryTake(queue));
        Assert.False(signal.TryTake(queue));
        await Storage.Journal.AppendAsync(owner, 1, "b");
        Assert.Equal(1 << queue, await signal.CommittedHereAsync(default));
        Assert.True(signal.TryTake(queue));
        Assert.False(signal.TryTake(queue));
    }

    [Fact]
    public async Task A_tail_with_concurrent_writers_misses_no_event()
    {
        const int Writers = 20;
        const int Appends = 30;
        await using var other = await TestStorage.StartAsync(Database);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(async i =>
        {
            var journal = (i % 2 == 0 ? Storage : other).Journal;
            var owner = await journal.BeginAsync($"CODE{i:00}");
            for (var version = 1; version <= Appends; version++)
                Assert.Equal(AppendResult.Appended, await journal.AppendAsync(owner, version, "x"));
        }));

        var seen = new Dictionary<Guid, long>();
        var reached = new long[EventQueues.Count];
        for (var done = false; !done;)
        {
            // All entries written before this round began must appear before each queue is at its end.
            done = writing.IsCompleted;
            for (var queue = 0; queue < EventQueues.Count; queue++)
            {
                while (await Feed.ReadAsync(queue, reached[queue], 50, default) is var page && page.Reached > reached[queue])
                {
                    foreach (var happened in page.Events)
                    {
                        Assert.Equal(seen.GetValueOrDefault(happened.SessionId) + 1, happened.Version);
                        seen[happened.SessionId] = happened.Version;
                        Assert.True(happened.Position > reached[queue]);
                    }
                    reached[queue] = page.Reached;
                }
            }
        }

        await writing;
        Assert.Equal(Enumerable.Repeat(Appends + 1L, Writers), seen.Values);
    }
}
