namespace Arena.GrainInterfaces;

/// <summary>How long a call of a grain is waited for.</summary>
public static class GrainCallTimings
{
    /// <summary>
    /// Of calls that a player or host waits for. All of them may be repeated: commands carry an operation id. A call through a silo that has
    /// died is answered by nothing, so the timeout is short, and the gateway repeats the call within its deadline.
    /// </summary>
    public const string Command = "00:00:02";

    /// <summary>Of a push to a gateway, which is sent again with the same number: it waits for no browser, so a second is long.</summary>
    public const string Push = "00:00:01";
}
