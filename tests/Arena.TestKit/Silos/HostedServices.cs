using System.Reflection;
using Arena.TestKit.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.TestKit.Silos;

/// <summary>
/// Starts and stops the hosted services of one process, as a host does. A host, and <see cref="BackgroundService.StartAsync"/>, would leave a
/// simulation for the thread pool: in a process of one, the loops of background services are started where the process's awaits come back to.
/// </summary>
internal static class HostedServices
{
    private static readonly MethodInfo Execute =
        typeof(BackgroundService).GetMethod("ExecuteAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public static Task StartAsync(IServiceProvider services, SimulatedProcess? process) => Within(process, async () =>
    {
        var loops = services.GetService<SimulatedLoops>();
        foreach (var service in services.GetServices<IHostedService>())
        {
            if (loops is not null && service is BackgroundService loop)
                loops.Start(token => (Task)Execute.Invoke(loop, [token])!);
            else await service.StartAsync(CancellationToken.None);
        }
    });

    /// <summary>Notifies the lifecycle services before any service stops.</summary>
    public static Task AnnounceStopAsync(IServiceProvider services, SimulatedProcess? process) => Within(process, async () =>
    {
        foreach (var service in services.GetServices<IHostedService>().Reverse().OfType<IHostedLifecycleService>())
            await service.StoppingAsync(CancellationToken.None);
    });

    public static Task StopAsync(IServiceProvider services, SimulatedProcess? process) => Within(process, async () =>
    {
        var loops = services.GetService<SimulatedLoops>();
        foreach (var service in services.GetServices<IHostedService>().Reverse())
        {
            if (loops is not null && service is BackgroundService) await loops.StopLastAsync();
            else await service.StopAsync(CancellationToken.None);
        }
    });

    private static Task Within(SimulatedProcess? process, Func<Task> work) => process is null ? work() : process.RunAsync(work);
}
