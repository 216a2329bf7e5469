using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>One unit of work of an activation: a call or a timer tick.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Turn
{
    private protected Turn()
    {
    }

    /// <summary>With which other turns it may overlap.</summary>
    internal abstract TurnKind Kind { get; }

    /// <summary>What it is called in logs and traces.</summary>
    internal abstract string Name { get; }

    /// <summary>Whether it counts as use of the activation.</summary>
    internal virtual bool KeepsAlive => true;

    /// <summary>
    /// Runs on the host's scheduler. It never throws; it calls <see cref="TurnHost.End"/> exactly once, then reports its outcome,
    /// then calls <see cref="TurnHost.Pump"/>.
    /// </summary>
    internal abstract Task RunAsync(TurnHost host);

    /// <summary>Ends the turn without running it.</summary>
    internal abstract void Refuse(Exception reason);
}
