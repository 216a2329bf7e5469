namespace Arena.Storage.Configuration;

/// <summary>The storage that was configured cannot be used. The message is for the operator: the key, the value, the cause, the remedy.</summary>
public sealed class StorageException(string message, Exception? cause = null) : Exception(message, cause);
