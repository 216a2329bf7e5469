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
    private readonly List<ClientHandle> _clients = [];
    private readonly ClientHandle? _client;

    internal TestCluster(TestClusterBuilder plan)
    {
        _plan = plan;
        _time = plan.Time ?? TimeProvider.System;
        _dispatcher = plan.Dispatcher ?? (_tracking = new IdleTrackingDispatcher());
        Store = new MemoryClusterStore(_time);
        Network = new MemoryNetwork(_time);
        for (var i = 0; i < plan.InitialSilosCount; i++) AddSilo();
        if (plan.IsClustered) _client = AddClient(ClientName);
    }

    /// <summary>The silos, the stopped ones included.</summary>
    public IReadOnlyList<SiloHandle> Silos => _silos;

    /// <summary>The first silo.</summary>
    public SiloHandle Primary => _silos[0];

    /// <summary>The client.</summary>
    public IClusterClient Client => (_client?.Services ?? Primary.Services).GetRequiredService<IClusterClient>();

    /// <summary>All clients, the stopped ones included.</summary>
    public IReadOnlyList<ClientHandle> Clients => _clients;

    /// <summary>Makes references to grains.</summary>
    public IGrainFactory GrainFactory => Client;

    /// <summary>The services of the first silo.</summary>
    public IServiceProvider ServiceProvider => Primary.Services;

    /// <summary>Who is in the cluster, and who owns what.</summary>
    public MemoryClusterStore Store { get; }

    /// <summary>What links silos and client.</summary>
    public MemoryNetwork Network { get; }

    /// <summary>Starts all silos, then the client.</summary>
    /// <returns>Completes when they take calls.</returns>
    public async Task DeployAsync()
    {
        foreach (var silo in _silos) await silo.StartAsync();
        if (_client is not null) await _client.StartAsync();
    }

    /// <summary>Starts one more silo.</summary>
    /// <returns>The silo, which takes calls.</returns>
    public async Task<SiloHandle> StartAdditionalSiloAsync()
    {
        var silo = AddSilo();
        await silo.StartAsync();
        return silo;
    }

    /// <summary>Starts one more client: a process of its own.</summary>
    /// <param name="name">Its name in the network.</param>
    /// <returns>The client, which can call.</returns>
    public async Task<ClientHandle> StartAdditionalClientAsync(string name)
    {
        var client = AddClient(name);
        await client.StartAsync();
        return client;
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

    /// <summary>Stops the clients, then all silos gracefully.</summary>
    /// <returns>Completes when their activations have ended.</returns>
    public async Task StopAllSilosAsync()
    {
        foreach (var client in _clients) await client.StopAsync();
        foreach (var silo in _silos) await silo.StopAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAllSilosAsync();
        foreach (var silo in _silos) await silo.DisposeAsync();
        foreach (var client in _clients) await client.DisposeAsync();
    }

    private SiloHandle Own(SiloHandle silo) =>
        _silos.Contains(silo) ? silo : throw new ArgumentException("The silo belongs to another cluster.", nameof(silo));

    private SiloHandle AddSilo()
    {
        var number = _silos.Count;
        var services = new ServiceCollection();
        var (process, cutOff) = AddParts(services, SiloHandle.NameOf(number));
        var lifetime = new SimulatedLifetime();
        services.AddSingleton<IHostApplicationLifetime>(lifetime);
        services.AddGrainEngine(engine => Configure(engine, process));
        foreach (var configure in _plan.HostConfigurators) configure(services);
        _silos.Add(new SiloHandle(number, services.BuildServiceProvider(validateScopes: true), process, lifetime, cutOff));
        return _silos[number];
    }

    private ClientHandle AddClient(string name)
    {
        var services = new ServiceCollection();
        var (process, cutOff) = AddParts(services, name);
        services.AddGrainClient(engine => Configure(engine, process));
        var client = new ClientHandle(name, services.BuildServiceProvider(validateScopes: true), process, cutOff);
        _clients.Add(client);
        return client;
    }

    private (SimulatedProcess? Process, Action CutOff) AddParts(ServiceCollection services, string name)
    {
        var process = _plan.Simulation?.CreateProcess(name);
        if (process is not null)
        {
            foreach (var configure in _plan.ProcessConfigurators) configure(process);
            services.AddSingleton(process).AddSingleton<SimulatedLoops>();
        }
        else if (_tracking is not null)
        {
            services.AddSingleton(_tracking).AddSingleton<SimulatedLoops>();
        }

        var time = process?.Time ?? _time;
        services.AddSingleton(time);
        if (!_plan.IsClustered) return (process, static () => { });
        services.AddSingleton(StoreFor(process));
        var transport = Network.CreateTransport(name, process ?? _dispatcher, time);
        services.AddSingleton<ITransport>(transport);
        return (process, () => Network.Stop(transport));
    }

    private IClusterStore StoreFor(SimulatedProcess? process) => process is not null && _plan.StoreFate is { } fate
        ? new SimulatedClusterStore(Store, new SimulatedExchange(process, _plan.Simulation!.Time, () => fate(process)))
        : Store;

    private void Configure(GrainEngineBuilder engine, SimulatedProcess? process)
    {
        foreach (var configure in _plan.SiloConfigurators) configure(engine);
        engine.UseTurnDispatcher(process ?? _dispatcher);
        if (_plan.IsClustered) engine.UseCluster(_plan.ClusterConfigurator);
    }
}
