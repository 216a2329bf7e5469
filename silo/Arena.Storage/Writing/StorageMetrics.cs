using System.Diagnostics.Metrics;

namespace Arena.Storage.Writing;

/// <summary>The instruments of the meter <c>Arena.Storage</c>.</summary>
internal sealed class StorageMetrics
{
    public const string MeterName = "Arena.Storage";

    private readonly Meter _meter;
    private readonly Histogram<double> _commitDuration;
    private readonly Histogram<int> _commitEntries;
    private readonly Counter<long> _fenced;
    private readonly Counter<long> _expired;

    public StorageMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _commitDuration = _meter.CreateHistogram(
            "arena.storage.journal.commit.duration", "s", "One group commit, from begin to durable",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            });
        _commitEntries = _meter.CreateHistogram<int>(
            "arena.storage.journal.commit.entries", "{entry}", "Journal entries and states made durable by one commit",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000] });
        _fenced = _meter.CreateCounter<long>("arena.storage.journal.fenced", "{append}", "Appends of stale owners that were turned away");
        _expired = _meter.CreateCounter<long>("arena.storage.retention.sessions", "{session}", "Sessions deleted because they were too old");
    }

    public void Committed(TimeSpan duration, int entries)
    {
        _commitDuration.Record(duration.TotalSeconds);
        _commitEntries.Record(entries);
    }

    public void Fenced() => _fenced.Add(1);

    /// <summary>A sweep has ended.</summary>
    public void Swept(int sessions) => _expired.Add(sessions);

    public void ObserveQueue(Func<int> depth) => _meter.CreateObservableUpDownCounter(
        "arena.storage.journal.queue.depth", depth, "{write}", "Writes that wait for a commit");
}
