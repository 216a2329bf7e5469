namespace Arena.Runtime;

/// <summary>The silo is not started, is stopping, or has stopped.</summary>
public class SiloUnavailableException : OrleansMessageRejectionException
{
    /// <summary>The refusal in general words.</summary>
    public SiloUnavailableException()
        : base("The silo takes no calls.")
    {
    }

    /// <summary>The refusal.</summary>
    /// <param name="message">What was refused and why.</param>
    public SiloUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>The refusal with its cause.</summary>
    /// <param name="message">What was refused and why.</param>
    /// <param name="innerException">Its cause.</param>
    public SiloUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
