namespace Arena.Storage.Model;

/// <summary>A message to one endpoint, and its last attempt (table <c>webhook_delivery</c>): the outbox of the webhooks.</summary>
public sealed class WebhookDeliveryRow
{
    public long Id { get; set; }
    public Guid EndpointId { get; set; }

    /// <summary>The header <c>webhook-id</c>, the same in all attempts: receivers recognise a repetition by it.</summary>
    public required string MessageId { get; set; }

    public required string Type { get; set; }

    /// <summary>The body, byte for byte as it is signed.</summary>
    public required string Payload { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public WebhookDeliveryStatus Status { get; set; }

    /// <summary>Attempts that were begun. One that a crash cut short counts.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is sent; during an attempt, when another silo may take it over.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>When the last attempt ended.</summary>
    public DateTimeOffset? LastAt { get; set; }

    public int? ResponseCode { get; set; }

    /// <summary>How the response's body begins.</summary>
    public string? Response { get; set; }

    public WebhookFailure? Failure { get; set; }
    public long? DurationMs { get; set; }
}
