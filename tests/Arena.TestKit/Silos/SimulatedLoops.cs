using Microsoft.Extensions.Hosting;

namespace Arena.TestKit.Silos;

/// <summary>The loops of the background services of one simulated process. As under a host, one that fails ends the process.</summary>
internal sealed class SimulatedLoops(IHostApplicationLifetime? lifetime = null)
{
    private readonly Stack<(CancellationTokenSource Stop, Task Running)> _loops = new();

    public void Start(Func<CancellationToken, Task> loop)
    {
        var stop = new CancellationTokenSource();
        _loops.Push((stop, FollowAsync(loop, stop.Token)));
    }

    /// <summary>Stops the one that was started last and has not been stopped.</summary>
    public async Task StopLastAsync()
    {
        if (!_loops.TryPop(out var loop)) return;
        loop.Stop.Cancel();
        await loop.Running;
        loop.Stop.Dispose();
    }

    private async Task FollowAsync(Func<CancellationToken, Task> loop, CancellationToken stop)
    {
        try
        {
            await loop(stop);
        }
        catch (Exception) when (!stop.IsCancellationRequested && lifetime is not null)
        {
            lifetime.StopApplication();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped.
        }
    }
}
