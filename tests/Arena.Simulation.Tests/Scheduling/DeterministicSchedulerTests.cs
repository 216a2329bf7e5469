namespace Arena.Simulation.Tests.Scheduling;

public sealed class DeterministicSchedulerTests
{
    [Fact]
    public void The_same_seed_gives_the_same_interleaving()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (log, fingerprint) = Run(seed);
            var again = Run(seed);
            Assert.Equal(log, again.Log);
            Assert.Equal(fingerprint, again.Fingerprint);
        }
    }

    [Fact]
    public void Different_seeds_give_different_interleavings() =>
        Assert.True(Enumerable.Range(0, 20).Select(seed => string.Join(' ', Run(seed).Log)).Distinct().Count() > 15);

    [Fact]
    public void Hours_of_virtual_time_pass_in_no_time()
    {
        var scheduler = new DeterministicScheduler(1);
        var ticks = 0;
        scheduler.Run(async () =>
        {
            using var timer = scheduler.CreateProcess("one").Time.CreateTimer(_ => ticks++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
            await scheduler.AdvanceAsync(TimeSpan.FromHours(1));
        });
        Assert.Equal(60, ticks);
    }

    [Fact]
    public void A_test_that_can_never_end_is_reported_with_its_seed()
    {
        var scheduler = new DeterministicScheduler(7);
        var exception = Assert.Throws<InvalidOperationException>(() => scheduler.Run(() => new TaskCompletionSource().Task));
        Assert.Contains("seed 7", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_waits_while_time_passes_in_vain_is_reported_too()
    {
        var scheduler = new DeterministicScheduler(7);
        var exception = Assert.Throws<InvalidOperationException>(() => scheduler.Run(async () =>
        {
            using var timer = scheduler.Time.CreateTimer(_ => { }, null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
            await new TaskCompletionSource().Task;
        }));
        Assert.Contains("seed 7", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_assertion_in_a_simulated_test_reaches_the_test_runner() =>
        Assert.Throws<InvalidTimeZoneException>(() => new DeterministicScheduler(1).Run(async () =>
        {
            await Task.Yield();
            throw new InvalidTimeZoneException("seen");
        }));

    [Fact]
    public void Ready_work_runs_before_the_barrier_opens_without_advancing_time()
    {
        var scheduler = new DeterministicScheduler(1);
        var process = scheduler.CreateProcess("one");
        var done = 0;
        scheduler.Run(async () =>
        {
            for (var worker = 0; worker < 10; worker++)
                _ = process.RunAsync(WorkAsync);
            await scheduler.WhenIdle();
            Assert.Equal((10, 0L), (done, scheduler.Time.GetTimestamp()));
        });

        async Task WorkAsync()
        {
            for (var step = 0; step < 5; step++)
                await Task.Yield();
            done++;
            await Task.Delay(TimeSpan.FromSeconds(1), process.Time);
        }
    }

    private static (IReadOnlyList<string> Log, ulong Fingerprint) Run(int seed)
    {
        var scheduler = new DeterministicScheduler(seed);
        var log = new List<string>();
        scheduler.Run(() => Task.WhenAll(((string[])["a", "b", "c", "d"]).Select(name =>
        {
            var process = scheduler.CreateProcess(name);
            return process.RunAsync(() => StepAsync(process, log));
        })));
        return (log, scheduler.Fingerprint);
    }

    private static async Task StepAsync(SimulatedProcess process, List<string> log)
    {
        for (var step = 0; step < 12; step++)
        {
            log.Add($"{process.Name}{step}@{process.Time.GetUtcNow():ss.fff}");
            if (step % 3 == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(10), process.Time);
            else
                await Task.Yield();
        }
    }
}
