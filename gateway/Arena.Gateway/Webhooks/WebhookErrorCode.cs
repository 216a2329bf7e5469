namespace Arena.Gateway.Webhooks;

/// <summary>Why a webhook was not changed. On the wire a code is its name in camelCase; codes are added, never renamed.</summary>
public enum WebhookErrorCode
{
    /// <summary>The account has no such webhook.</summary>
    UnknownWebhook,
    /// <summary>The webhook has no such message, or not any more.</summary>
    UnknownDelivery,
    /// <summary>The URL is none, is not of https, has a name and password, or leads into a private network.</summary>
    WebhookUrlInvalid,
    /// <summary>The webhook is disabled: nothing is sent to it.</summary>
    WebhookDisabled,
}
