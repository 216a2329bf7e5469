namespace Arena.Grains.Ports;

/// <summary>The journal's storage cannot be reached, refuses the write, or is going down. Nothing was written.</summary>
public sealed class JournalUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
