using Arena.Hosting.Events;
using Orleans.Streams;

namespace Arena.Cluster.Tests.Support;

/// <summary>A grain that subscribes to a session's events explicitly.</summary>
public interface ISubscribing : IGrainWithGuidKey
{
    Task Subscribe();

    Task<int> Subscriptions();
}

public sealed class SubscribingGrain : Grain, ISubscribing, IAsyncObserver<SessionEvent>
{
    private IAsyncStream<SessionEvent> Stream =>
        this.GetStreamProvider(EventLogStream.Name).GetStream<SessionEvent>(EventLogStream.Of(this.GetPrimaryKey()));

    public Task Subscribe() => Stream.SubscribeAsync(this);

    public async Task<int> Subscriptions() => (await Stream.GetAllSubscriptionHandles()).Count;

    public Task OnNextAsync(SessionEvent item, StreamSequenceToken? token = null) => Task.CompletedTask;

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
