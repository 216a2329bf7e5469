namespace Arena.Silo;

/// <summary>Tells a process that calls grains when a silo is lost to it, and with it whatever was subscribed to there. In one process it never is.</summary>
public sealed class SiloLosses
{
    /// <summary>A link to a silo has ended. Called from a watch of the cluster: must not block.</summary>
    public event Action? Lost;

    internal void Report() => Lost?.Invoke();
}
