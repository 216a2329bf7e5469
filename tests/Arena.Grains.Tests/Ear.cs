using System.Collections.Concurrent;
using Arena.GrainInterfaces;

namespace Arena.Grains.Tests;

/// <summary>A gateway's ear that keeps what it hears.</summary>
internal sealed class Ear : ISessionObserver
{
    private int _moves;

    public ConcurrentQueue<SessionPush> Pushes { get; } = new();

    public IEnumerable<string> Phases => Pushes.Where(push => push.Session is not null).Select(push =>
        System.Text.Json.JsonDocument.Parse(push.Session!.Value.Utf8).RootElement.GetProperty("phase").GetProperty("kind").GetString()!);

    /// <summary>How often the session said that it leaves its silo.</summary>
    public int Moves => _moves;

    public Task Pushed(PushBatch batch)
    {
        foreach (var push in batch.Pushes)
            Pushes.Enqueue(push);
        return Task.CompletedTask;
    }

    public Task Moved()
    {
        Interlocked.Increment(ref _moves);
        return Task.CompletedTask;
    }
}
