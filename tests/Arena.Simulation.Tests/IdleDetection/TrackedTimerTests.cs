using Arena.TestKit.IdleDetection;
using Arena.TestKit.VirtualTime;

namespace Arena.Simulation.Tests.IdleDetection;

/// <summary>A grain's timer that is due, rearmed or disposed: the tracker counts it only while it runs.</summary>
public sealed class TrackedTimerTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly IdleTracker _tracker;
    private readonly TrackedTimer _timer;
    private int _ticks;

    public TrackedTimerTests()
    {
        _tracker = new(_time);
        _timer = new(_tracker, _time, _ => _ticks++, this, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    [Fact]
    public void A_timer_is_at_work_from_its_firing_until_it_is_armed_again()
    {
        Assert.True(_tracker.WhenIdle().IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        var idle = _tracker.WhenIdle();
        Assert.False(idle.IsCompleted);

        _timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        Assert.True(_tracker.WhenIdle().IsCompleted);
        Assert.Equal(1, _ticks);
    }

    [Fact]
    public void A_timer_that_is_disposed_of_while_it_fires_is_at_work_no_more()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        _timer.Dispose();

        Assert.True(_tracker.WhenIdle().IsCompleted);
    }

    /// <summary>Another thread advances time: it had found the timer due already.</summary>
    [Fact]
    public void A_timer_that_was_disposed_of_before_it_fires_never_counts_as_at_work()
    {
        _timer.Dispose();
        _timer.Fire();

        Assert.True(_tracker.WhenIdle().IsCompleted);
        Assert.Equal(0, _ticks);
    }
}
