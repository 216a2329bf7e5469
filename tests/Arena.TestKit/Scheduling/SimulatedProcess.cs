namespace Arena.TestKit.Scheduling;

/// <summary>
/// One process of a <see cref="DeterministicScheduler"/>. Everything of it goes through this gate: turns, timers, and the continuations of its loops.
/// <list type="number">
/// <item>While it is paused, as by SIGSTOP, nothing of it runs, and time passes for the others. What became ready or due during the pause runs
/// once it is resumed; a periodic timer then ticks once.</item>
/// <item>Once it is killed nothing of it ever runs again. What it had asked of others takes its course there.</item>
/// <item>Its wall clock can step. Its timers and timestamps cannot.</item>
/// </list>
/// </summary>
public sealed class SimulatedProcess
{
    private readonly DeterministicScheduler _scheduler;
    private readonly SimulatedClock _clock;
    private readonly SimulationContext _context;
    private readonly List<SimulatedStep> _held = [];
    private readonly List<Action<ProcessEndedException>> _asked = [];

    internal SimulatedProcess(DeterministicScheduler scheduler, string name)
    {
        _scheduler = scheduler;
        _clock = new SimulatedClock(this, scheduler.Time);
        _context = new SimulationContext(step => Add(_context, step));
        Name = name;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Its clocks and timers.</summary>
    public TimeProvider Time => _clock;

    /// <summary>Whether it stands still.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Whether it was killed.</summary>
    public bool IsDead { get; private set; }

    /// <summary>How far its wall clock is ahead of the simulation's.</summary>
    public TimeSpan ClockOffset
    {
        get => _clock.Offset;
        set => _clock.Offset = value;
    }

    /// <summary>Stops it where it is.</summary>
    public void Pause()
    {
        if (IsPaused || IsDead) return;
        IsPaused = true;
        _held.AddRange(_scheduler.TakeAll(this));
    }

    /// <summary>Continues a paused process.</summary>
    public void Resume()
    {
        if (!IsPaused) return;
        IsPaused = false;
        foreach (var step in _held) _scheduler.Add(step);
        _held.Clear();
    }

    /// <summary>Ends it where it is. Callers that wait for its work get a <see cref="ProcessEndedException"/>.</summary>
    public void Kill()
    {
        if (IsDead) return;
        IsDead = true;
        IsPaused = false;
        _scheduler.TakeAll(this);
        _held.Clear();
        var asked = _asked.ToArray();
        _asked.Clear();
        // Not within the step that kills it: that may be one of its own.
        _scheduler.Add(new SimulatedStep(null, null, () =>
        {
            foreach (var tell in asked) tell(new ProcessEndedException(Name));
        }));
    }

    /// <summary>Does some work in this process: its awaits come back here.</summary>
    /// <param name="work">The work.</param>
    /// <returns>Completes with the work; its continuations run in the process of the caller.</returns>
    /// <exception cref="ProcessEndedException">The process was killed before the work was done.</exception>
    public Task RunAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return RunAsync(async () =>
        {
            await work();
            return true;
        });
    }

    /// <summary>Does some work in this process: its awaits come back here.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="work">The work.</param>
    /// <returns>The result; its continuations run in the process of the caller.</returns>
    /// <exception cref="ProcessEndedException">The process was killed before the work was done.</exception>
    public Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (IsDead) return Task.FromException<T>(new ProcessEndedException(Name));
        var outcome = new TaskCompletionSource<T>();
        Action<ProcessEndedException> tell = ended => outcome.TrySetException(ended);
        _asked.Add(tell);
        Add(_context, () => _ = FollowAsync(work, outcome, tell));
        return outcome.Task;
    }

    /// <summary>Does something in this process, as on a thread of its pool.</summary>
    internal void Post(Action step) => Add(null, step);

    /// <summary>Does something in this process: the awaits of what it starts come back here.</summary>
    internal void Start(Action step) => Add(_context, step);

    private void Add(SynchronizationContext? context, Action run)
    {
        if (IsDead) return;
        var step = new SimulatedStep(this, context, run);
        if (IsPaused) _held.Add(step);
        else _scheduler.Add(step);
    }

    private async Task FollowAsync<T>(Func<Task<T>> work, TaskCompletionSource<T> outcome, Action<ProcessEndedException> tell)
    {
        try
        {
            outcome.TrySetResult(await work());
        }
        catch (Exception exception)
        {
            outcome.TrySetException(exception);
        }

        _asked.Remove(tell);
    }
}
