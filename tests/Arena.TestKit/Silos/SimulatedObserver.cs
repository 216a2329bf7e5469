namespace Arena.TestKit.Silos;

/// <summary>An object of one host that grains call.</summary>
internal sealed class SimulatedObserver(SimulatedHost host, object target)
{
    public SimulatedHost Host => host;

    /// <summary>Whether its reference was deleted.</summary>
    public bool IsDeleted { get; set; }

    public object Target => target;

    /// <summary>Runs in its host's process.</summary>
    public void Receive(SimulatedRequest request)
    {
        if (!IsDeleted)
            _ = RunAsync(request);
    }

    private async Task RunAsync(SimulatedRequest request)
    {
        try
        {
            var result = await request.Call.InvokeAsync(target);
            host.Reply(request, answer => answer.TrySetResult(result));
        }
        catch (Exception failed)
        {
            host.Reply(request, answer => answer.TrySetException(failed));
        }
    }
}
