namespace Arena.TestKit.Silos;

/// <summary>
/// A process that calls grains and hosts none, as a gateway is. It calls through one of the silos that it knows, which passes the call on
/// by its own view. What waits for an answer through a silo that dies waits until it times out, as with Orleans.
/// </summary>
public sealed class SimulatedClient : SimulatedHost
{
    internal SimulatedClient(SimulatedCluster cluster, string name)
        : base(cluster, name)
    {
    }

    /// <summary>Raised in its process when a silo that it knew is gone.</summary>
    public event Action? SiloLost;

    /// <summary>Ends it.</summary>
    public void Kill()
    {
        IsActive = false;
        Process.Kill();
    }

    private protected override void SendToGrain(SimulatedRequest request)
    {
        while (View.Count > 0)
        {
            var silo = View[(int)(SimulatedPlacement.Hash(request.Call.Target.ToString()) % (uint)View.Count)];
            if (silo.IsActive)
            {
                Cluster.Network.Send(this, silo, () => silo.Route(request));
                return;
            }

            See(View.FindAll(known => known != silo));
        }

        request.Answer.TrySetException(new SiloUnavailableException($"{Name} knows no silo."));
    }

    private protected override void Lost(SimulatedSilo silo, IReadOnlyList<SimulatedRequest> waiting) => SiloLost?.Invoke();

    private protected override void Seen()
    {
    }
}
