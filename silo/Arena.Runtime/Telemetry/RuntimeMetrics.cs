using System.Diagnostics.Metrics;

namespace Arena.Runtime;

/// <summary>The instruments of the engine. No label is ever a key.</summary>
internal sealed class RuntimeMetrics
{
    public const string MeterName = "Arena.Runtime";

    private readonly Meter _meter;
    private readonly TimeProvider _time;
    private readonly Histogram<double> _turnDuration;
    private readonly Counter<long> _mailboxRejections;
    private readonly Counter<long> _observerDrops;
    private readonly Counter<long> _callTimeouts;

    public RuntimeMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _meter = meters.Create(MeterName);
        _turnDuration = _meter.CreateHistogram(
            "arena.runtime.turn.duration",
            "s",
            "From the beginning of a turn to its end, waiting included.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            });
        _mailboxRejections = _meter.CreateCounter<long>("arena.runtime.mailbox.rejections", "{call}", "Calls refused by a full mailbox.");
        _observerDrops = _meter.CreateCounter<long>("arena.runtime.observer.drops", "{push}", "Pushes to an observer that is full or gone.");
        _callTimeouts = _meter.CreateCounter<long>("arena.runtime.call.timeouts", "{call}", "Calls whose caller stopped waiting.");
    }

    public void Observe(Catalog catalog)
    {
        _meter.CreateObservableGauge("arena.runtime.activations", () => catalog.Count, "{activation}", "Activations in memory.");
        _meter.CreateObservableGauge("arena.runtime.mailbox.depth", () => catalog.Depth, "{call}", "Calls that wait for their turn.");
    }

    /// <summary>A timestamp if anybody listens, else -1.</summary>
    public long TurnBegan() => _turnDuration.Enabled ? _time.GetTimestamp() : -1;

    public void TurnEnded(long began, string grainType)
    {
        if (began >= 0)
            _turnDuration.Record(_time.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("grain.type", grainType));
    }

    public void MailboxRejection() => _mailboxRejections.Add(1);

    public void ObserverDrop() => _observerDrops.Add(1);

    public void CallTimeout() => _callTimeouts.Add(1);
}
