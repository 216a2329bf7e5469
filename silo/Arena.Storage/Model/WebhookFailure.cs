namespace Arena.Storage.Model;

/// <summary>Why an attempt failed. Kept by name.</summary>
public enum WebhookFailure
{
    /// <summary>The endpoint has answered something else than 2xx.</summary>
    Status,
    /// <summary>It has redirected, which is not followed.</summary>
    Redirect,
    /// <summary>It took too long.</summary>
    Timeout,
    /// <summary>There was no connection, or it was lost.</summary>
    Unreachable,
    /// <summary>Its certificate is not valid.</summary>
    Certificate,
    /// <summary>Its name leads into a private network, which the operator has not allowed.</summary>
    PrivateAddress,
    /// <summary>The secret could not be read by the silo that sends.</summary>
    SecretUnreadable,
    /// <summary>The endpoint was disabled before the message was sent.</summary>
    Disabled,
}
