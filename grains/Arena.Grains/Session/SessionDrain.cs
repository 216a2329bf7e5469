using Arena.GrainInterfaces;
using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Session;

/// <summary>
/// Before a silo of a cluster stops, its sessions move to others, each when no question of it is running. Stops before the silo does. The last
/// silo of a cluster, and silos that all stop at the same time, do not wait: the sessions continue after the next start.
/// </summary>
internal sealed partial class SessionDrain(
    LiveSessionRegistry registry, IGrainFactory grains, INextSilo next, TimeProvider time, IOptions<GameOptions> options, ILogger<SessionDrain> logger)
    : IHostedService
{
    /// <summary>How often the sessions that are left are counted.</summary>
    private const int PollMs = 50;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (options.Value.HandOverMs == 0)
            return;
        LogHandingOver(registry.Codes.Count);
        // Not awaited: an unreachable silo would answer late, and a session that it sends here meanwhile is asked to leave like the others.
        _ = AnnounceAsync();
        var asked = new HashSet<KeyValuePair<string, long>>();
        var started = time.GetTimestamp();
        var anyLeaves = true;
        while (anyLeaves && next.Exists && !registry.IsEmpty
            && time.GetElapsedTime(started).TotalMilliseconds < options.Value.HandOverMs && !cancellationToken.IsCancellationRequested)
        {
            anyLeaves = await HandOverAsync(asked);
            await Task.Delay(TimeSpan.FromMilliseconds(PollMs), time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        }
        if (!registry.IsEmpty)
            LogLeft(registry.Codes.Count);
    }

    private async Task AnnounceAsync()
    {
        try
        {
            await next.AnnounceDrainAsync();
        }
        catch (Exception failed)
        {
            LogNotAnnounced(failed);
        }
    }

    /// <summary>Asks those to leave that were not asked since they came. Some come late, or come back: another silo does not know yet that this one stops.</summary>
    /// <returns>Whether to wait for them: not if none of the first could be asked.</returns>
    private async Task<bool> HandOverAsync(HashSet<KeyValuePair<string, long>> asked)
    {
        var answers = await Task.WhenAll(registry.Arrivals.Where(asked.Add).Select(arrival => HandOverAsync(arrival.Key)));
        return answers.Length < asked.Count || answers.Contains(true);
    }

    /// <summary>A session that cannot be asked any more has moved, or will be taken over: so do all of them if the cluster has declared this silo dead.</summary>
    private async Task<bool> HandOverAsync(string code)
    {
        try
        {
            await grains.GetGrain<IGameSessionGrain>(code).HandOver();
            return true;
        }
        catch (Exception failed)
        {
            LogNotAsked(failed, code);
            return false;
        }
    }

    [LoggerMessage(EventId = 121, Level = LogLevel.Information, Message = "Handing over {Count} sessions")]
    private partial void LogHandingOver(int count);

    [LoggerMessage(EventId = 122, Level = LogLevel.Warning, Message = "{Count} sessions did not move before the silo stops: they continue on another one, or after the next start")]
    private partial void LogLeft(int count);

    [LoggerMessage(EventId = 123, Level = LogLevel.Warning, Message = "Session {Code} could not be asked to move")]
    private partial void LogNotAsked(Exception cause, string code);

    [LoggerMessage(EventId = 124, Level = LogLevel.Warning, Message = "Not all silos know that this one drains: sessions may be placed here until it stops, and move again")]
    private partial void LogNotAnnounced(Exception cause);
}
