using Arena.Grains.Ports;
using Arena.Storage.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>All journals as one stream, on every database.</summary>
public abstract class EventFeedTests : DatabaseTests
{
    protected IEventFeed Feed => Storage.Services.GetRequiredService<IEventFeed>();

    [Fact]
    public async Task An_empty_log_has_no_entries() => Assert.Empty(await Feed.ReadAsync(0, 10, default));

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        var a = await Storage.Journal.BeginAsync("AAAAAA");
        var b = await Storage.Journal.BeginAsync("BBBBBB");
        await Storage.Journal.AppendAsync(b, 1, "b2", "b3");
        await Storage.Journal.AppendAsync(a, 1, "a2");

        var read = new List<FeedEntry>();
        while (await Feed.ReadAsync(read.LastOrDefault()?.Position ?? 0, 2, default) is { Count: > 0 } page)
            read.AddRange(page);

        Assert.Equal(
            [(a.SessionId, 1L, "created"), (b.SessionId, 1, "created"), (b.SessionId, 2, "b2"), (b.SessionId, 3, "b3"), (a.SessionId, 2, "a2")],
            read.Select(entry => (entry.SessionId, entry.Version, System.Text.Json.JsonDocument.Parse(entry.Entry.PayloadJson).RootElement.GetProperty("what").GetString()!)));
        Assert.Equal(read.Select(entry => entry.Position).Order().Distinct(), read.Select(entry => entry.Position));
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
        var position = 0L;
        for (var done = false; !done;)
        {
            // All entries written before this read began must appear before the feed is empty.
            done = writing.IsCompleted;
            while (await Feed.ReadAsync(position, 50, default) is { Count: > 0 } page)
            {
                foreach (var entry in page)
                {
                    Assert.Equal(seen.GetValueOrDefault(entry.SessionId) + 1, entry.Version);
                    seen[entry.SessionId] = entry.Version;
                    Assert.True(entry.Position > position);
                    position = entry.Position;
                }
            }
        }

        await writing;
        Assert.Equal(Enumerable.Repeat(Appends + 1L, Writers), seen.Values);
    }
}
