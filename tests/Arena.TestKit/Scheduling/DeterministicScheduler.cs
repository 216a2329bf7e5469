using Arena.TestKit.VirtualTime;

namespace Arena.TestKit.Scheduling;

/// <summary>
/// Runs processes deterministically: one thread, virtual time, and an order of steps drawn from a seed. Steps that are ready to run (turns,
/// timers, continuations of the processes' loops and of the test itself) is kept in one list; each step takes one of them at random;
/// when nothing is ready, time moves to the next timer. The same seed and the same test give the same run.
/// </summary>
/// <remarks>
/// It holds as long as nothing in the run leaves the simulation: no thread pool (so no ConfigureAwait(false), and no Task.WhenAll over a
/// source that forces asynchronous continuations), no system clock, no real I/O, no order of a hash table. What returns from another
/// thread fails the run.
/// </remarks>
public sealed class DeterministicScheduler
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    private readonly List<SimulatedStep> _ready = [];
    private readonly Queue<TaskCompletionSource> _idle = new();
    private readonly Random _random;
    private readonly SimulationContext _context;
    private readonly ExecutionContext _empty = CaptureEmpty();
    private int _thread;
    private volatile string? _escape;
    private ulong _fingerprint = 14695981039346656037UL;

    /// <summary>Prepares a run.</summary>
    /// <param name="seed">What the order of steps is drawn from.</param>
    public DeterministicScheduler(int seed)
    {
        Seed = seed;
        _random = new Random(seed);
        _context = new SimulationContext(step => Add(new SimulatedStep(null, _context, step)));
    }

    /// <summary>What the order of steps is drawn from.</summary>
    public int Seed { get; }

    /// <summary>The clock of the run. Its timers belong to no process.</summary>
    public ManualTimeProvider Time { get; } = new();

    /// <summary>How many steps were taken.</summary>
    public long Steps { get; private set; }

    /// <summary>A hash of the choices so far: runs that differ in one have almost always different fingerprints.</summary>
    public ulong Fingerprint => _fingerprint;

    /// <summary>Makes a process, which runs until it is paused or killed.</summary>
    /// <param name="name">What it is called.</param>
    /// <returns>The process.</returns>
    public SimulatedProcess CreateProcess(string name) => new(this, name);

    /// <summary>Waits until nothing is ready to run: remaining steps wait for time, or for nothing.</summary>
    /// <returns>Completes then, before time moves.</returns>
    public Task WhenIdle()
    {
        var idle = new TaskCompletionSource();
        _idle.Enqueue(idle);
        return idle.Task;
    }

    /// <summary>Lets time pass, one timer after the other, each with all that it leads to before the next.</summary>
    /// <param name="by">How much.</param>
    /// <returns>Completes when all due work has run.</returns>
    public async Task AdvanceAsync(TimeSpan by)
    {
        await WhenIdle();
        var until = Time.GetTimestamp() + by.Ticks;
        while (Time.UntilNextTimer is { } next && Time.GetTimestamp() + next.Ticks <= until)
        {
            Within(null, () => Time.Advance(next));
            await WhenIdle();
        }

        Time.Advance(TimeSpan.FromTicks(until - Time.GetTimestamp()));
        await WhenIdle();
    }

    /// <summary>Runs a test to its end on this thread.</summary>
    /// <param name="test">The test; its awaits come back to the simulation.</param>
    /// <exception cref="InvalidOperationException">
    /// Nothing is left to run, no timer is armed, and the test has not ended; or something has left the simulation.
    /// </exception>
    public void Run(Func<Task> test)
    {
        ArgumentNullException.ThrowIfNull(test);
        _thread = Environment.CurrentManagedThreadId;
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_context);
        try
        {
            var running = test();
            while (!running.IsCompleted) Step();
            running.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>The process whose step is taken now.</summary>
    internal SimulatedProcess? Running { get; private set; }

    internal void Add(SimulatedStep step)
    {
        if (Environment.CurrentManagedThreadId == _thread)
        {
            _ready.Add(step);
            return;
        }

        // An exception would be lost there, or end the test's process.
        _escape ??= Environment.StackTrace;
    }

    /// <summary>Takes back what a process has ready.</summary>
    internal List<SimulatedStep> TakeAll(SimulatedProcess process)
    {
        var taken = _ready.FindAll(step => step.Process == process);
        _ready.RemoveAll(step => step.Process == process);
        return taken;
    }

    private static ExecutionContext CaptureEmpty()
    {
        ExecutionContext? empty = null;
        var thread = new Thread(() => empty = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return empty!;
    }

    private void Step()
    {
        Steps++;
        if (_escape is { } escape)
            throw new InvalidOperationException($"Something has left the simulation with seed {Seed} and came back from another thread:\n{escape}");
        if (_ready.Count == 0 && _idle.TryDequeue(out var idle))
        {
            Within(_context, idle.SetResult);
            return;
        }

        if (_ready.Count == 0)
        {
            Mix((ulong)Time.GetTimestamp());
            if (Time.GetElapsedTime(0) > Longest)
                throw new InvalidOperationException($"The simulation with seed {Seed} has not ended after {Longest.TotalDays} days of virtual time.");
            var wait = Time.UntilNextTimer ?? throw new InvalidOperationException(
                $"The simulation with seed {Seed} is stuck: the test has not ended, nothing can run, and no timer is armed.");
            Within(null, () => Time.Advance(wait));
            return;
        }

        var chosen = _random.Next(_ready.Count);
        var step = _ready[chosen];
        _ready.RemoveAt(chosen);
        Mix(((ulong)_ready.Count << 32) | (uint)chosen);
        Running = step.Process;
        Within(step.Context, step.Run);
        Running = null;
    }

    // A step sees what it would see on a thread of its own: its process's synchronization context, or none, and nothing that flows with the
    // test. Without a context, the continuation of a task runs within the step that completes it, as on the thread pool.
    private void Within(SynchronizationContext? context, Action run)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            ExecutionContext.Run(_empty, static step => ((Action)step!)(), run);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private void Mix(ulong choice) => _fingerprint = (_fingerprint ^ choice) * 1099511628211UL;
}
