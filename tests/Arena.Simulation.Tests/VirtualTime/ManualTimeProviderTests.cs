using Arena.TestKit.VirtualTime;

namespace Arena.Simulation.Tests.VirtualTime;

public sealed class ManualTimeProviderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _log = [];

    [Fact]
    public void Time_does_not_pass_until_it_is_advanced()
    {
        var before = _time.GetUtcNow();
        Assert.Equal(before, _time.GetUtcNow());
        _time.Advance(3 * Second);
        Assert.Equal(before + (3 * Second), _time.GetUtcNow());
        Assert.Equal(3 * Second, _time.GetElapsedTime(0));
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_each_at_its_own_instant()
    {
        using var later = Timer("later", 2 * Second);
        using var sooner = Timer("sooner", Second);
        using var equal = Timer("equal", Second);
        _time.Advance(5 * Second);
        Assert.Equal(["sooner 1", "equal 1", "later 2"], _log);
    }

    [Fact]
    public void A_periodic_timer_fires_once_for_each_period_passed()
    {
        using var timer = _time.CreateTimer(_ => Note("tick"), null, Second, 2 * Second);
        _time.Advance(6 * Second);
        Assert.Equal(["tick 1", "tick 3", "tick 5"], _log);
    }

    [Fact]
    public void A_timer_armed_by_a_callback_fires_in_the_same_advance_if_it_is_due_in_it()
    {
        ITimer? second = null;
        using var first = _time.CreateTimer(_ => second = Timer("second", Second), null, Second, Timeout.InfiniteTimeSpan);
        _time.Advance(2 * Second);
        Assert.Equal(["second 2"], _log);
        second!.Dispose();
    }

    [Fact]
    public void Changed_and_disposed_timers_forget_what_was_armed()
    {
        using var changed = Timer("changed", Second);
        using var disposed = Timer("disposed", Second);
        changed.Change(3 * Second, Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        Assert.False(disposed.Change(Second, Second));
        Assert.Equal(3 * Second, _time.UntilNextTimer);
        _time.Advance(9 * Second);
        Assert.Equal(["changed 3"], _log);
        Assert.Null(_time.UntilNextTimer);
    }

    [Fact]
    public async Task Delays_and_timeouts_of_the_framework_run_on_it()
    {
        var delay = Task.Delay(Second, _time);
        using var cancellation = new CancellationTokenSource(2 * Second, _time);
        _time.Advance(Second);
        await delay;
        Assert.False(cancellation.IsCancellationRequested);
        _time.Advance(Second);
        Assert.True(cancellation.IsCancellationRequested);
    }

    private ITimer Timer(string name, TimeSpan due) => _time.CreateTimer(_ => Note(name), null, due, Timeout.InfiniteTimeSpan);

    private void Note(string name) => _log.Add($"{name} {_time.GetElapsedTime(0).TotalSeconds:0}");
}
