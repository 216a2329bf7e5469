using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Arena.Gateway.Telemetry;

/// <summary>What the gateway measures and traces. No player, session or code is ever a label.</summary>
internal static class GatewayTelemetry
{
    public const string MeterName = "Arena.Gateway";
    public const string SourceName = "Arena.Gateway";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(MeterName);

    private static readonly UpDownCounter<long> ActiveConnections =
        Meter.CreateUpDownCounter<long>("ws_active_connections", "{connection}", "Browsers that are connected");

    private static readonly Histogram<double> AnswerLatency = Meter.CreateHistogram<double>(
        "answer_latency", "s", "From the arrival of an answer to its durable acknowledgement",
        advice: new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] });

    private static readonly Counter<long> Refusals =
        Meter.CreateCounter<long>("security_refusals", "{refusal}", "Callers that were refused and may be attackers, by kind and by limit, route or method");

    private static readonly Counter<long> Events =
        Meter.CreateCounter<long>("security_events", "{event}", "What happened to accounts, by event");

    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("mail_attempts", "{mail}", "Mails that were given to the SMTP server, by outcome");

    private static readonly Gauge<long> WaitingMails = Meter.CreateGauge<long>("mail_waiting", "{mail}", "Mails that wait to be sent");

    public static void MailSent() => Mails.Add(1, new KeyValuePair<string, object?>("outcome", "sent"));

    public static void MailFailed(bool isFinal) => Mails.Add(1, new KeyValuePair<string, object?>("outcome", isFinal ? "given_up" : "failed"));

    public static void MailsWait(int count) => WaitingMails.Record(count);

    public static void Refused(string kind, string policy) => Refusals.Add(1, new("kind", kind), new("policy", policy));

    public static void Happened(string what) => Events.Add(1, new KeyValuePair<string, object?>("event", what));

    public static void Connected() => ActiveConnections.Add(1);

    public static void Disconnected() => ActiveConnections.Add(-1);

    public static void RecordAnswer(double latencyMs) => AnswerLatency.Record(Math.Max(0, latencyMs) / 1_000);

    /// <summary>A player connects or reconnects: a trace of its own begins, independent of the transport's.</summary>
    public static Activity? StartJoin() => StartAsRoot("arena.join");

    /// <summary>An answer belongs to the trace that began when its player connected.</summary>
    public static Activity? StartAnswer(ActivityContext joined) => Source.StartActivity("arena.answer", ActivityKind.Server, joined);

    private static Activity? StartAsRoot(string name)
    {
        if (!Source.HasListeners())
            return null;
        Activity.Current = null;
        return Source.StartActivity(name, ActivityKind.Server);
    }
}
