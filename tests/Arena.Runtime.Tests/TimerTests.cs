using Microsoft.Extensions.Logging;

namespace Arena.Runtime.Tests;

public interface IClockwork : IGrainWithStringKey
{
    Task Start(TimeSpan due, TimeSpan period, bool interleave, bool keepAlive);

    Task Change(TimeSpan due, TimeSpan period);

    Task Stop();

    Task Hold(string gate);

    Task HoldTicksAt(string gate);

    Task FailTicks();

    Task<string?> ContextOfTick();

    Task StopAndLeave();
}

public sealed class ClockworkGrain(Probe probe, TimeProvider time) : Grain, IClockwork
{
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private IGrainTimer? _timer;
    private string? _gate;
    private bool _fails;
    private string? _context;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Note("deactivate");
        return Task.CompletedTask;
    }

    public Task Start(TimeSpan due, TimeSpan period, bool interleave, bool keepAlive)
    {
        _timer = this.RegisterGrainTimer(
            static (grain, token) => grain.Tick(token),
            this,
            new GrainTimerCreationOptions { DueTime = due, Period = period, Interleave = interleave, KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan due, TimeSpan period)
    {
        _timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public async Task Hold(string gate)
    {
        probe.Note("begin hold");
        await probe.Gate(gate);
        probe.Note("end hold");
    }

    public Task HoldTicksAt(string gate)
    {
        _gate = gate;
        return Task.CompletedTask;
    }

    public Task FailTicks()
    {
        _fails = true;
        return Task.CompletedTask;
    }

    public Task<string?> ContextOfTick() => Task.FromResult(_context);

    public Task StopAndLeave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task Tick(CancellationToken token)
    {
        probe.Note($"tick {(time.GetUtcNow() - _began).TotalSeconds:0}");
        _context = RequestContext.Get("key") as string;
        if (_fails) throw new InvalidTimeZoneException("tick");
        if (_gate is null) return;
        await probe.Gate(_gate).WaitAsync(token);
        probe.Note("end tick");
    }
}

public sealed class TimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_timer_ticks_at_its_due_time_and_then_each_period()
    {
        await using var cluster = await Cluster.StartAsync();
        await cluster.Grain<IClockwork>("a").Start(2 * Second, 3 * Second, interleave: false, keepAlive: false);
        await cluster.AdvanceAsync(10 * Second);
        Assert.Equal(["tick 2", "tick 5", "tick 8"], cluster.Probe().Log);
    }

    [Fact]
    public async Task A_timer_without_a_period_ticks_once()
    {
        await using var cluster = await Cluster.StartAsync();
        await cluster.Grain<IClockwork>("a").Start(Second, Timeout.InfiniteTimeSpan, interleave: false, keepAlive: false);
        await cluster.AdvanceAsync(60 * Second);
        Assert.Equal(["tick 1"], cluster.Probe().Log);
    }

    [Fact]
    public async Task A_tick_waits_for_the_running_turn_and_ticks_do_not_pile_up()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IClockwork>("a");
        await grain.Start(Second, Second, interleave: false, keepAlive: false);
        var hold = grain.Hold("turn");
        await cluster.AdvanceAsync(5 * Second);
        Assert.Equal(["begin hold"], cluster.Probe().Log);
        cluster.Probe().Open("turn");
        await hold.Soon();
        await cluster.WaitForIdleAsync();
        Assert.Equal(["begin hold", "end hold", "tick 5"], cluster.Probe().Log);
    }

    [Fact]
    public async Task A_call_waits_for_the_running_tick_and_the_period_counts_from_its_end()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IClockwork>("a");
        await grain.HoldTicksAt("tick");
        await grain.Start(Second, 2 * Second, interleave: false, keepAlive: false);
        await cluster.AdvanceAsync(Second);
        cluster.Probe().Open("call");
        var call = grain.Hold("call");
        await cluster.AdvanceAsync(4 * Second);
        Assert.Equal(["tick 1"], cluster.Probe().Log);
        cluster.Probe().Open("tick");
        await call.Soon();
        await cluster.AdvanceAsync(2 * Second);
        Assert.Equal(["tick 1", "end tick", "begin hold", "end hold", "tick 7", "end tick"], cluster.Probe().Log);
    }

    [Fact]
    public async Task An_interleaving_tick_does_not_wait_for_a_turn_that_awaits()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IClockwork>("a");
        await grain.Start(Second, Second, interleave: true, keepAlive: false);
        var hold = grain.Hold("turn");
        await cluster.AdvanceAsync(2 * Second);
        Assert.Equal(["begin hold", "tick 1", "tick 2"], cluster.Probe().Log);
        cluster.Probe().Open("turn");
        await hold.Soon();
    }

    [Fact]
    public async Task A_disposed_timer_never_ticks_even_if_a_tick_was_due()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IClockwork>("a");
        await grain.Start(Second, Second, interleave: false, keepAlive: false);
        var hold = grain.Hold("turn");
        await cluster.WaitForIdleAsync();
        var stop = grain.Stop();
        await cluster.AdvanceAsync(Second);
        cluster.Probe().Open("turn");
        await Task.WhenAll(hold, stop).Soon();
        await cluster.AdvanceAsync(5 * Second);
        Assert.Equal(["begin hold", "end hold"], cluster.Probe().Log);
    }

    [Fact]
    public async Task Changing_a_timer_takes_back_a_tick_that_has_not_begun()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IClockwork>("a");
        await grain.Start(Second, Second, interleave: false, keepAlive: false);
        var hold = grain.Hold("turn");
        await cluster.WaitForIdleAsync();
        var change = grain.Change(10 * Second, Timeout.InfiniteTimeSpan);
        await cluster.AdvanceAsync(Second);
        cluster.Probe().Open("turn");
        await Task.WhenAll(hold, change).Soon();
        await cluster.AdvanceAsync(9 * Second);
        Assert.DoesNotContain(cluster.Probe().Log, line => line.StartsWith("tick", StringComparison.Ordinal));
        await cluster.AdvanceAsync(60 * Second);
        Assert.Equal(["begin hold", "end hold", "tick 11"], cluster.Probe().Log);
    }

    [Fact]
    public async Task A_failing_tick_is_logged_and_the_timer_goes_on()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IClockwork>("a");
        await grain.FailTicks();
        await grain.Start(Second, Second, interleave: false, keepAlive: false);
        await cluster.AdvanceAsync(2 * Second);
        Assert.Equal(["tick 1", "tick 2"], cluster.Probe().Log);
        Assert.Equal(2, cluster.Logs().Entries.Count(entry => entry is { Level: LogLevel.Error, Exception: InvalidTimeZoneException }));
    }

    [Fact]
    public async Task Timers_end_with_their_activation()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IClockwork>("a");
        await grain.Start(Second, Second, interleave: false, keepAlive: false);
        await grain.StopAndLeave();
        await cluster.AdvanceAsync(10 * Second);
        Assert.Equal(["deactivate"], cluster.Probe().Log);
    }

    [Fact]
    public async Task Ticks_keep_an_activation_only_if_told_to()
    {
        await using var cluster = await Cluster.StartAsync();
        await cluster.Grain<IClockwork>("kept").Start(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), interleave: false, keepAlive: true);
        await cluster.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.DoesNotContain("deactivate", cluster.Probe().Log);
        await cluster.Grain<IClockwork>("not").Start(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), interleave: false, keepAlive: false);
        await cluster.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Single(cluster.Probe().Log, "deactivate");
    }

    [Fact]
    public async Task The_request_context_of_the_registering_call_does_not_flow_into_ticks()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IClockwork>("a");
        RequestContext.Set("key", "value");
        await grain.Start(Second, Second, interleave: false, keepAlive: false);
        RequestContext.Clear();
        await cluster.AdvanceAsync(Second);
        Assert.Equal(["tick 1"], cluster.Probe().Log);
        Assert.Null(await grain.ContextOfTick());
    }
}
