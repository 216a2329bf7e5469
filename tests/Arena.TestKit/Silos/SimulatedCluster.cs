using Arena.TestKit.Scheduling;

namespace Arena.TestKit.Silos;

/// <summary>
/// Silos and clients as processes of a deterministic scheduler, with the real grain classes. It stands for Orleans where that is what a
/// session depends on: turns, timers, activation and deactivation, migration, placement, late and wrong views of the membership (so that
/// two silos may each believe that they own a grain), lost and reordered messages, calls whose outcome is unknown.
/// </summary>
public sealed class SimulatedCluster
{
    private readonly List<SimulatedSilo> _silos = [];
    private readonly List<SimulatedClient> _clients = [];
    private readonly Dictionary<SimulatedProcess, SimulatedHost> _hosts = [];

    /// <summary>An empty cluster.</summary>
    /// <param name="scheduler">What it runs on.</param>
    /// <param name="options">What it is made of.</param>
    public SimulatedCluster(DeterministicScheduler scheduler, SimulatedClusterOptions options)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        ArgumentNullException.ThrowIfNull(options);
        (Scheduler, Options) = (scheduler, options);
        Catalog = new GrainCatalog(options.Grains);
        Network = new SimulatedNetwork(this);
        Membership = new SimulatedMembership(this);
    }

    /// <summary>What the cluster runs on.</summary>
    public DeterministicScheduler Scheduler { get; }

    /// <summary>The links between silos and clients.</summary>
    public SimulatedNetwork Network { get; }

    /// <summary>Which silos are in the cluster.</summary>
    public SimulatedMembership Membership { get; }

    /// <summary>All silos, the stopped ones included.</summary>
    public IReadOnlyList<SimulatedSilo> Silos => _silos;

    /// <summary>All clients, the stopped ones included.</summary>
    public IReadOnlyList<SimulatedClient> Clients => _clients;

    /// <summary>What grains threw where no caller waits for it: from timers, and at deactivation.</summary>
    public IList<Exception> Unobserved { get; } = [];

    internal SimulatedClusterOptions Options { get; }

    /// <summary>The host whose step runs now; null if it is no host's.</summary>
    internal SimulatedHost? HostOfStep => Scheduler.Running is { } process ? _hosts.GetValueOrDefault(process) : null;

    internal GrainCatalog Catalog { get; }

    internal SimulatedDirectory Directory { get; } = new();

    internal SimulatedGrainStorage Storage { get; } = new();

    /// <summary>Adds a silo, which is to be started.</summary>
    /// <returns>The silo.</returns>
    public SimulatedSilo AddSilo()
    {
        var silo = new SimulatedSilo(this, _silos.Count);
        _silos.Add(silo);
        _hosts.Add(silo.Process, silo);
        return silo;
    }

    /// <summary>Adds a client that knows the silos of now.</summary>
    /// <param name="name">Its name in the network.</param>
    /// <returns>The client.</returns>
    public SimulatedClient AddClient(string name)
    {
        var client = new SimulatedClient(this, name) { IsActive = true };
        _clients.Add(client);
        _hosts.Add(client.Process, client);
        client.See(Membership.Members);
        return client;
    }

    /// <summary>Starts to watch for silos that the others cannot reach.</summary>
    public void Watch() => _ = Membership.WatchAsync();

    /// <summary>Stops all silos gracefully, one after the other.</summary>
    /// <returns>Completes when their activations have ended. A silo that was declared dead ends without that.</returns>
    public async Task StopAllSilosAsync()
    {
        foreach (var silo in _silos.Where(silo => silo.IsActive).ToArray())
        {
            try
            {
                await silo.StopAsync();
            }
            catch (ProcessEndedException) when (silo.HasFallen)
            {
                // Its activations ended with it.
            }
        }
    }

    /// <summary>Kills what still runs.</summary>
    public void End()
    {
        Membership.End();
        foreach (var silo in _silos)
            silo.Kill();
        foreach (var client in _clients)
            client.Kill();
    }

    /// <summary>Does something after a while, in no process.</summary>
    internal void After(TimeSpan wait, Action what)
    {
        if (wait <= TimeSpan.Zero)
        {
            what();
            return;
        }

        ITimer? timer = null;
        timer = Scheduler.Time.CreateTimer(
            _ =>
            {
                timer!.Dispose();
                what();
            },
            null,
            wait,
            Timeout.InfiniteTimeSpan);
    }
}
