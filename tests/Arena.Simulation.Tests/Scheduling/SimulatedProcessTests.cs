namespace Arena.Simulation.Tests.Scheduling;

/// <summary>Processes of a scheduler: what pausing, killing and a stepping clock do to them.</summary>
public sealed class SimulatedProcessTests
{
    [Fact]
    public void A_paused_process_does_nothing_while_time_passes_and_then_does_what_was_due() => Run(async (scheduler, process) =>
    {
        var ticks = 0;
        await process.RunAsync(() =>
        {
            _ = TickAsync(process.Time, () => ticks++);
            return Task.CompletedTask;
        });
        await Task.Delay(TimeSpan.FromMilliseconds(3_500), scheduler.Time);
        Assert.Equal(3, ticks);
        process.Pause();
        var asked = process.RunAsync(() => Task.FromResult(ticks));
        await Task.Delay(TimeSpan.FromSeconds(10), scheduler.Time);
        Assert.Equal(3, ticks);
        Assert.False(asked.IsCompleted);
        process.Resume();
        await asked;
        await Task.Delay(TimeSpan.FromMilliseconds(900), scheduler.Time);
        Assert.Equal(4, ticks);
        await Task.Delay(TimeSpan.FromMilliseconds(200), scheduler.Time);
        Assert.Equal(5, ticks);
    });

    [Fact]
    public void A_killed_process_does_nothing_any_more_and_fails_the_waiting_callers() => Run(async (scheduler, process) =>
    {
        var ticks = 0;
        var running = process.RunAsync(() => TickAsync(process.Time, () => ticks++));
        await Task.Delay(TimeSpan.FromMilliseconds(1_500), scheduler.Time);
        process.Kill();
        await Assert.ThrowsAsync<ProcessEndedException>(() => running);
        await Assert.ThrowsAsync<ProcessEndedException>(() => process.RunAsync(() => Task.CompletedTask));
        await Task.Delay(TimeSpan.FromSeconds(10), scheduler.Time);
        Assert.Equal(1, ticks);
    });

    [Fact]
    public void A_step_of_the_wall_clock_moves_no_timer_and_no_timestamp() => Run(async (scheduler, process) =>
    {
        var (wall, timestamp) = (process.Time.GetUtcNow(), process.Time.GetTimestamp());
        var waiting = Task.Delay(TimeSpan.FromSeconds(1), process.Time);
        process.ClockOffset += TimeSpan.FromHours(-1);
        Assert.Equal(wall - TimeSpan.FromHours(1), process.Time.GetUtcNow());
        Assert.Equal(timestamp, process.Time.GetTimestamp());
        await waiting;
        Assert.Equal(TimeSpan.FromSeconds(1), scheduler.Time.GetElapsedTime(timestamp));
    });

    [Fact]
    public void A_request_completes_on_the_server_even_if_its_process_is_paused() => Run(async (scheduler, process) =>
    {
        var served = 0;
        var exchange = new SimulatedExchange(
            process, scheduler.Time, () => new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), ExchangeFailure.After));
        var asked = process.RunAsync(() => exchange.AskAsync(
            () => Task.FromResult(++served), failure => new IOException(failure.ToString()), CancellationToken.None));
        process.Pause();
        await Task.Delay(TimeSpan.FromSeconds(5), scheduler.Time);
        Assert.Equal(0, served);
        process.Resume();
        await Task.Delay(TimeSpan.FromMilliseconds(1), scheduler.Time);
        process.Pause();
        await Task.Delay(TimeSpan.FromSeconds(5), scheduler.Time);
        Assert.Equal(1, served);
        Assert.False(asked.IsCompleted);
        process.Resume();
        Assert.Equal("After", (await Assert.ThrowsAsync<IOException>(() => asked)).Message);
    });

    [Fact]
    public void An_immediate_refusal_reaches_the_calling_process() => Run(async (scheduler, process) =>
    {
        var exchange = new SimulatedExchange(process, scheduler.Time, () => new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), ExchangeFailure.None));

        var asked = process.RunAsync(() => exchange.AskAsync<int>(
            () => throw new IOException("refused"), failure => new IOException(failure.ToString()), CancellationToken.None));

        Assert.Equal("refused", (await Assert.ThrowsAsync<IOException>(() => asked)).Message);
    });

    private static async Task TickAsync(TimeProvider time, Action tick)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync()) tick();
    }

    private static void Run(Func<DeterministicScheduler, SimulatedProcess, Task> test)
    {
        var scheduler = new DeterministicScheduler(1);
        scheduler.Run(() => test(scheduler, scheduler.CreateProcess("one")));
    }
}
