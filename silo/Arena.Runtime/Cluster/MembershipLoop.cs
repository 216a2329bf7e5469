using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Arena.Runtime;

/// <summary>
/// Reads, as long as the process lives, who is in the cluster; a silo also declares those dead whose leases have run out. Reading is the
/// truth: a failure is logged once, and the last view stays until the store is there again.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A source without a timer has nothing to free.")]
internal sealed class MembershipLoop(IClusterStore store, Membership membership, TimeSpan period, TimeProvider time, ILogger logger)
{
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private bool _failing;

    /// <summary>Reads once, so that the process begins with a view, and goes on reading.</summary>
    /// <param name="self">The silo that this is, if it is one: only silos declare others dead.</param>
    /// <param name="cancellationToken">Gives up the first reading.</param>
    public async Task StartAsync(SiloAddress? self, CancellationToken cancellationToken)
    {
        membership.Show(await store.ReadAsync(cancellationToken));
        _running = RunAsync(self);
    }

    public async Task StopAsync()
    {
        // CancelAsync would go to the thread pool, and out of a simulation. What it cancels is only the loop's own wait.
        _stop.Cancel();
        await _running;
    }

    private async Task RunAsync(SiloAddress? self)
    {
        using var timer = new PeriodicTimer(period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token)) await LookAsync(self);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task LookAsync(SiloAddress? self)
    {
        try
        {
            var view = await store.ReadAsync(_stop.Token);
            membership.Show(view);
            if (self is { } me && await BuryAsync(view, me)) membership.Show(await store.ReadAsync(_stop.Token));
            if (_failing) logger.ClusterStoreBack();
            _failing = false;
        }
        catch (Exception exception) when (!_stop.IsCancellationRequested)
        {
            if (!_failing) logger.ClusterStoreLost(exception);
            _failing = true;
        }
    }

    private async Task<bool> BuryAsync(MembershipView view, SiloAddress me)
    {
        var buried = false;
        foreach (var silo in view.Overdue.Where(silo => silo != me))
        {
            if (!await store.DeclareDeadAsync(silo, _stop.Token)) continue;
            logger.SiloDeclaredDead(silo);
            buried = true;
        }

        return buried;
    }
}
