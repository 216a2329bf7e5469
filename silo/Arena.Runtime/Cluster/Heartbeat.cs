using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Arena.Runtime;

/// <summary>
/// Renews this silo's lease in a loop of its own. When the store says that it has run out, the silo is dead, which is final: it stops its
/// turns at once and ends. When the store cannot be reached nothing is said: the lease then runs out by this silo's own count, turns
/// stop, and go on if the store renews it after all.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A source without a timer has nothing to free.")]
internal sealed class Heartbeat(IClusterStore store, SiloLease lease, ClusterOptions options, TimeProvider time, ILogger logger)
{
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Starts to renew.</summary>
    /// <param name="self">This silo.</param>
    /// <param name="load">Counts what it hosts.</param>
    /// <param name="regained">The lease is held again after it was not.</param>
    /// <param name="dead">The silo must end.</param>
    public void Start(SiloAddress self, Func<int> load, Action regained, Action dead) => _running = RunAsync(self, load, regained, dead);

    public async Task StopAsync()
    {
        // CancelAsync would go to the thread pool, and out of a simulation. What it cancels is only the loop's own wait.
        _stop.Cancel();
        await _running;
    }

    private async Task RunAsync(SiloAddress self, Func<int> load, Action regained, Action dead)
    {
        using var timer = new PeriodicTimer(options.RenewalPeriod, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                if (await RenewAsync(self, load(), regained)) continue;
                lease.End();
                logger.LeaseLost(self);
                dead();
                return;
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    /// <returns>False if the silo is dead.</returns>
    private async Task<bool> RenewAsync(SiloAddress self, int load, Action regained)
    {
        try
        {
            var sentAt = time.GetTimestamp();
            if (!await store.RenewAsync(self, load, options.LeaseTimeToLive, _stop.Token)) return false;
            var wasHeld = lease.IsHeld;
            lease.Renewed(sentAt, options.LeaseTimeToLive);
            if (!wasHeld && lease.IsHeld) regained();
        }
        catch (Exception exception) when (!_stop.IsCancellationRequested)
        {
            logger.RenewalFailed(exception, self);
        }

        return true;
    }
}
