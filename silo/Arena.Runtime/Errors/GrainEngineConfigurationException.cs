namespace Arena.Runtime;

/// <summary>The engine was put together wrongly. The message names the key or type, what was found, and what would be right.</summary>
public sealed class GrainEngineConfigurationException : OrleansException
{
    /// <summary>The fault in general words.</summary>
    public GrainEngineConfigurationException()
        : base("The grain engine is configured wrongly.")
    {
    }

    /// <summary>The fault.</summary>
    /// <param name="message">What is wrong and what would be right.</param>
    public GrainEngineConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>The fault with its cause.</summary>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="innerException">Its cause.</param>
    public GrainEngineConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
