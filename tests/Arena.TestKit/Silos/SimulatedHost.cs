using Arena.TestKit.Scheduling;

namespace Arena.TestKit.Silos;

/// <summary>A process that calls grains: a silo or a client. It sees the silos by its own view, which may be late or wrong.</summary>
public abstract class SimulatedHost
{
    private readonly List<SimulatedRequest> _waiting = [];
    private (long Version, IReadOnlyList<SimulatedSilo> Silos) _heard = (0, []);
    private long _version;

    private protected SimulatedHost(SimulatedCluster cluster, string name)
    {
        Cluster = cluster;
        Name = name;
        Process = cluster.Scheduler.CreateProcess(name);
        cluster.Options.ConfigureProcess(Process);
        GrainFactory = new SimulatedGrainFactory(this);
    }

    /// <summary>Its name in the network.</summary>
    public string Name { get; }

    /// <summary>The process that it is.</summary>
    public SimulatedProcess Process { get; }

    /// <summary>Makes references to grains.</summary>
    public IGrainFactory GrainFactory { get; }

    /// <summary>Whether it was started and not stopped, killed or declared dead.</summary>
    public bool IsActive { get; internal set; }

    /// <summary>The silos that it believes to be in the cluster, in the order in which they joined.</summary>
    internal List<SimulatedSilo> View { get; private set; } = [];

    internal SimulatedCluster Cluster { get; }

    /// <summary>Whether it receives no change of the membership, as when it cannot read the table: it keeps its last view.</summary>
    public bool IsCutOff
    {
        get;
        set
        {
            field = value;
            Process.Start(() => Hear(_heard.Version, _heard.Silos));
        }
    }

    /// <summary>Calls a grain, or an observer.</summary>
    internal Task<object?> CallAsync(SimulatedCall call) => Process.RunAsync(async () =>
    {
        var request = new SimulatedRequest(call, this);
        if (call.IsOneWay)
        {
            Send(request);
            return null;
        }

        using var timeout = Process.Time.CreateTimer(
            _ => request.Answer.TrySetException(new TimeoutException($"{call} was not answered within {TimeoutOf(call).TotalSeconds} s.")),
            null,
            TimeoutOf(call),
            Timeout.InfiniteTimeSpan);
        _waiting.Add(request);
        try
        {
            Send(request);
            return await request.Answer.Task;
        }
        finally
        {
            _waiting.Remove(request);
        }
    });

    /// <summary>Applies a change of the membership, unless it knows a later one. Runs in this process.</summary>
    internal void Hear(long version, IReadOnlyList<SimulatedSilo> silos)
    {
        if (version >= _heard.Version)
            _heard = (version, silos);
        if (IsCutOff)
            return;
        _version = _heard.Version;
        See(_heard.Silos);
    }

    /// <summary>Refreshes its view of the silos. Runs in this process.</summary>
    internal void See(IReadOnlyList<SimulatedSilo> silos)
    {
        var lost = View.FindAll(silo => !silos.Contains(silo));
        View = [.. silos];
        foreach (var silo in lost)
            Lost(silo, _waiting);
        Seen();
    }

    /// <summary>Whether a silo has left the cluster by this host's view: one that it does not know yet may be alive.</summary>
    internal bool KnowsDead(SimulatedSilo silo) => !View.Contains(silo) && silo.Joined <= _version;

    /// <summary>Answers a call, in the caller's process.</summary>
    internal void Reply(SimulatedRequest request, Action<TaskCompletionSource<object?>> answer)
    {
        if (!request.Call.IsOneWay)
            Cluster.Network.Send(this, request.Caller, () => answer(request.Answer));
    }

    /// <summary>Puts a grain's call, or an observer's, on its way.</summary>
    private protected abstract void SendToGrain(SimulatedRequest request);

    /// <summary>A silo is gone by this host's view.</summary>
    private protected abstract void Lost(SimulatedSilo silo, IReadOnlyList<SimulatedRequest> waiting);

    /// <summary>The view has changed.</summary>
    private protected abstract void Seen();

    private void Send(SimulatedRequest request)
    {
        if (request.Call.Observer is { } observer)
            Cluster.Network.Push(this, observer.Host, () => observer.Receive(request));
        else
            SendToGrain(request);
    }

    private TimeSpan TimeoutOf(SimulatedCall call) => call.ResponseTimeout ?? Cluster.Options.ResponseTimeout;
}
