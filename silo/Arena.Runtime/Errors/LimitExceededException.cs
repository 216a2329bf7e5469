namespace Arena.Runtime;

/// <summary>A bounded queue is full. The call was not queued and may be tried again later.</summary>
public class LimitExceededException : OrleansException
{
    /// <summary>The refusal in general words.</summary>
    public LimitExceededException()
        : base("Limit exceeded.")
    {
    }

    /// <summary>The refusal.</summary>
    /// <param name="message">What was refused and why.</param>
    public LimitExceededException(string message)
        : base(message)
    {
    }

    /// <summary>The refusal with its cause.</summary>
    /// <param name="message">What was refused and why.</param>
    /// <param name="innerException">Its cause.</param>
    public LimitExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The refusal with its numbers.</summary>
    /// <param name="limitName">The option that holds the limit.</param>
    /// <param name="current">How many there are.</param>
    /// <param name="threshold">How many there may be.</param>
    /// <param name="extraInfo">Whose limit it is.</param>
    public LimitExceededException(string limitName, int current, int threshold, object? extraInfo = null)
        : base($"Limit exceeded: {limitName} is {threshold}, and there are {current}{(extraInfo is null ? "" : $" at {extraInfo}")}.")
    {
    }
}
