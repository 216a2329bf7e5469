using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Timers;

namespace Arena.TestKit.Silos;

/// <summary>A silo: activations of the real grain classes, by its own view of the cluster.</summary>
public sealed class SimulatedSilo : SimulatedHost
{
    private const int MaxForwards = 6;

    private readonly Dictionary<GrainId, SimulatedActivation> _activations = [];
    private readonly HashSet<SimulatedSilo> _draining = [];
    private readonly SimulatedLifetime _lifetime = new();
    private readonly ServiceProvider _services;
    private bool _isDeclaredDead;

    internal SimulatedSilo(SimulatedCluster cluster, int number)
        : base(cluster, $"silo-{number}")
    {
        Address = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 10_000 + number), 1);
        Runtime = new SimulatedGrainRuntime(this);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(Process.Time);
        services.AddSingleton(GrainFactory);
        services.AddSingleton<ITimerRegistry>(Runtime);
        services.AddSingleton<IHostApplicationLifetime>(_lifetime);
        services.AddSingleton<SimulatedLoops>();
        cluster.Options.ConfigureSilo(services, this);
        _services = services.BuildServiceProvider();
    }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Its address, as grains see it.</summary>
    public SiloAddress Address { get; }

    /// <summary>Whether it takes no new grains, because it stops. Its hosted services stop before: until they have, nothing shows that it will.</summary>
    public bool IsStopping { get; private set; }

    /// <summary>Whether it takes no grain that migrates, as a silo does that is about to stop itself.</summary>
    public bool RejectsMigrations { get; set; }

    /// <summary>Whether it ended because it learnt that the others had declared it dead, or because a service of it failed.</summary>
    public bool HasFallen => _isDeclaredDead || _lifetime.IsStopRequested;

    internal SimulatedGrainRuntime Runtime { get; }

    /// <summary>The version of the membership with which it joined.</summary>
    internal long Joined { get; set; }

    /// <summary>Whether a grain is active here.</summary>
    /// <param name="grain">Its type and key, such as <c>gamesession/ABC123</c>.</param>
    /// <returns>Whether it is.</returns>
    public bool Has(string grain) => _activations.ContainsKey(GrainId.Parse(grain, CultureInfo.InvariantCulture));

    /// <summary>The silo that this one chooses for a grain that is not active yet.</summary>
    /// <param name="grain">Its type and key, such as <c>gamesession/ABC123</c>.</param>
    /// <returns>The silo, or null if it knows none that takes grains.</returns>
    public SimulatedSilo? PlaceOf(string grain) => Place(GrainId.Parse(grain, CultureInfo.InvariantCulture));

    /// <summary>Notifies all silos that this one drains: they place grains on another one, while there is one. A silo that joins later does not know.</summary>
    public void AnnounceDrain()
    {
        _draining.Add(this);
        foreach (var silo in Cluster.Silos.Where(silo => silo != this))
            Cluster.After(Cluster.Options.SiloNoticeDelay(), () => silo._draining.Add(this));
    }

    /// <summary>Joins the cluster and starts the hosted services.</summary>
    /// <returns>Completes when it takes calls.</returns>
    public Task StartAsync()
    {
        IsActive = true;
        Cluster.Membership.Join(this);
        return HostedServices.StartAsync(_services, Process);
    }

    /// <summary>Stops it gracefully: hosted services, then the activations, then it leaves the cluster.</summary>
    /// <returns>Completes when it has left.</returns>
    public async Task StopAsync()
    {
        await HostedServices.AnnounceStopAsync(_services, Process);
        await HostedServices.StopAsync(_services, Process);
        IsStopping = true;
        await Process.RunAsync(async () =>
        {
            DeactivationReason reason = new(DeactivationReasonCode.ShuttingDown, "The silo stops.");
            foreach (var activation in _activations.Values.ToArray())
                activation.Deactivate(reason);
            foreach (var activation in _activations.Values.ToArray())
                await activation.Deactivated;
        });
        IsActive = false;
        Cluster.Membership.Leave(this);
    }

    /// <summary>Ends it without a word.</summary>
    public void Kill()
    {
        IsActive = false;
        Process.Kill();
    }

    /// <summary>Finds the grain's activation, here or elsewhere, or makes one. Runs in this process.</summary>
    internal void Route(SimulatedRequest request)
    {
        var grain = request.Call.Target;
        if (_activations.TryGetValue(grain, out var here))
        {
            here.Receive(request);
            return;
        }

        if (HomeOf(grain, wasSentHere: request.SentTo == this) is not { } home)
            Refuse(request, new SiloUnavailableException($"{Name} knows no silo for {grain}."));
        else if (home == this)
            Activate(grain).Receive(request);
        else
            Forward(request, home);
    }

    /// <summary>Takes over a grain that migrates here, unless another silo has it by now. Runs in this process.</summary>
    internal void Receive(GrainId grain, SimulatedMigration migration, SimulatedSilo from)
    {
        if (!_activations.ContainsKey(grain) && !IsStopping && !RejectsMigrations && Cluster.Directory.Find(grain) == from)
            Activate(grain, migration);
    }

    /// <summary>Whether it knows another silo that takes grains and does not drain.</summary>
    public bool HasNext => Others.Any(silo => !silo.IsStopping);

    /// <summary>The silo that placement would choose for a grain if this one were gone.</summary>
    /// <param name="grain">The grain.</param>
    /// <returns>Its address; null if there is no other silo.</returns>
    public SiloAddress? NextFor(GrainId grain) => SimulatedPlacement.Choose(grain, Others)?.Address;

    private IEnumerable<SimulatedSilo> Others => View.Where(silo => silo != this && !_draining.Contains(silo));

    /// <summary>Where a grain that migrates is to go.</summary>
    internal SimulatedSilo? DestinationOf(GrainId grain, SiloAddress? hint) =>
        View.Find(silo => silo.Address.Equals(hint) && !silo.IsStopping) ?? Place(grain);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name} sees {string.Join(", ", View.Select(silo => silo.Name))} and has {string.Join(", ", _activations.Values.Select(activation => $"{activation} (registered at {Cluster.Directory.Find(activation.GrainId)?.Name})"))}";

    internal void Forget(SimulatedActivation activation) => _activations.Remove(activation.GrainId);

    private protected override void SendToGrain(SimulatedRequest request) => Route(request);

    private protected override void Lost(SimulatedSilo silo, IReadOnlyList<SimulatedRequest> waiting)
    {
        foreach (var request in waiting.Where(request => request.SentTo == silo).ToArray())
            request.Answer.TrySetException(new SiloUnavailableException($"{silo.Name} is gone."));
    }

    private protected override void Seen()
    {
        if (!View.Contains(this))
            Fall();
    }

    /// <summary>The others have declared it dead: it ends.</summary>
    private void Fall()
    {
        _isDeclaredDead = true;
        Kill();
    }

    private SimulatedSilo? HomeOf(GrainId grain, bool wasSentHere)
    {
        if (Cluster.Catalog.IsStatelessWorker(grain))
            return this;
        if (Cluster.Directory.Find(grain) is { } registered && registered != this && !KnowsDead(registered))
            return registered;
        return wasSentHere && !IsStopping ? this : Place(grain);
    }

    private SimulatedSilo? Place(GrainId grain) =>
        SimulatedPlacement.Choose(grain, View.Where(silo => !_draining.Contains(silo))) ?? SimulatedPlacement.Choose(grain, View);

    private void Forward(SimulatedRequest request, SimulatedSilo home)
    {
        if (++request.Forwards > MaxForwards)
        {
            Refuse(request, new OrleansException($"{request.Call} was forwarded {MaxForwards} times in vain."));
            return;
        }

        request.SentTo = home;
        if (home.IsActive)
            Cluster.Network.Send(this, home, () => home.Route(request));
        else
            Refuse(request, new SiloUnavailableException($"{home.Name} refuses connections."));
    }

    private void Refuse(SimulatedRequest request, Exception cause) => Reply(request, answer => answer.TrySetException(cause));

    private SimulatedActivation Activate(GrainId grain, SimulatedMigration? migration = null)
    {
        if (!Cluster.Catalog.IsStatelessWorker(grain))
            Cluster.Directory.Register(grain, this);
        var activation = new SimulatedActivation(this, grain);
        _activations.Add(grain, activation);
        activation.Start(migration);
        return activation;
    }
}
