using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Runtime.TestingHost;

/// <summary>A cluster in this process, with a client.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    /// <summary>The client's name in <see cref="Network"/>.</summary>
    public const string ClientName = "client";

    private readonly TestClusterBuilder _plan;
    private readonly IdleTrackingDispatcher? _tracking;
    private readonly ITurnDispatcher _dispatcher;
    private readonly TimeProvider _time;
    private readonly List<SiloHandle> _silos = [];
    private readonly ServiceProvider? _client;

    internal TestCluster(TestClusterBuilder plan)
    {
        _plan = plan;
        _time = plan.Time ?? TimeProvider.System;
        _dispatcher = plan.Dispatcher ?? (_tracking = new IdleTrackingDispatcher());
        Store = new MemoryClusterStore(_time);
        for (var i = 0; i < plan.InitialSilosCount; i++) AddSilo();
        if (plan.IsClustered) _client = BuildClient();
    }

    /// <summary>The silos, the stopped ones included.</summary>
    public IReadOnlyList<SiloHandle> Silos => _silos;

    /// <summary>The first silo.</summary>
    public SiloHandle Primary => _silos[0];

    /// <summary>The client.</summary>
    public IClusterClient Client => (_client ?? Primary.Services).GetRequiredService<IClusterClient>();

    /// <summary>Makes references to grains.</summary>
    public IGrainFactory GrainFactory => Client;

    /// <summary>The services of the first silo.</summary>
    public IServiceProvider ServiceProvider => Primary.Services;

    /// <summary>Who is in the cluster, and who owns what.</summary>
    public MemoryClusterStore Store { get; }

    /// <summary>What links silos and client.</summary>
    public MemoryNetwork Network { get; } = new();

    /// <summary>Starts all silos, then the client.</summary>
    /// <returns>Completes when they take calls.</returns>
    public async Task DeployAsync()
    {
        foreach (var silo in _silos) await silo.StartAsync();
        if (_client is null) return;
        foreach (var service in _client.GetServices<IHostedService>()) await service.StartAsync(CancellationToken.None);
    }

    /// <summary>Starts one more silo.</summary>
    /// <returns>The silo, which takes calls.</returns>
    public async Task<SiloHandle> StartAdditionalSiloAsync()
    {
        var silo = AddSilo();
        await silo.StartAsync();
        return silo;
    }

    /// <summary>Stops one silo gracefully.</summary>
    /// <param name="silo">The silo.</param>
    /// <returns>Completes when it has left the cluster.</returns>
    public Task StopSiloAsync(SiloHandle silo) => Own(silo).StopAsync();

    /// <summary>Ends one silo without a word. Its lease has still to run out.</summary>
    /// <param name="silo">The silo.</param>
    /// <returns>Completes when it does nothing any more.</returns>
    public Task KillSiloAsync(SiloHandle silo)
    {
        Own(silo).Kill();
        return Task.CompletedTask;
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

    /// <summary>Stops the client, then all silos gracefully.</summary>
    /// <returns>Completes when their activations have ended.</returns>
    public async Task StopAllSilosAsync()
    {
        if (_client is not null)
        {
            foreach (var service in _client.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
        }

        foreach (var silo in _silos) await silo.StopAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAllSilosAsync();
        foreach (var silo in _silos) await silo.DisposeAsync();
        if (_client is not null) await _client.DisposeAsync();
    }

    private SiloHandle Own(SiloHandle silo) =>
        _silos.Contains(silo) ? silo : throw new ArgumentException("The silo belongs to another cluster.", nameof(silo));

    private SiloHandle AddSilo()
    {
        var number = _silos.Count;
        var services = new ServiceCollection();
        AddParts(services, $"silo-{number}");
        services.AddGrainEngine(engine => Configure(engine));
        _silos.Add(new SiloHandle(number, services.BuildServiceProvider(validateScopes: true)));
        return _silos[number];
    }

    private ServiceProvider BuildClient()
    {
        var services = new ServiceCollection();
        AddParts(services, ClientName);
        services.AddGrainClient(engine => Configure(engine));
        return services.BuildServiceProvider(validateScopes: true);
    }

    private void AddParts(ServiceCollection services, string name)
    {
        services.AddSingleton(_time);
        if (!_plan.IsClustered) return;
        services.AddSingleton<IClusterStore>(Store);
        services.AddSingleton<ITransport>(Network.CreateTransport(name, _dispatcher, _time));
    }

    private void Configure(GrainEngineBuilder engine)
    {
        foreach (var configure in _plan.SiloConfigurators) configure(engine);
        engine.UseTurnDispatcher(_dispatcher);
        if (_plan.IsClustered) engine.UseCluster(_plan.ClusterConfigurator);
    }
}
