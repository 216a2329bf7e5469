namespace Arena.Runtime;

/// <summary>The engine refused a call; the grain did not see it.</summary>
public class OrleansMessageRejectionException : OrleansException
{
    /// <summary>The refusal in general words.</summary>
    public OrleansMessageRejectionException()
        : base("The call was refused.")
    {
    }

    /// <summary>The refusal.</summary>
    /// <param name="message">What was refused and why.</param>
    public OrleansMessageRejectionException(string message)
        : base(message)
    {
    }

    /// <summary>The refusal with its cause.</summary>
    /// <param name="message">What was refused and why.</param>
    /// <param name="innerException">Its cause.</param>
    public OrleansMessageRejectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
