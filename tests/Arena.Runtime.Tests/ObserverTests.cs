using Microsoft.Extensions.Logging;

namespace Arena.Runtime.Tests;

public interface IListener : IGrainObserver
{
    void Heard(int number);

    [OneWay]
    Task HeardSlowly(int number);
}

public interface ISpeakerGrain : IGrainWithStringKey
{
    Task Speak(IListener listener, int count);

    Task SpeakSlowly(IListener listener, int count);
}

public sealed class SpeakerGrain : Grain, ISpeakerGrain
{
    public Task Speak(IListener listener, int count)
    {
        for (var i = 0; i < count; i++) listener.Heard(i);
        return Task.CompletedTask;
    }

    public async Task SpeakSlowly(IListener listener, int count)
    {
        for (var i = 0; i < count; i++) await listener.HeardSlowly(i);
    }
}

public sealed class ObserverTests
{
    [Fact]
    public async Task Pushes_arrive_in_order()
    {
        await using var cluster = await Cluster.StartAsync();
        var listener = new Listener();
        await cluster.Grain<ISpeakerGrain>("a").Speak(cluster.GrainFactory.CreateObjectReference<IListener>(listener), 1000);
        await cluster.WaitForIdleAsync();
        Assert.Equal(Enumerable.Range(0, 1000), listener.Heard);
    }

    [Fact]
    public async Task A_slow_observer_is_not_waited_for_and_hears_one_push_at_a_time()
    {
        await using var cluster = await Cluster.StartAsync();
        var listener = new Listener { Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) };
        await cluster.Grain<ISpeakerGrain>("a").SpeakSlowly(cluster.GrainFactory.CreateObjectReference<IListener>(listener), 3).Soon();
        await cluster.WaitForIdleAsync();
        Assert.Equal([0], listener.Heard);
        listener.Gate.SetResult();
        await cluster.WaitForIdleAsync();
        Assert.Equal([0, 1, 2], listener.Heard);
    }

    [Fact]
    public async Task An_exception_in_an_observer_is_logged_and_harms_neither_the_grain_nor_later_pushes()
    {
        await using var cluster = await Cluster.StartAsync();
        var listener = new Listener { FailsAt = 1 };
        await cluster.Grain<ISpeakerGrain>("a").Speak(cluster.GrainFactory.CreateObjectReference<IListener>(listener), 3);
        await cluster.WaitForIdleAsync();
        Assert.Equal([0, 2], listener.Heard);
        Assert.Single(cluster.Logs().Entries, entry => entry is { Level: LogLevel.Error, Exception: InvalidTimeZoneException });
    }

    [Fact]
    public async Task What_exceeds_the_mailbox_of_an_observer_is_dropped_and_logged()
    {
        await using var cluster = await Cluster.StartAsync(builder => builder.WithOptions(options => options.ObserverMailboxLimit = 2));
        var listener = new Listener { Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) };
        var reference = cluster.GrainFactory.CreateObjectReference<IListener>(listener);
        await cluster.Grain<ISpeakerGrain>("a").SpeakSlowly(reference, 1);
        await cluster.WaitForIdleAsync();
        await cluster.Grain<ISpeakerGrain>("a").SpeakSlowly(reference, 5).Soon();
        listener.Gate.SetResult();
        await cluster.WaitForIdleAsync();
        Assert.Equal([0, 0, 1], listener.Heard);
        Assert.Equal(3, cluster.Logs().Entries.Count(entry => entry.Exception is LimitExceededException));
    }

    [Fact]
    public async Task A_deleted_observer_hears_nothing_more()
    {
        await using var cluster = await Cluster.StartAsync();
        var listener = new Listener();
        var reference = cluster.GrainFactory.CreateObjectReference<IListener>(listener);
        await cluster.Grain<ISpeakerGrain>("a").Speak(reference, 2);
        await cluster.WaitForIdleAsync();
        cluster.GrainFactory.DeleteObjectReference<IListener>(reference);
        await cluster.Grain<ISpeakerGrain>("a").Speak(reference, 2);
        await cluster.WaitForIdleAsync();
        Assert.Equal([0, 1], listener.Heard);
    }
}
