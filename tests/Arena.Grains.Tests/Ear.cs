using System.Collections.Concurrent;
using Arena.GrainInterfaces;

namespace Arena.Grains.Tests;

/// <summary>A gateway's observer that records the pushes it receives.</summary>
internal sealed class Ear : ISessionObserver
{
    private readonly TaskCompletionSource _firstMove = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _moves;

    public ConcurrentQueue<SessionPush> Pushes { get; } = new();

    public ConcurrentQueue<ReactionBatch> Reactions { get; } = new();

    public IEnumerable<string> Phases => Pushes.Where(push => push.Session is not null).Select(push =>
        System.Text.Json.JsonDocument.Parse(push.Session!.Value.Utf8).RootElement.GetProperty("phase").GetProperty("kind").GetString()!);

    /// <summary>How often the session said that it leaves its silo.</summary>
    public int Moves => _moves;

    /// <summary>Completes when the session said it for the first time. A silo of Orleans deactivates grains beside its calls, where no idle barrier sees it.</summary>
    public Task FirstMove => _firstMove.Task;

    /// <summary>What the gateway does once it was notified that the session leaves its silo.</summary>
    public Action? OnMoved { get; set; }

    public Task Pushed(PushBatch batch)
    {
        foreach (var push in batch.Pushes)
            Pushes.Enqueue(push);
        return Task.CompletedTask;
    }

    public Task Reacted(ReactionBatch batch)
    {
        Reactions.Enqueue(batch);
        return Task.CompletedTask;
    }

    public Task Moved()
    {
        Interlocked.Increment(ref _moves);
        _firstMove.TrySetResult();
        OnMoved?.Invoke();
        return Task.CompletedTask;
    }
}
