using System.ComponentModel.DataAnnotations;

namespace Arena.Hosting.Events.Nats;

/// <summary>The relay of all events to NATS JetStream. Section <c>Arena:Nats</c>.</summary>
internal sealed class NatsOptions
{
    public const string Section = "Arena:Nats";

    /// <summary>Servers, separated by commas, as in <c>nats://10.0.0.5:4222</c> or <c>tls://nats.example.org</c>; without one, nothing is relayed.</summary>
    public string? Url { get; set; }

    /// <summary>A file with the credentials of NATS (JWT and key), if its servers want one.</summary>
    public string? CredentialsFile { get; set; }

    /// <summary>The stream. Arena creates it, with the subjects <c>arena.events.&gt;</c>.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{1,64}$", ErrorMessage = $"{Section}:{nameof(Stream)} is no name of a stream; give 1 to 64 letters, digits, '_' or '-', for example ARENA.")]
    public string Stream { get; set; } = "ARENA";

    /// <summary>How long the stream keeps an event, in hours.</summary>
    [Range(1, 87_600)]
    public int KeepHours { get; set; } = 168;

    /// <summary>How long the servers may take for an event, in milliseconds, before they count as away.</summary>
    [Range(100, 5_000)]
    public int TimeoutMs { get; set; } = 2_000;
}
