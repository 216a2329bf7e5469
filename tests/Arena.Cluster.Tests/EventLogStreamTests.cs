using Arena.Cluster.Tests.Support;
using Arena.Grains.Ports;
using Arena.Hosting.Events;
using Arena.TestKit.Grains;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace Arena.Cluster.Tests;

/// <summary>A grain of another application that subscribes to a session's events.</summary>
public interface IHearing : IGrainWithStringKey;

[ImplicitStreamSubscription("arena.events")]
public sealed class HearingGrain(Probe probe) : Grain, IHearing, IAsyncObserver<SessionEvent>, IStreamSubscriptionObserver
{
    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<SessionEvent>().ResumeAsync(this);

    public Task OnNextAsync(SessionEvent item, StreamSequenceToken? token = null)
    {
        probe.Note($"{this.GetPrimaryKeyString()} {item.Version} {item.Type}");
        return Task.CompletedTask;
    }

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex)
    {
        probe.Note($"error {ex.GetType().Name}");
        return Task.CompletedTask;
    }
}

public sealed class EventLogStreamTests
{
    [Fact]
    public async Task A_grain_receives_the_events_of_its_session_in_order()
    {
        var probe = new Probe();
        var log = new Log();
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        for (var version = 1; version <= 3; version++)
        {
            log.Add(one, version);
            log.Add(other, version);
        }
        await using var cluster = await OrleansTestCluster.StartAsync(
            services => services.AddSingleton(probe).AddSingleton<IEventFeed>(log),
            more: silo => EventLogStream.Offer(silo.AddMemoryGrainStorage("PubSubStore")));

        foreach (var session in (Guid[])[one, other])
        {
            await probe.Gate($"{session:N} 3 happened.1");
            Assert.Equal(
                [$"{session:N} 1 happened.1", $"{session:N} 2 happened.1", $"{session:N} 3 happened.1"],
                probe.Log.Where(note => note.StartsWith($"{session:N}", StringComparison.Ordinal)));
        }
    }

    private sealed class Log : IEventFeed
    {
        private readonly List<FeedEntry> _entries = [];

        public void Add(Guid session, long version) =>
            _entries.Add(new(_entries.Count + 1, session, version, new JournalEntry("happened.1", "{}", version)));

        public Task<IReadOnlyList<FeedEntry>> ReadAsync(long after, int limit, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<FeedEntry>>([.. _entries.Where(entry => entry.Position > after).Take(limit)]);
    }
}
