namespace Arena.Grains.Events;

/// <summary>
/// What a consumer writes to is away, whatever the event is. It does not become a dead letter: the session's events wait, and are tried again with
/// growing pauses until it is back.
/// </summary>
public sealed class ConsumerUnavailableException(string message, Exception cause) : Exception(message, cause);
