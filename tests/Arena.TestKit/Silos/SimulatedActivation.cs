using Orleans.Runtime.Placement;
using Orleans.Storage;

namespace Arena.TestKit.Silos;

/// <summary>
/// One activation: its turns, timers and end. As with Orleans, a request waits while another one runs, unless the grain is reentrant or the
/// method interleaves; an activation that is to end runs what it has begun and passes what waits on to the next one.
/// </summary>
internal sealed class SimulatedActivation : SimulatedGrainContext
{
    private readonly List<(bool Interleaves, Func<Task> Run, SimulatedRequest? Request)> _waiting = [];
    private readonly TaskCompletionSource _ended = new();
    private readonly bool _isReentrant;
    private DeactivationReason? _leaving;
    private Dictionary<string, object>? _migration;
    private bool _isReady;
    private bool _isEnding;
    private int _running;

    public SimulatedActivation(SimulatedSilo silo, GrainId grain)
        : base(silo, grain)
    {
        _isReentrant = silo.Cluster.Catalog.IsReentrant(grain);
        GrainInstance = silo.Cluster.Catalog.Create(this);
    }

    public List<SimulatedGrainTimer> Timers { get; } = [];

    public override Task Deactivated => _ended.Task;

    private Grain Grain => (Grain)GrainInstance!;

    public override string ToString() =>
        $"{GrainId} {(_isEnding ? "ending" : _leaving is not null ? "leaving" : _isReady ? "ready" : "starting")}, {_running} running, {_waiting.Count} waiting";

    public void Start(SimulatedMigration? migration) => _ = StartAsync(migration);

    public void Receive(SimulatedRequest request)
    {
        _waiting.Add((request.Call.Interleaves, () => RunAsync(request), request));
        Pump();
    }

    public void Tick(SimulatedGrainTimer timer)
    {
        if (timer.IsDisposed)
            return;
        _waiting.Add((timer.Interleaves, () => TickAsync(timer), null));
        Pump();
    }

    public override void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        _leaving ??= deactivationReason;
        // Not within the turn that asked for it.
        Silo.Process.Start(EndIfIdle);
    }

    public override void Migrate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default)
    {
        _migration = requestContext ?? [];
        Deactivate(new(DeactivationReasonCode.Migrating, "The grain migrates."), cancellationToken);
    }

    private async Task StartAsync(SimulatedMigration? migration)
    {
        try
        {
            if (migration is not null && GrainInstance is IGrainMigrationParticipant participant)
                participant.OnRehydrate(migration);
            await Grain.OnActivateAsync(CancellationToken.None);
            _isReady = true;
            EndIfIdle();
            Pump();
        }
        catch (Exception failed)
        {
            Leave();
            foreach (var request in Requests())
                Silo.Reply(request, answer => answer.TrySetException(new OrleansException($"{GrainId} could not be activated.", failed)));
        }
    }

    private void Pump()
    {
        for (var next = 0; _isReady && _leaving is null && next < _waiting.Count;)
        {
            if (_running > 0 && !_isReentrant && !_waiting[next].Interleaves)
            {
                next++;
                continue;
            }

            var run = _waiting[next].Run;
            _waiting.RemoveAt(next);
            _ = TurnAsync(run);
        }
    }

    private async Task TurnAsync(Func<Task> run)
    {
        _running++;
        await run();
        _running--;
        EndIfIdle();
        Pump();
    }

    private async Task RunAsync(SimulatedRequest request)
    {
        try
        {
            var result = await request.Call.InvokeAsync(GrainInstance!);
            Silo.Reply(request, answer => answer.TrySetResult(result));
        }
        catch (Exception failed)
        {
            Silo.Reply(request, answer => answer.TrySetException(failed));
            if (failed is InconsistentStateException)
                Deactivate(new(DeactivationReasonCode.ApplicationError, failed, "The state is another activation's by now."));
        }
    }

    private async Task TickAsync(SimulatedGrainTimer timer)
    {
        try
        {
            await timer.TickAsync();
        }
        catch (Exception failed)
        {
            Silo.Cluster.Unobserved.Add(failed);
        }
    }

    private void EndIfIdle()
    {
        if (_leaving is null || _running > 0 || !_isReady || _isEnding)
            return;
        _isEnding = true;
        _ = EndAsync();
    }

    private async Task EndAsync()
    {
        foreach (var timer in Timers.ToArray())
            timer.Dispose();
        try
        {
            await Grain.OnDeactivateAsync(_leaving!.Value, CancellationToken.None);
            if (_migration is not null)
                await MigrateAsync(_migration);
        }
        catch (Exception failed)
        {
            Silo.Cluster.Unobserved.Add(failed);
        }

        Leave();
        foreach (var request in Requests())
            Silo.Route(request);
    }

    /// <summary>Hands over what the grain takes along, and waits until the other silo has the grain, or for too long.</summary>
    private async Task MigrateAsync(Dictionary<string, object> requestContext)
    {
        var hint = requestContext.GetValueOrDefault(IPlacementDirector.PlacementHintKey) as SiloAddress;
        if (Silo.DestinationOf(GrainId, hint) is not { } destination || destination == Silo)
            return;
        var migration = new SimulatedMigration();
        if (GrainInstance is IGrainMigrationParticipant participant)
            participant.OnDehydrate(migration);
        var arrival = new TaskCompletionSource();
        Silo.Cluster.Network.Send(Silo, destination, () =>
        {
            destination.Receive(GrainId, migration, Silo);
            Silo.Cluster.Network.Send(destination, Silo, () => arrival.TrySetResult());
        });
        try
        {
            await arrival.Task.WaitAsync(Silo.Cluster.Options.ResponseTimeout, Silo.Process.Time);
        }
        catch (TimeoutException)
        {
            // The other silo is unreachable: the grain is activated again in the silo that calls it.
        }
    }

    private void Leave()
    {
        Silo.Cluster.Directory.Unregister(GrainId, Silo);
        Silo.Forget(this);
        _ended.TrySetResult();
    }

    private SimulatedRequest[] Requests()
    {
        SimulatedRequest[] requests = [.. _waiting.Select(waiting => waiting.Request).OfType<SimulatedRequest>()];
        _waiting.Clear();
        return requests;
    }
}
