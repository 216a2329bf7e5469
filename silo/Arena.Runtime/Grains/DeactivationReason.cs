namespace Arena.Runtime;

/// <summary>Why an activation ends.</summary>
public readonly struct DeactivationReason
{
    /// <summary>A reason.</summary>
    /// <param name="code">Its kind.</param>
    /// <param name="text">Its words.</param>
    public DeactivationReason(DeactivationReasonCode code, string text)
        : this(code, null, text)
    {
    }

    /// <summary>A reason with its cause.</summary>
    /// <param name="code">Its kind.</param>
    /// <param name="exception">Its cause.</param>
    /// <param name="text">Its words.</param>
    public DeactivationReason(DeactivationReasonCode code, Exception? exception, string text)
    {
        ReasonCode = code;
        Exception = exception;
        Description = text;
    }

    /// <summary>Its kind.</summary>
    public DeactivationReasonCode ReasonCode { get; }

    /// <summary>Its words.</summary>
    public string Description { get; }

    /// <summary>Its cause, if one is known.</summary>
    public Exception? Exception { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{ReasonCode}: {Description}";
}
