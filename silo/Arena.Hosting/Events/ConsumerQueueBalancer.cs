using System.Globalization;
using Arena.Grains.Placement;
using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace Arena.Hosting.Events;

/// <summary>
/// Shares the queues among the active silos of consumers, by the hash that also places games: all silos agree without asking, and one that
/// joins or leaves moves only its share. Orleans' own balancers count silos that have no streams.
/// </summary>
internal sealed partial class ConsumerQueueBalancer(IServiceProvider services, SiloRoles roles, ILogger<ConsumerQueueBalancer> logger)
    : QueueBalancerBase(services, logger)
{
    /// <summary>The roles of a new silo become known shortly after the silo itself, without notice.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(1);

    private IReadOnlyList<QueueId> _queues = [];
    private IReadOnlyCollection<SiloAddress> _active = [];
    private IReadOnlyList<QueueId> _mine = [];
    private Task _watching = Task.CompletedTask;

    public override async Task Initialize(IStreamQueueMapper queueMapper)
    {
        _queues = [.. queueMapper.GetAllQueues()];
        await base.Initialize(queueMapper);
        _watching = WatchAsync();
    }

    public override async Task Shutdown()
    {
        await base.Shutdown();
        await _watching;
    }

    public override IEnumerable<QueueId> GetMyQueues() => Volatile.Read(ref _mine);

    protected override void OnClusterMembershipChange(HashSet<SiloAddress> activeSilos)
    {
        Volatile.Write(ref _active, activeSilos);
        Share();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Recheck);
        try
        {
            while (await timer.WaitForNextTickAsync(Cancellation))
                Share();
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            // Shut down.
        }
    }

    private void Share()
    {
        List<SiloAddress> silos = [.. Volatile.Read(ref _active).Where(silo => roles.Has(silo, SiloRole.Consumers))];
        IReadOnlyList<QueueId> mine = silos.Count == 0
            ? []
            : [.. _queues.Where(queue => GamePlacementDirector.Choose(
                string.Create(CultureInfo.InvariantCulture, $"{EventLogStream.Name}/{queue.GetNumericId()}"), silos).Equals(SiloAddress))];
        if (Interlocked.Exchange(ref _mine, mine) is var before && !before.SequenceEqual(mine))
            _ = NotifyAsync();
    }

    private async Task NotifyAsync()
    {
        try
        {
            await NotifyListeners();
        }
        catch (Exception failed)
        {
            LogNotShared(Logger, failed);
        }
    }

    [LoggerMessage(EventId = 143, Level = LogLevel.Error, Message = "The queues of events could not be shared among the silos")]
    private static partial void LogNotShared(ILogger logger, Exception cause);
}
