namespace Arena.Hosting.Client;

/// <summary>Notifies a process that calls grains of the loss of a silo, and with it of all subscriptions there. In one process there is none.</summary>
public sealed class SiloFailureNotifier
{
    /// <summary>A link to a silo has ended. Called from a watch of the cluster: must not block.</summary>
    public event Action? Lost;

    internal void Report() => Lost?.Invoke();
}
