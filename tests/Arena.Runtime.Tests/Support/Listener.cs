using System.Collections.Concurrent;

namespace Arena.Runtime.Tests;

internal sealed class Listener : IListener
{
    private readonly ConcurrentQueue<int> _heard = new();

    public IReadOnlyList<int> Heard => [.. _heard];

    public TaskCompletionSource? Gate { get; init; }

    public int FailsAt { get; init; } = -1;

    void IListener.Heard(int number)
    {
        if (number == FailsAt) throw new InvalidTimeZoneException("observer");
        _heard.Enqueue(number);
    }

    public async Task HeardSlowly(int number)
    {
        _heard.Enqueue(number);
        if (Gate is not null) await Gate.Task;
    }
}
