namespace Arena.Grains.Events;

/// <summary>Names of events that consumers look for, as the journal has them.</summary>
public static class SessionEventTypes
{
    /// <summary>The game is over: the last event of a session.</summary>
    public const string Finished = "sessionFinished.1";
}
