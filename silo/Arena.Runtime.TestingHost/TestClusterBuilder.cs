using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime.TestingHost;

/// <summary>Puts a <see cref="TestCluster"/> together.</summary>
public sealed class TestClusterBuilder
{
    private readonly List<Action<GrainEngineBuilder>> _siloConfigurators = [];
    private readonly List<Action<IServiceCollection>> _hostConfigurators = [];
    private readonly List<Action<SimulatedProcess>> _processConfigurators = [];

    /// <summary>Plans a cluster.</summary>
    /// <param name="initialSilosCount">
    /// How many silos. One is a silo by itself, without a cluster, and its client is in it; with several, or after
    /// <see cref="UseCluster"/>, they are linked, and the client is a process of its own.
    /// </param>
    public TestClusterBuilder(short initialSilosCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(initialSilosCount, (short)1);
        InitialSilosCount = initialSilosCount;
        IsClustered = initialSilosCount > 1;
    }

    /// <summary>How many silos the cluster starts with.</summary>
    public short InitialSilosCount { get; }

    /// <summary>The clock of the cluster; null for the system's.</summary>
    public TimeProvider? Time { get; private set; }

    /// <summary>What runs the turns; null for the thread pool with a barrier.</summary>
    public ITurnDispatcher? Dispatcher { get; private set; }

    /// <summary>The simulation that the cluster runs in, if it does.</summary>
    public Simulation? Simulation { get; private set; }

    /// <summary>Whether the silos are linked.</summary>
    public bool IsClustered { get; private set; }

    internal IReadOnlyList<Action<GrainEngineBuilder>> SiloConfigurators => _siloConfigurators;

    internal IReadOnlyList<Action<IServiceCollection>> HostConfigurators => _hostConfigurators;

    internal IReadOnlyList<Action<SimulatedProcess>> ProcessConfigurators => _processConfigurators;

    internal Action<ClusterOptions>? ClusterConfigurator { get; private set; }

    internal Func<SimulatedProcess, ExchangeFate>? StoreFate { get; private set; }

    /// <summary>Links the silos, even if it is only one.</summary>
    /// <param name="configure">Sets options.</param>
    /// <returns>This builder.</returns>
    public TestClusterBuilder UseCluster(Action<ClusterOptions>? configure = null)
    {
        IsClustered = true;
        ClusterConfigurator = configure;
        return this;
    }

    /// <summary>Registers the grain interfaces and classes of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>This builder.</returns>
    public TestClusterBuilder AddAssembly(Assembly assembly) => ConfigureSilo(silo => silo.AddAssembly(assembly));

    /// <summary>Configures each silo.</summary>
    /// <param name="configure">Adds options, filters, storage.</param>
    /// <returns>This builder.</returns>
    public TestClusterBuilder ConfigureSilo(Action<GrainEngineBuilder> configure)
    {
        _siloConfigurators.Add(configure);
        return this;
    }

    /// <summary>Adds services that grains are injected with.</summary>
    /// <param name="configure">Adds them.</param>
    /// <returns>This builder.</returns>
    public TestClusterBuilder ConfigureServices(Action<IServiceCollection> configure) =>
        ConfigureSilo(silo => configure(silo.Services));

    /// <summary>
    /// Adds services to the processes that host grains, and not to clients: hosted services, ports of the grains. In a simulation the
    /// <see cref="SimulatedProcess"/> is among the services.
    /// </summary>
    /// <param name="configure">Adds them, last.</param>
    /// <returns>This builder.</returns>
    public TestClusterBuilder ConfigureHosts(Action<IServiceCollection> configure)
    {
        _hostConfigurators.Add(configure);
        return this;
    }

    /// <summary>Prepares each process of a simulation before it starts, for example its clock.</summary>
    /// <param name="configure">Prepares it.</param>
    /// <returns>This builder.</returns>
    public TestClusterBuilder ConfigureProcesses(Action<SimulatedProcess> configure)
    {
        _processConfigurators.Add(configure);
        return this;
    }

    /// <summary>Runs the cluster by another clock, for example a <see cref="ManualTimeProvider"/>.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>This builder.</returns>
    public TestClusterBuilder UseTimeProvider(TimeProvider time)
    {
        Time = time;
        return this;
    }

    /// <summary>Runs the turns elsewhere, for example in a <see cref="Simulation"/>.</summary>
    /// <param name="dispatcher">What runs them.</param>
    /// <returns>This builder.</returns>
    public TestClusterBuilder UseTurnDispatcher(ITurnDispatcher dispatcher)
    {
        Dispatcher = dispatcher;
        return this;
    }

    /// <summary>Runs the cluster in a simulation, each silo and client as a process of it.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="storeFate">What becomes of each request of a process to the cluster store; null for a store that answers at once.</param>
    /// <returns>This builder.</returns>
    public TestClusterBuilder UseSimulation(Simulation simulation, Func<SimulatedProcess, ExchangeFate>? storeFate = null)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        Simulation = simulation;
        StoreFate = storeFate;
        return UseTimeProvider(simulation.Time).UseTurnDispatcher(simulation);
    }

    /// <summary>Makes the cluster; <see cref="TestCluster.DeployAsync"/> starts it.</summary>
    /// <returns>The cluster.</returns>
    public TestCluster Build() => new(this);
}
