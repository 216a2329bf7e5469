namespace Arena.Gateway.Administration;

/// <summary>Why the event bus did not do what an administrator asked for. On the wire a code is its name in camelCase; codes are added, never renamed.</summary>
public enum EventErrorCode
{
    /// <summary>There is no such dead letter: it was handled after all, was discarded, or its game is gone.</summary>
    UnknownDeadLetter,
    /// <summary>No consumer of this name can start over.</summary>
    UnknownConsumer,
}
