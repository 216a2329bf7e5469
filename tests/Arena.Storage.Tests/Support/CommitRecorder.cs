using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests.Support;

/// <summary>What the instruments of one storage said.</summary>
public sealed class CommitRecorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<int> _entries = [];
    private readonly ConcurrentQueue<double> _durations = [];
    private readonly TaskCompletionSource<long> _swept = new(TaskCreationOptions.RunContinuationsAsynchronously);
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
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            if (instrument.Name == "arena.storage.journal.fenced")
                Interlocked.Add(ref _fenced, value);
            else
                _swept.TrySetResult(value);
        });
        _listener.Start();
    }

    /// <summary>Entries of each commit, in order.</summary>
    public IReadOnlyList<int> Entries => [.. _entries];

    public IReadOnlyList<double> Durations => [.. _durations];

    public long Fenced => Interlocked.Read(ref _fenced);

    /// <summary>How many sessions the first sweep of the retention deleted, once it has ended.</summary>
    public Task<long> Swept => _swept.Task;

    public int QueueDepth()
    {
        _listener.RecordObservableInstruments();
        return _depth;
    }

    public void Dispose() => _listener.Dispose();
}
