namespace Arena.Runtime;

/// <summary>
/// A grain in another process failed with an exception that is not among the few that travel as what they are: its type may not exist
/// here, and making whatever type a message names would be unsafe.
/// </summary>
public sealed class RemoteGrainException : OrleansException
{
    /// <summary>The failure in general words.</summary>
    public RemoteGrainException()
        : this("", "A grain in another process failed.")
    {
    }

    /// <summary>The failure.</summary>
    /// <param name="message">The message of the original exception.</param>
    public RemoteGrainException(string message)
        : this("", message)
    {
    }

    /// <summary>The failure with its cause.</summary>
    /// <param name="message">The message of the original exception.</param>
    /// <param name="innerException">Its cause.</param>
    public RemoteGrainException(string message, Exception innerException)
        : base(message, innerException) => OriginalType = "";

    /// <summary>The failure with its type.</summary>
    /// <param name="originalType">The full name of the original exception's type.</param>
    /// <param name="message">The message of the original exception.</param>
    public RemoteGrainException(string originalType, string message)
        : base(message) => OriginalType = originalType;

    /// <summary>The full name of the original exception's type; empty when it is not known.</summary>
    public string OriginalType { get; }
}
