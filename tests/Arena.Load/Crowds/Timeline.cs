using System.Diagnostics;

namespace Arena.Load.Crowds;

/// <summary>
/// Does things at moments that were chosen beforehand, on one thread of its own, so that a slow server cannot slow down who measures it
/// (no coordinated omission). How late it was itself is measured: a run in which that is much says nothing of the server.
/// </summary>
internal static class Timeline
{
    private static readonly PriorityQueue<Action, long> Due = new();
    private static readonly Lock Gate = new();
    private static bool _running;

    public static long After(long timestamp, double milliseconds) => timestamp + (long)(milliseconds * Stopwatch.Frequency / 1_000);

    public static double Milliseconds(long from, long to) => (to - from) * 1_000.0 / Stopwatch.Frequency;

    /// <param name="due">When, for each.</param>
    /// <param name="act">What, given which. Must not block.</param>
    /// <returns>Completes when all is done, with how late each was, in milliseconds.</returns>
    public static Task<Latencies> PlayAsync(long[] due, Action<int> act)
    {
        var late = new double[due.Length];
        var left = due.Length;
        var done = new TaskCompletionSource<Latencies>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (Gate)
        {
            for (var each = 0; each < due.Length; each++)
            {
                var index = each;
                Due.Enqueue(() => Act(index), due[index]);
            }
            if (!_running)
                new Thread(Run) { IsBackground = true, Priority = ThreadPriority.AboveNormal, Name = nameof(Timeline) }.Start();
            _running = true;
        }
        return done.Task;

        void Act(int index)
        {
            late[index] = Milliseconds(due[index], Stopwatch.GetTimestamp());
            act(index);
            if (--left == 0)
                done.SetResult(new(late));
        }
    }

    private static void Run()
    {
        while (true)
        {
            while (Next() is { } act)
                act();
            Thread.Sleep(1);
        }
    }

    private static Action? Next()
    {
        lock (Gate)
            return Due.TryPeek(out _, out var due) && due <= Stopwatch.GetTimestamp() ? Due.Dequeue() : null;
    }
}
