using System.Diagnostics.Metrics;
using Arena.Grains.Telemetry;
using Arena.Storage.Model;

namespace Arena.Hosting.Webhooks;

/// <summary>What operators see of the webhooks. No endpoint and no account is ever a label.</summary>
internal static class WebhookTelemetry
{
    private static readonly Meter Meter = new(GrainTelemetry.MeterName);

    private static readonly Counter<long> Deliveries =
        Meter.CreateCounter<long>("arena.webhooks.deliveries", "{attempt}", "Attempts to deliver a message, by outcome");

    private static readonly Histogram<double> Age = Meter.CreateHistogram<double>(
        "arena.webhooks.queue_age", "s", "How long the message that waited longest was due when the outbox was read",
        advice: new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 1_800] });

    public static void Attempted(WebhookFailure? failure) => Deliveries.Add(1, new KeyValuePair<string, object?>("outcome", $"{failure?.ToString() ?? "Delivered"}"));

    public static void Waited(TimeSpan age) => Age.Record(age.TotalSeconds);
}
