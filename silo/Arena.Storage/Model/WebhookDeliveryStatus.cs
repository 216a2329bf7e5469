namespace Arena.Storage.Model;

/// <summary>What became of a message. Kept by name.</summary>
public enum WebhookDeliveryStatus
{
    /// <summary>It is sent when it is due.</summary>
    Pending,
    /// <summary>The endpoint has answered 2xx.</summary>
    Delivered,
    /// <summary>It was given up. Its owner can send it again.</summary>
    DeadLetter,
}
