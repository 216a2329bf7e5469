namespace Arena.Storage.Model;

/// <summary>Why nothing is sent to an endpoint. Kept by name.</summary>
public enum WebhookDisabledReason
{
    /// <summary>Its owner wants it so.</summary>
    Owner,
    /// <summary>It has answered 410 Gone.</summary>
    Gone,
    /// <summary>Every attempt has failed for too long.</summary>
    Failing,
}
