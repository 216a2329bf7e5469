namespace Arena.Grains.Ports;

/// <summary>The storage failed while it committed: the write may or may not be durable. Reopening the journal resolves it.</summary>
public sealed class JournalOutcomeUnknownException(Exception cause) : Exception("The journal's storage failed while it committed.", cause);
