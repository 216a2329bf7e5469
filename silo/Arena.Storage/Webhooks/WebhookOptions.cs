namespace Arena.Storage.Webhooks;

/// <summary>Messages to the servers of hosts. Section <c>Arena:Webhooks</c>. The same on gateways and silos.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Arena:Webhooks";

    /// <summary>
    /// Whether endpoints may be in private networks and on this machine, and without TLS. Every account can then send requests into them.
    /// </summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>How many endpoints an account may have.</summary>
    public int MaxEndpoints { get; set; } = 5;

    /// <summary>How long an endpoint may take for one delivery, in milliseconds, quick retries included.</summary>
    public int TimeoutMs { get; set; } = 15_000;

    /// <summary>How often a delivery is repeated at once if there was no connection, before it waits for its next attempt.</summary>
    public int QuickRetries { get; set; } = 1;

    /// <summary>The pause before a quick retry, in milliseconds, with jitter.</summary>
    public int QuickRetryMs { get; set; } = 500;

    /// <summary>How many endpoints a silo sends to at the same time.</summary>
    public int MaxConcurrent { get; set; } = 32;

    /// <summary>An endpoint of which every attempt has failed for this long is disabled, in hours.</summary>
    public int DisableAfterHours { get; set; } = 120;

    /// <summary>How often due messages are looked for, in milliseconds.</summary>
    public int PollMs { get; set; } = 1_000;
}
