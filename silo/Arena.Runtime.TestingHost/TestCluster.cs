using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime.TestingHost;

/// <summary>A cluster in this process, with a client.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private readonly TestClusterBuilder _plan;
    private readonly IdleTrackingDispatcher? _tracking;
    private readonly ITurnDispatcher _dispatcher;
    private readonly List<SiloHandle> _silos = [];

    internal TestCluster(TestClusterBuilder plan)
    {
        _plan = plan;
        _dispatcher = plan.Dispatcher ?? (_tracking = new IdleTrackingDispatcher());
        for (var i = 0; i < plan.InitialSilosCount; i++) _silos.Add(new SiloHandle(i, BuildServices()));
    }

    /// <summary>The silos, the stopped ones included.</summary>
    public IReadOnlyList<SiloHandle> Silos => _silos;

    /// <summary>The first silo.</summary>
    public SiloHandle Primary => _silos[0];

    /// <summary>The client.</summary>
    public IClusterClient Client => Primary.Services.GetRequiredService<IClusterClient>();

    /// <summary>Makes references to grains.</summary>
    public IGrainFactory GrainFactory => Client;

    /// <summary>The services of the first silo.</summary>
    public IServiceProvider ServiceProvider => Primary.Services;

    /// <summary>Starts all silos.</summary>
    /// <returns>Completes when they take calls.</returns>
    public async Task DeployAsync()
    {
        foreach (var silo in _silos) await silo.StartAsync();
    }

    /// <summary>
    /// The barrier of tests: completes when no turn is running or able to run. What is left then waits for virtual time, for input from
    /// outside, or for another turn that does. Await the calls whose continuations make further calls before this.
    /// </summary>
    /// <returns>Completes when all is idle.</returns>
    public Task WaitForIdleAsync() => _tracking?.WhenIdle() ?? throw new InvalidOperationException(
        "The cluster runs on a dispatcher of its own, which knows when it is idle.");

    /// <summary>Lets virtual time pass, and waits until all that came due has run.</summary>
    /// <param name="by">How much.</param>
    /// <returns>Completes when all is idle.</returns>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var time = _plan.Time as ManualTimeProvider
            ?? throw new InvalidOperationException("The cluster does not run by a ManualTimeProvider; give it one by UseTimeProvider.");
        await WaitForIdleAsync();
        var until = time.GetTimestamp() + by.Ticks;
        while (time.UntilNextTimer is { } next && time.GetTimestamp() + next.Ticks <= until)
        {
            // One instant at a time: what a timer started may arm the next one.
            time.Advance(next);
            await WaitForIdleAsync();
        }

        time.Advance(TimeSpan.FromTicks(until - time.GetTimestamp()));
        await WaitForIdleAsync();
    }

    /// <summary>Stops all silos gracefully.</summary>
    /// <returns>Completes when their activations have ended.</returns>
    public async Task StopAllSilosAsync()
    {
        foreach (var silo in _silos) await silo.StopAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAllSilosAsync();
        foreach (var silo in _silos) await silo.DisposeAsync();
    }

    private ServiceProvider BuildServices()
    {
        var services = new ServiceCollection();
        if (_plan.Time is { } time) services.AddSingleton(time);
        services.AddGrainEngine(engine =>
        {
            foreach (var configure in _plan.SiloConfigurators) configure(engine);
            engine.UseTurnDispatcher(_dispatcher);
        });
        return services.BuildServiceProvider(validateScopes: true);
    }
}
