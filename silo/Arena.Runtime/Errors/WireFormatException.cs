namespace Arena.Runtime;

/// <summary>Bytes from another process are not what they should be. Nothing of the message was used.</summary>
public sealed class WireFormatException : OrleansException
{
    /// <summary>The fault in general words.</summary>
    public WireFormatException()
        : base("A message is malformed.")
    {
    }

    /// <summary>The fault.</summary>
    /// <param name="message">What is wrong with the bytes.</param>
    public WireFormatException(string message)
        : base(message)
    {
    }

    /// <summary>The fault with its cause.</summary>
    /// <param name="message">What is wrong with the bytes.</param>
    /// <param name="innerException">Its cause.</param>
    public WireFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
