using Arena.Cluster.Tests.Support;
using Arena.Grains.Placement;
using Arena.Grains.Ports;
using Arena.Hosting.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Cluster.Tests;

/// <summary>The event bus on Orleans, with silos that die and consumers that fail.</summary>
public sealed class EventBusTests
{
    private readonly Guid _one = Guid.NewGuid();
    private readonly Guid _other = Guid.NewGuid();

    [Fact]
    public async Task Every_consumer_receives_the_events_of_each_session_in_order()
    {
        var bus = new EventBusCluster();
        ScriptedConsumer[] consumers = [new("seen", bus.Probe), new("also", bus.Probe)];
        for (var version = 1; version <= 3; version++)
        {
            bus.Feed.Add(_one, version);
            bus.Feed.Add(_other, version);
        }
        await using var cluster = await bus.StartAsync(consumers);
        foreach (var consumer in consumers)
        {
            foreach (var session in (Guid[])[_one, _other])
            {
                await bus.Probe.Gate($"{consumer.Name} {session:N} 3");
                Assert.Equal([1, 2, 3], consumer.Versions(session));
            }
        }
    }

    [Fact]
    public async Task A_signal_wakes_the_consumers_without_a_poll()
    {
        var bus = new EventBusCluster { Options = { PollMs = 60_000 } };
        var consumer = new ScriptedConsumer("seen", bus.Probe);
        bus.Feed.Add(_one, 1);
        await using var cluster = await bus.StartAsync([consumer]);
        await bus.Probe.Gate($"seen {_one:N} 1");
        for (var version = 2; version <= 4; version++)
        {
            bus.Feed.Add(_one, version);
            bus.Signal.Committed(_one);
            await bus.Probe.Gate($"seen {_one:N} {version}").WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_poisonous_event_holds_up_neither_other_sessions_nor_other_consumers_and_becomes_a_dead_letter()
    {
        var bus = new EventBusCluster();
        var good = new ScriptedConsumer("good", bus.Probe);
        var bad = new ScriptedConsumer("bad", bus.Probe) { Fault = happened => happened.SessionId == _one && happened.Version == 2 ? new InvalidTimeZoneException("poison") : null };
        // In the same queue: the last byte decides.
        var neighbours = Enumerable.Range(0, 20).Select(_ => Neighbour(_one)).ToList();
        for (var version = 1; version <= 100; version++)
        {
            bus.Feed.Add(_one, version);
            foreach (var neighbour in neighbours)
                bus.Feed.Add(neighbour, version);
        }
        await using var cluster = await bus.StartAsync([good, bad]);

        foreach (var neighbour in neighbours)
            await bus.Probe.Gate($"bad {neighbour:N} 100");
        await bus.Probe.Gate($"good {_one:N} 100");
        await bus.Probe.Gate($"bad {_one:N} 100");
        Assert.Equal(Enumerable.Range(1, 100).Where(version => version != 2).Select(version => (long)version), bad.Versions(_one));
        Assert.Equal(("bad", _one, 2L), bus.Deliveries.Letters.Select(letter => (letter.Consumer, letter.SessionId, letter.Version)).Single());

        bad.Fault = _ => null;
        bus.Deliveries.Want(bus.Deliveries.Letters.Single());
        await bus.Probe.Gate($"bad {_one:N} 2");
    }

    [Fact]
    public async Task Backlogs_of_absent_consumers_delay_no_other()
    {
        var bus = new EventBusCluster();
        var broken = new BrokenReplay("broken", bus.Probe);
        var consumer = new ScriptedConsumer("seen", bus.Probe);
        for (var session = 0; session < 150; session++)
        {
            await bus.Deliveries.DeferAsync(new("former", Guid.NewGuid(), 1, 1, DateTimeOffset.UnixEpoch, null), default);
            await bus.Deliveries.DeferAsync(new("broken", Guid.NewGuid(), 1, 0, DateTimeOffset.UnixEpoch, null, StartsOver: true), default);
        }
        bus.Feed.Add(_one, 1);
        bus.Feed.Add(_one, 2);
        await bus.Deliveries.DeferAsync(new("seen", _one, 1, 1, DateTimeOffset.UnixEpoch.AddSeconds(1), null), default);
        await using var cluster = await bus.StartAsync([broken, consumer]);
        await bus.Probe.Gate($"seen {_one:N} 2").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Nothing_is_lost_when_a_silo_dies_in_the_middle()
    {
        const int Versions = 60;
        var bus = new EventBusCluster();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sessions = Enumerable.Range(0, 24).Select(_ => Guid.NewGuid()).ToList();
        var consumer = new ScriptedConsumer("seen", bus.Probe);
        var handled = 0;
        consumer.Fault = _ =>
        {
            if (Interlocked.Increment(ref handled) == 200)
                reached.TrySetResult();
            return null;
        };
        for (var version = 1; version <= Versions / 2; version++)
            sessions.ForEach(session => bus.Feed.Add(session, version));
        await using var cluster = await bus.StartAsync([consumer], silos: 3);

        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await bus.KillAsync(bus.Silos.Last());
        for (var version = Versions / 2 + 1; version <= Versions; version++)
            sessions.ForEach(session => bus.Feed.Add(session, version));

        foreach (var session in sessions)
        {
            await bus.Probe.Gate($"seen {session:N} {Versions}");
            Assert.Equal(Enumerable.Range(1, Versions).Select(version => (long)version), consumer.Versions(session));
        }
    }

    [Fact]
    public async Task A_restart_continues_from_the_checkpoint()
    {
        var bus = new EventBusCluster();
        var consumer = new ScriptedConsumer("seen", bus.Probe);
        bus.Feed.Add(_one, 1);
        bus.Feed.Add(_one, 2);
        await using (await bus.StartAsync([consumer]))
        {
            await bus.Probe.Gate($"seen {_one:N} 2");
            // Until it is written: events delivered just before an end come again.
            while (await EventLogReceiver.ReadCheckpointAsync(bus.Storage, EventQueues.Of(_one)) < 2)
                await Task.Yield();
        }

        bus.Feed.Add(_one, 3);
        await using (await bus.StartAsync([consumer]))
            await bus.Probe.Gate($"seen {_one:N} 3");
        Assert.Equal(0, consumer.Repeated);
    }

    [Fact]
    public async Task While_a_backlog_cannot_be_written_the_event_is_delivered_again_and_the_checkpoint_waits()
    {
        var bus = new EventBusCluster();
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new ScriptedConsumer("seen", bus.Probe);
        await using var cluster = await bus.StartAsync([consumer]);
        bus.Feed.Add(_one, 1);
        await bus.Probe.Gate($"seen {_one:N} 1");
        consumer.Fault = _ =>
        {
            bus.Deliveries.Down = true;
            failed.TrySetResult();
            return new InvalidTimeZoneException("down");
        };
        bus.Feed.Add(_one, 2);
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.InRange(await EventLogReceiver.ReadCheckpointAsync(bus.Storage, EventQueues.Of(_one)), 0, 1);
        consumer.Fault = _ => null;
        bus.Deliveries.Down = false;
        await bus.Probe.Gate($"seen {_one:N} 2");
        Assert.Equal([1, 2], consumer.Versions(_one));
    }

    [Fact]
    public async Task Events_are_consumed_only_on_silos_of_consumers()
    {
        var bus = new EventBusCluster();
        var consumer = new ScriptedConsumer("seen", bus.Probe);
        var sessions = Enumerable.Range(0, 16).Select(_ => Guid.NewGuid()).ToList();
        sessions.ForEach(session => bus.Feed.Add(session, 1));
        await using var cluster = await bus.StartAsync([consumer], silos: 3, roles: number => number == 1 ? [SiloRole.Consumers] : [SiloRole.Games]);
        foreach (var session in sessions)
            await bus.Probe.Gate($"seen {session:N} 1");
        var hosts = bus.Silos.Where(silo => silo.GetService<Arena.Grains.Events.EventConsumers>() is not null).ToList();
        Assert.Single(hosts);
    }

    private sealed class BrokenReplay(string name, Probe probe) : ScriptedConsumer(name, probe), Arena.Grains.Events.IReplayableEventConsumer
    {
        public Task ForgetAsync(Guid sessionId, CancellationToken cancel) => throw new InvalidTimeZoneException("broken");
    }

    private static Guid Neighbour(Guid session)
    {
        var bytes = Guid.NewGuid().ToByteArray();
        bytes[15] = session.ToByteArray()[15];
        return new(bytes);
    }
}
