using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Arena.Grains.Ports;

namespace Arena.Grains.Telemetry;

/// <summary>What the event bus measures, in the meter of <see cref="GrainTelemetry"/>. Labels are queues and consumers.</summary>
public static class EventTelemetry
{
    private static readonly Meter Meter = new(GrainTelemetry.MeterName);
    private static readonly ConcurrentDictionary<int, QueueProgress> Queues = new();

    private static readonly Counter<long> HandledEvents =
        Meter.CreateCounter<long>("arena.events.handled", "{event}", "Events that a consumer has handled");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("arena.events.failures", "{attempt}", "Attempts of a consumer that failed; each is repeated or given up");

    private static readonly Counter<long> DeadLetters =
        Meter.CreateCounter<long>("arena.events.dead_letters", "{event}", "Events that were given up");

    private static readonly Histogram<double> Delay = Meter.CreateHistogram<double>(
        "arena.events.delay", "s", "From an event to the end of its handling",
        advice: new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600, 3600] });

    static EventTelemetry()
    {
        Meter.CreateObservableGauge("arena.events.lag", () => Measure(queue => queue.Lag().TotalSeconds), "s", "Age of the oldest event read and not delivered, by queue");
        Meter.CreateObservableGauge("arena.events.read", () => Measure(queue => (double)queue.Read()), "{position}", "Position up to which a queue was read");
        Meter.CreateObservableGauge("arena.events.delivered", () => Measure(queue => (double)queue.Delivered()), "{position}", "Position up to which a queue was delivered");
    }

    /// <summary>This process reads a queue.</summary>
    public static void Observe(int queue, QueueProgress progress) => Queues[queue] = progress;

    /// <summary>This process no longer reads a queue.</summary>
    public static void Forget(int queue, QueueProgress progress) => Queues.TryRemove(new(queue, progress));

    internal static void Handled(string consumer, ImmutableArray<SessionEvent> events, DateTimeOffset now)
    {
        HandledEvents.Add(events.Length, Of(consumer));
        Delay.Record(Math.Max(0, (now.ToUnixTimeMilliseconds() - events[^1].AtMs) / 1000d), Of(consumer));
    }

    internal static void Failed(string consumer) => Failures.Add(1, Of(consumer));

    internal static void DeadLetter(string consumer) => DeadLetters.Add(1, Of(consumer));

    private static KeyValuePair<string, object?> Of(string consumer) => new("consumer", consumer);

    private static IEnumerable<Measurement<double>> Measure(Func<QueueProgress, double> figure) =>
        Queues.Select(queue => new Measurement<double>(figure(queue.Value), new KeyValuePair<string, object?>("queue", queue.Key)));
}

/// <summary>How far a queue is, asked when a metric is read.</summary>
/// <param name="Read">The position up to which it was read.</param>
/// <param name="Delivered">The position up to which it was delivered.</param>
/// <param name="Lag">The age of the oldest event that was read and is not delivered; zero if there is none.</param>
public sealed record QueueProgress(Func<long> Read, Func<long> Delivered, Func<TimeSpan> Lag);
