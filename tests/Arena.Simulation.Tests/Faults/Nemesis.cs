namespace Arena.Simulation.Tests.Faults;

/// <summary>Injects faults for a while, by its plan and seed, and then repairs all of them.</summary>
internal sealed class Nemesis(World world)
{
    private readonly Draws _draws = new(world.Plan.Seed, "nemesis");
    private readonly List<Task> _underWay = [];
    private readonly HashSet<(string, string)> _apart = [];

    private WorldPlan Plan => world.Plan;

    private SimulatedCluster Cluster => world.Cluster;

    public async Task RunAsync()
    {
        var start = world.Scheduler.Time.GetTimestamp();
        while (world.Scheduler.Time.GetElapsedTime(start) < Plan.FaultsLast)
        {
            await WaitAsync(_draws.Between(Plan.FaultEveryMs / 2, Plan.FaultEveryMs * 3 / 2));
            _underWay.Add(StrikeAsync(_draws.One(Plan.Faults)));
        }
        await MendAsync();
    }

    private async Task StrikeAsync(FaultKind kind)
    {
        switch (kind)
        {
            case FaultKind.PauseSilo when Running() is [_, ..] silos:
                await PauseAsync(_draws.One(silos).Process);
                break;
            case FaultKind.PauseGateway when world.GatewaysUp is [_, ..] gateways:
                await PauseAsync(_draws.One(gateways).Process);
                break;
            case FaultKind.KillSilo when Running() is [_, ..] silos:
                var killed = _draws.One(silos);
                world.Note($"{killed.Name} is killed");
                killed.Kill();
                await WaitAsync(_draws.Between(0, 5_000));
                await world.StartSiloAsync();
                break;
            case FaultKind.StopSilo when Running() is [_, _, ..] silos:
                var stopped = _draws.One(silos);
                await world.StartSiloAsync();
                world.Note($"{stopped.Name} is stopped");
                await world.StopSiloAsync(stopped);
                break;
            case FaultKind.AddSilo when Running().Count <= Plan.Silos:
                await world.StartSiloAsync();
                break;
            case FaultKind.KillGateway when world.GatewaysUp is [_, ..] gateways:
                var gone = _draws.One(gateways);
                world.Note($"{gone.Name} is killed");
                gone.Kill();
                await WaitAsync(_draws.Between(0, 3_000));
                await world.StartGatewayAsync();
                break;
            case FaultKind.CutLink:
                var (near, far) = Pair();
                world.Note($"the link of {near} and {far} is cut");
                Cluster.Network.Cut(near, far);
                break;
            case FaultKind.Partition:
                var (one, other) = Pair();
                if (!_apart.Add((one, other)))
                    break;
                world.Note($"{one} and {other} are apart");
                Cluster.Network.Part(one, other);
                await WaitAsync(_draws.Between(100, 8_000));
                Reunite(one, other);
                break;
            case FaultKind.FalseDeath when Running() is [_, _, ..] silos:
                var condemned = _draws.One(silos);
                world.Note($"{condemned.Name} is declared dead while it runs");
                Cluster.Membership.DeclareDead(condemned);
                break;
            case FaultKind.LateView when Running().FindAll(silo => !silo.IsCutOff) is [_, ..] silos:
                var late = _draws.One(silos);
                world.Note($"{late.Name} hears of no change of the membership");
                late.IsCutOff = true;
                await WaitAsync(_draws.Between(1_000, 9_000));
                late.IsCutOff = false;
                world.Note($"{late.Name} hears of the membership again");
                break;
            case FaultKind.JournalDown when !world.Journal.Down:
                world.Note("the journal is down");
                world.Journal.Down = true;
                await WaitAsync(_draws.Between(100, 6_000));
                world.Journal.Down = false;
                world.Note("the journal is up");
                break;
            case FaultKind.StepClock when world.Processes is [_, ..] processes:
                var stepped = _draws.One(processes);
                stepped.ClockOffset += _draws.Ms(-5_000, 5_000);
                world.Note($"{stepped.Name}'s clock is stepped to {stepped.ClockOffset}");
                break;
        }
    }

    /// <summary>From now on no fault is injected, and earlier faults are repaired.</summary>
    private async Task MendAsync()
    {
        world.IsMended = true;
        foreach (var process in world.Processes)
            process.Resume();
        foreach (var (one, other) in _apart.ToArray())
            Reunite(one, other);
        world.Journal.Down = false;
        await Task.WhenAll(_underWay);
        world.Note("everything is mended");
    }

    private async Task PauseAsync(SimulatedProcess process)
    {
        if (process.IsPaused)
            return;
        var length = _draws.Between(0, 3) == 0 ? _draws.Between(50, 1_000) : _draws.Between(1_000, 9_000);
        world.Note($"{process.Name} is paused for {length} ms");
        process.Pause();
        await WaitAsync(length);
        process.Resume();
        world.Note($"{process.Name} goes on");
    }

    private void Reunite(string one, string other)
    {
        if (world.Bugs.NetworkStaysCut || !_apart.Remove((one, other)))
            return;
        Cluster.Network.Reunite(one, other);
        world.Note($"{one} and {other} are together again");
    }

    private (string One, string Other) Pair()
    {
        var silos = Cluster.Silos.Where(silo => silo.IsActive).Select(silo => silo.Name).ToArray();
        var all = silos.Concat(world.GatewaysUp.Select(gateway => gateway.Name)).ToArray();
        if (silos.Length == 0 || all.Length < 2)
            return ("nobody", "nobody else");
        var one = _draws.One(silos);
        return (one, _draws.One(all.Where(name => name != one).ToArray()));
    }

    private List<SimulatedSilo> Running() => [.. Cluster.Silos.Where(silo => silo is { IsActive: true, IsStopping: false, HasFallen: false })];

    private async Task WaitAsync(int ms)
    {
        // A fault in progress ends early once all faults are to be repaired.
        for (var left = ms; left > 0 && !world.IsMended; left -= 500)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(left, 500)), world.Scheduler.Time);
    }
}
