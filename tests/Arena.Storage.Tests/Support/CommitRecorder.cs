using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>What the instruments of one storage said.</summary>
public sealed class CommitRecorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<int> _entries = [];
    private readonly ConcurrentQueue<double> _durations = [];
    private long _fenced;
    private int _depth;

    public CommitRecorder(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Arena.Storage" && instrument.Meter.Scope == factory)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) =>
        {
            if (instrument.Name == "arena.storage.journal.commit.entries")
                _entries.Enqueue(value);
            else
                _depth = value;
        });
        _listener.SetMeasurementEventCallback<double>((_, value, _, _) => _durations.Enqueue(value));
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _fenced, value));
        _listener.Start();
    }

    /// <summary>Entries of each commit, in order.</summary>
    public IReadOnlyList<int> Entries => [.. _entries];

    public IReadOnlyList<double> Durations => [.. _durations];

    public long Fenced => Interlocked.Read(ref _fenced);

    public int QueueDepth()
    {
        _listener.RecordObservableInstruments();
        return _depth;
    }

    public void Dispose() => _listener.Dispose();
}
