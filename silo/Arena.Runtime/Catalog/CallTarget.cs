namespace Arena.Runtime;

/// <summary>Something in this silo that calls can be handed to. Handing over never fails: a target that has retired passes the call on.</summary>
internal abstract class CallTarget
{
    /// <summary>Whether a caller should look for a newer target.</summary>
    public abstract bool IsRetired { get; }

    /// <summary>Turns that were delivered and have not begun.</summary>
    public abstract int Depth { get; }

    /// <summary>Hands over a turn; from any thread.</summary>
    public abstract void Deliver(Turn turn);
}
