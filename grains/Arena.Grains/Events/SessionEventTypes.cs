namespace Arena.Grains.Events;

/// <summary>Names of events that consumers look for, as the journal has them.</summary>
public static class SessionEventTypes
{
    /// <summary>A question is about to come; the first of them starts the game.</summary>
    public const string QuestionAnnounced = "getReadyShown.1";

    /// <summary>The game is over: the last event of a session.</summary>
    public const string Finished = "sessionFinished.1";
}
