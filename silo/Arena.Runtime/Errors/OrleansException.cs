namespace Arena.Runtime;

/// <summary>
/// The base of what the engine itself reports. It bears Orleans' name so that a handler catches the same type on both engines.
/// </summary>
public class OrleansException : Exception
{
    /// <summary>An unspecified report.</summary>
    public OrleansException()
        : base("The grain engine reported an error.")
    {
    }

    /// <summary>A report.</summary>
    /// <param name="message">What happened.</param>
    public OrleansException(string message)
        : base(message)
    {
    }

    /// <summary>A report with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Its cause.</param>
    public OrleansException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
