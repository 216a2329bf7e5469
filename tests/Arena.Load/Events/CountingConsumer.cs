using System.Collections.Concurrent;
using Arena.Grains.Events;

namespace Arena.Load.Events;

/// <summary>Counts events, those that come again, and how old they are when they come.</summary>
internal sealed class CountingConsumer : IEventConsumer
{
    private readonly ConcurrentDictionary<Guid, long> _last = new();
    private long _events;
    private long _repeated;
    private long _awaited = long.MaxValue;
    private TaskCompletionSource _reached = new();

    public string Name => "load";

    public long Repeated => Volatile.Read(ref _repeated);

    /// <summary>Ages in milliseconds, of the events since <see cref="Measure"/>.</summary>
    public ConcurrentBag<double> Ages { get; private set; } = [];

    private bool _measures;

    public void Measure() => (Ages, _measures) = ([], true);

    /// <summary>Completes when so many different events have come.</summary>
    public Task ReachedAsync(long events)
    {
        _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _awaited, events);
        Check();
        return _reached.Task;
    }

    public Task HandleAsync(SessionEvents events, CancellationToken cancel)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var last = _last.GetValueOrDefault(events.SessionId);
        foreach (var happened in events.Events)
        {
            if (happened.Version <= last)
            {
                Interlocked.Increment(ref _repeated);
                continue;
            }
            if (happened.Version != last + 1)
                throw new InvalidOperationException($"Session {events.SessionId} lacks event {last + 1}.");
            last = happened.Version;
            Interlocked.Increment(ref _events);
            if (_measures)
                Ages.Add(now - happened.AtMs);
        }
        _last[events.SessionId] = last;
        Check();
        return Task.CompletedTask;
    }

    private void Check()
    {
        if (Volatile.Read(ref _events) >= Volatile.Read(ref _awaited))
            _reached.TrySetResult();
    }
}
