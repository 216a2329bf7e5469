using Arena.Hosting.Cluster;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Messaging;

namespace Arena.Hosting.Client;

/// <summary>
/// Reports each silo that is no longer on the list of those that take calls: subscriptions there are lost. Orleans' client is notified of
/// the connections that it happens to have, and a session's silo need not be among them.
/// </summary>
internal sealed partial class SiloFailureWatch(
    IGatewayListProvider gateways, SiloFailureNotifier failures, TimeProvider time, IOptions<ArenaClusterOptions> options, ILogger<SiloFailureWatch> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LeaseTimeToLive / 6, time);
        HashSet<Uri> known = [];
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (await ListAsync() is not { } listed)
                continue;
            if (!listed.IsSupersetOf(known))
                failures.Report();
            known = listed;
        }
    }

    private async Task<HashSet<Uri>?> ListAsync()
    {
        try
        {
            return [.. await gateways.GetGateways()];
        }
        catch (Exception failed)
        {
            LogNotRead(failed);
            return null;
        }
    }

    [LoggerMessage(EventId = 132, Level = LogLevel.Debug, Message = "The list of silos could not be read; it is read again shortly")]
    private partial void LogNotRead(Exception cause);
}
