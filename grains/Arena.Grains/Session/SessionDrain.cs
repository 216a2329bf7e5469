using Arena.GrainInterfaces;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Session;

/// <summary>
/// Before a silo of a cluster stops, its sessions move to others, each when no question of it is running. Stops before the silo does.
/// </summary>
internal sealed partial class SessionDrain(
    LiveSessionRegistry registry, IGrainFactory grains, TimeProvider time, IOptions<GameOptions> options, ILogger<SessionDrain> logger) : IHostedService
{
    /// <summary>How often the sessions that are left are counted.</summary>
    private const int PollMs = 50;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (options.Value.HandOverMs == 0)
            return;
        LogHandingOver(registry.Codes.Count);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var started = time.GetTimestamp();
        var anyLeaves = await HandOverAsync(asked);
        while (anyLeaves && !registry.IsEmpty && time.GetElapsedTime(started).TotalMilliseconds < options.Value.HandOverMs && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(PollMs), time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            await HandOverAsync(asked);
        }
        if (!registry.IsEmpty)
            LogLeft(registry.Codes.Count);
    }

    /// <summary>Asks those that were not asked before to leave. Some come late: the other silos do not know yet that this one stops.</summary>
    /// <returns>Whether any could be asked.</returns>
    private async Task<bool> HandOverAsync(HashSet<string> asked) =>
        (await Task.WhenAll(registry.Codes.Where(asked.Add).Select(HandOverAsync))).Contains(true);

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

    [LoggerMessage(EventId = 122, Level = LogLevel.Warning, Message = "{Count} sessions did not come to rest in time: they are taken over in the middle of a question")]
    private partial void LogLeft(int count);

    [LoggerMessage(EventId = 123, Level = LogLevel.Warning, Message = "Session {Code} could not be asked to move")]
    private partial void LogNotAsked(Exception cause, string code);
}
