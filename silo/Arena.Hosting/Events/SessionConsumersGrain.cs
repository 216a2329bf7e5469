using Arena.Grains.Events;
using Arena.Grains.Placement;
using Arena.Grains.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace Arena.Hosting.Events;

/// <summary>
/// Runs all consumers of one session's events. It lives where its queue is read, and can be activated anywhere and twice: what it has done is
/// in the database.
/// </summary>
[ImplicitStreamSubscription(EventLogStream.Name), PreferLocalPlacement, SiloRole(SiloRole.Consumers)]
internal sealed partial class SessionConsumersGrain(IServiceProvider services, ILogger<SessionConsumersGrain> logger)
    : Grain, ISessionConsumersGrain, IStreamSubscriptionObserver, IAsyncBatchObserver<SessionEvent>
{
    private SessionConsumers _consumers = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _consumers = ActivatorUtilities.CreateInstance<SessionConsumers>(services, Guid.ParseExact(this.GetPrimaryKeyString(), "N"), TimeProvider.System);
        return _consumers.OpenAsync(cancellationToken);
    }

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<SessionEvent>().ResumeAsync(this);

    public Task OnNextAsync(IList<SequentialItem<SessionEvent>> items) => _consumers.DeliverAsync([.. items.Select(item => item.Item)]);

    public Task OnCompletedAsync() => Task.CompletedTask;

    public Task OnErrorAsync(Exception ex)
    {
        LogError(ex, this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public Task CatchUp(string consumer) => _consumers.CatchUpAsync(consumer);

    public Task RetryLetter(string consumer, long version) => _consumers.RetryLetterAsync(consumer, version);

    [LoggerMessage(EventId = 144, Level = LogLevel.Warning, Message = "Orleans reports a failed delivery to session {SessionId}; it is repeated")]
    private partial void LogError(Exception cause, string sessionId);
}
