namespace Arena.GrainInterfaces;

/// <summary>How long a call of a grain is waited for. Each may be repeated: commands carry an operation id, all other calls notify or read.</summary>
public static class GrainCallTimings
{
    /// <summary>
    /// Of what an activated grain decides, reads or passes on at once. A call through a silo that has died gets no answer, so the timeout is
    /// short, and the gateway repeats the call within its deadline.
    /// </summary>
    public const string Command = "00:00:01";

    /// <summary>
    /// Of a batch of answers. Half the time of another command, because people wait for it and each batch is repeated by itself until it is
    /// decided: a session that a dead silo leaves behind answers at most this long after it is back.
    /// </summary>
    public const string Answers = "00:00:00.500";

    /// <summary>Of what arrives in crowds and may have to activate a grain: entering a game, launching it.</summary>
    public const string Entry = "00:00:02";

    /// <summary>Of a push to a gateway, which is sent again with the same number: it waits for no browser, so a second is long.</summary>
    public const string Push = "00:00:01";
}
