namespace Arena.Storage.Model;

/// <summary>Where an account wants messages about its games to be sent (table <c>webhook_endpoint</c>).</summary>
public sealed class WebhookEndpointRow
{
    public Guid Id { get; set; }
    public Guid UserId { get; set; }
    public required string Url { get; set; }

    /// <summary>The types of messages that it receives, with spaces between.</summary>
    public required string Events { get; set; }

    /// <summary>What signs its messages, protected by data protection.</summary>
    public required string Secret { get; set; }

    /// <summary>The secret before a rotation, protected: it signs as well until <see cref="PreviousUntil"/>.</summary>
    public string? PreviousSecret { get; set; }

    public DateTimeOffset? PreviousUntil { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the first of the attempts failed that have all failed since; null if the last one succeeded.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Nothing is sent since then; null if it is enabled.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public WebhookDisabledReason? DisabledReason { get; set; }
}
