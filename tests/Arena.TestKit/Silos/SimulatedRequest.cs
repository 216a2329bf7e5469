namespace Arena.TestKit.Silos;

/// <summary>One call under way.</summary>
internal sealed class SimulatedRequest(SimulatedCall call, SimulatedHost caller)
{
    public SimulatedCall Call => call;

    public SimulatedHost Caller => caller;

    /// <summary>Completed in the caller's process.</summary>
    public TaskCompletionSource<object?> Answer { get; } = new();

    /// <summary>The silo that it was last sent to.</summary>
    public SimulatedSilo? SentTo { get; set; }

    /// <summary>How often one silo sent it on to another.</summary>
    public int Forwards { get; set; }
}
