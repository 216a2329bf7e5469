namespace Arena.Runtime.TestingHost;

/// <summary>
/// Runs a real cluster deterministically: one thread, virtual time, and an order of turns drawn from a seed. What is ready to run
/// (bursts of turns, and the test's own continuations) is kept in one list; each step takes one of them at random; when nothing is ready,
/// time moves to the next timer. The same seed and the same test give the same run.
/// </summary>
/// <remarks>
/// It holds as long as nothing in the run leaves the simulation: no thread pool (so no ConfigureAwait(false), and no Task.WhenAll over a
/// source that forces asynchronous continuations), no system clock, no real I/O, no order of a hash table.
/// </remarks>
public sealed class Simulation : ITurnDispatcher
{
    private readonly List<Action> _ready = [];
    private readonly Random _random;
    private readonly SimulationContext _context;
    private readonly ExecutionContext _empty = CaptureEmpty();

    /// <summary>Prepares a run.</summary>
    /// <param name="seed">What the order of turns is drawn from.</param>
    public Simulation(int seed)
    {
        Seed = seed;
        _random = new Random(seed);
        _context = new SimulationContext(this);
    }

    /// <summary>What the order of turns is drawn from.</summary>
    public int Seed { get; }

    /// <summary>The clock of the run.</summary>
    public ManualTimeProvider Time { get; } = new();

    /// <summary>How many steps were taken.</summary>
    public long Steps { get; private set; }

    /// <inheritdoc/>
    public void Dispatch(IThreadPoolWorkItem workItem)
    {
        ArgumentNullException.ThrowIfNull(workItem);
        _ready.Add(() => RunTurns(workItem));
    }

    /// <summary>Runs a test to its end on this thread.</summary>
    /// <param name="test">The test; its awaits come back to the simulation.</param>
    /// <exception cref="InvalidOperationException">Nothing is left to run, no timer is armed, and the test has not ended.</exception>
    public void Run(Func<Task> test)
    {
        ArgumentNullException.ThrowIfNull(test);
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

    internal void Post(Action continuation) => _ready.Add(continuation);

    // Turns see what they would see on the thread pool: no synchronization context, and nothing that flows with the test.
    private void RunTurns(IThreadPoolWorkItem workItem)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        ExecutionContext.Run(_empty, static item => ((IThreadPoolWorkItem)item!).Execute(), workItem);
        SynchronizationContext.SetSynchronizationContext(_context);
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
        if (_ready.Count == 0)
        {
            Time.Advance(Time.UntilNextTimer ?? throw new InvalidOperationException(
                $"The simulation with seed {Seed} is stuck: the test has not ended, nothing can run, and no timer is armed."));
            return;
        }

        var chosen = _random.Next(_ready.Count);
        var run = _ready[chosen];
        _ready.RemoveAt(chosen);
        run();
    }
}
