using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Runtime.Tests;

/// <summary>The barrier of tests counts the loops of hosted services, not the turns of grains alone.</summary>
public sealed class IdleTrackingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Virtual_time_waits_for_the_loops_of_background_services()
    {
        await using var cluster = await Cluster.StartAsync(
            builder => builder.ConfigureServices(services => services.AddHostedService<Metronome>()));
        await cluster.AdvanceAsync(100 * Second);
        Assert.Equal(
            Enumerable.Range(1, 100),
            cluster.ServiceProvider.GetServices<IHostedService>().OfType<Metronome>().Single().Beats);
    }

    [Fact]
    public async Task A_stop_that_fails_reports_its_failure()
    {
        await using var cluster = await Cluster.StartAsync(
            builder => builder.ConfigureServices(services => services.AddHostedService<Stubborn>()));
        var failed = await Assert.ThrowsAsync<IOException>(() => cluster.StopSiloAsync(cluster.Primary));
        Assert.Equal("It does not stop.", failed.Message);
    }

    /// <summary>Notes each second in which it ran.</summary>
    private sealed class Metronome(TimeProvider time) : BackgroundService
    {
        public List<int> Beats { get; } = [];

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var start = time.GetTimestamp();
            using var timer = new PeriodicTimer(Second, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // As after an exchange with a database: the loop continues on another thread.
                await Task.Yield();
                Beats.Add((int)time.GetElapsedTime(start).TotalSeconds);
            }
        }
    }

    private sealed class Stubborn : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            throw new IOException("It does not stop.");
        }
    }
}
