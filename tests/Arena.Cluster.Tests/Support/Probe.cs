using System.Collections.Concurrent;

namespace Arena.Cluster.Tests.Support;

/// <summary>What tests and grains share: a log of what happened, and gates that hold a turn until the test opens them.</summary>
public sealed class Probe
{
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    public IReadOnlyList<string> Log => [.. _log];

    /// <summary>Notes it, and opens the gate of its name for a test that waits for it.</summary>
    public void Note(string what)
    {
        _log.Enqueue(what);
        Open(what);
    }

    public Task Gate(string name) => Source(name).Task.WaitAsync(TimeSpan.FromSeconds(60));

    public void Open(string name) => Source(name).TrySetResult();

    private TaskCompletionSource Source(string name) =>
        _gates.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
