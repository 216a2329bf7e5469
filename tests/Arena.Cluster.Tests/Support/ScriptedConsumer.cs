using System.Collections.Concurrent;
using Arena.Grains.Events;
using Arena.Grains.Ports;

namespace Arena.Cluster.Tests.Support;

/// <summary>A consumer that notes what it handles, once for each event as a real one does, and fails where a test wants it to.</summary>
public class ScriptedConsumer(string name, Probe probe) : IEventConsumer
{
    private readonly ConcurrentDictionary<(Guid, long), bool> _handled = new();

    public string Name => name;

    /// <summary>Why an event fails, or null.</summary>
    public Func<SessionEvent, Exception?> Fault { get; set; } = _ => null;

    /// <summary>Events that came again.</summary>
    public int Repeated => _repeated;

    private int _repeated;

    public Task HandleAsync(SessionEvents events, CancellationToken cancel)
    {
        if (events.Events.Select(Fault).FirstOrDefault(fault => fault is not null) is { } failure)
            throw failure;
        foreach (var happened in events.Events)
        {
            if (_handled.TryAdd((happened.SessionId, happened.Version), true))
                probe.Note($"{name} {happened.SessionId:N} {happened.Version}");
            else
                Interlocked.Increment(ref _repeated);
        }
        return Task.CompletedTask;
    }

    /// <summary>The versions of a session, in the order in which they were handled.</summary>
    public IEnumerable<long> Versions(Guid session) => probe.Log
        .Where(note => note.StartsWith($"{name} {session:N} ", StringComparison.Ordinal)).Select(note => long.Parse(note.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture));

    protected void Forget(Guid session)
    {
        foreach (var key in _handled.Keys.Where(key => key.Item1 == session))
            _handled.TryRemove(key, out _);
        probe.Note($"{name} {session:N} forgets");
    }
}

/// <summary>One that can start over.</summary>
public sealed class ReplayableConsumer(string name, Probe probe) : ScriptedConsumer(name, probe), IReplayableEventConsumer
{
    public Task ForgetAsync(Guid sessionId, CancellationToken cancel)
    {
        Forget(sessionId);
        return Task.CompletedTask;
    }
}
