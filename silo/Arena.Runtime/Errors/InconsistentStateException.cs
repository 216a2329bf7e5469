namespace Arena.Runtime;

/// <summary>
/// The stored state is not the one this activation read: someone else wrote. When it leaves a turn, the activation is deactivated,
/// so that the next call reads anew.
/// </summary>
public class InconsistentStateException : OrleansException
{
    /// <summary>The conflict in general words.</summary>
    public InconsistentStateException()
        : base("The stored state has changed since it was read.")
    {
    }

    /// <summary>The conflict.</summary>
    /// <param name="message">What conflicts.</param>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>The conflict with its cause.</summary>
    /// <param name="message">What conflicts.</param>
    /// <param name="innerException">Its cause.</param>
    public InconsistentStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The conflict with both versions.</summary>
    /// <param name="errorMsg">What conflicts.</param>
    /// <param name="storedEtag">The version in the store.</param>
    /// <param name="currentEtag">The version that the activation read.</param>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : base($"{errorMsg} Stored: {storedEtag ?? "none"}. Expected: {currentEtag ?? "none"}.")
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>The version in the store, when known.</summary>
    public string? StoredEtag { get; }

    /// <summary>The version that the activation read, when known.</summary>
    public string? CurrentEtag { get; }
}
