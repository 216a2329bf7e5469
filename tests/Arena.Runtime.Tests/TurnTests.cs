namespace Arena.Runtime.Tests;

public interface ICounter : IGrainWithStringKey
{
    Task Increment(int awaits);

    Task<int> Value();

    Task<bool> IsOnItsScheduler();
}

/// <summary>Counts without a lock, and notices when two of its turns or continuations overlap.</summary>
public sealed class CounterGrain : Grain, ICounter
{
    private int _value;
    private int _inside;

    public async Task Increment(int awaits)
    {
        for (var i = 0; i < awaits; i++)
        {
            Alone();
            await Task.Yield();
            Alone();
            await Task.Run(static () => { });
            Alone();
        }

        _value++;
    }

    public Task<int> Value() => Task.FromResult(_value);

    public async Task<bool> IsOnItsScheduler()
    {
        var own = TaskScheduler.Current;
        await Task.Run(static () => { });
        var afterThreadPool = TaskScheduler.Current;
        await File.ReadAllTextAsync(typeof(CounterGrain).Assembly.Location);
        return own != TaskScheduler.Default && own == afterThreadPool && own == TaskScheduler.Current;
    }

    private void Alone()
    {
        if (Interlocked.Increment(ref _inside) != 1) throw new InvalidOperationException("Two at once.");
        Thread.SpinWait(20);
        Interlocked.Decrement(ref _inside);
    }
}

[Reentrant]
public sealed class ReentrantWorkGrain(Probe probe) : Grain, IReentrantWork
{
    public async Task Run(string name)
    {
        probe.Note($"begin {name}");
        await probe.Gate(name);
    }
}

public interface IReentrantWork : IGrainWithStringKey
{
    Task Run(string name);
}

public sealed class TurnTests
{
    [Fact]
    public async Task A_second_call_waits_while_the_first_awaits()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        var first = grain.Run("1");
        var second = grain.Run("2");
        cluster.Probe().Open("2");
        await cluster.WaitForIdleAsync();
        Assert.Equal(["activate", "begin 1"], cluster.Probe().Log);
        cluster.Probe().Open("1");
        await Task.WhenAll(first, second).Soon();
        Assert.Equal(["activate", "begin 1", "end 1", "begin 2", "end 2"], cluster.Probe().Log);
    }

    [Fact]
    public async Task Turns_of_different_grains_do_not_wait_for_each_other()
    {
        await using var cluster = await Cluster.StartAsync();
        var held = cluster.Grain<IWork>("a").Run("held");
        cluster.Probe().Open("free");
        await cluster.Grain<IWork>("b").Run("free").Soon();
        Assert.False(held.IsCompleted);
        cluster.Probe().Open("held");
        await held.Soon();
    }

    [Fact]
    public async Task Continuations_return_to_the_scheduler_of_the_activation()
    {
        await using var cluster = await Cluster.StartAsync();
        Assert.True(await cluster.Grain<ICounter>("a").IsOnItsScheduler().Soon());
    }

    [Fact]
    public async Task Turns_and_continuations_of_one_activation_never_overlap()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<ICounter>("a");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                for (var i = 0; i < 200; i++) await grain.Increment(i % 4);
            }))).Soon();
        Assert.Equal(1600, await grain.Value());
    }

    [Fact]
    public async Task Calls_of_one_caller_begin_in_the_order_in_which_they_were_made()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        var names = Enumerable.Range(0, 100).Select(i => $"{i}").ToArray();
        foreach (var name in names) cluster.Probe().Open(name);
        await Task.WhenAll(names.Select(grain.Run)).Soon();
        Assert.Equal(names.Select(name => $"begin {name}"), cluster.Probe().Log.Where(line => line.StartsWith("begin", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Read_only_calls_interleave_with_one_another_and_with_nothing_else()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        Task[] calls = [grain.Read("r1"), grain.Read("r2"), grain.Run("w"), grain.Read("r3")];
        await cluster.WaitForIdleAsync();
        Assert.Equal(["activate", "begin r1", "begin r2"], cluster.Probe().Log);
        cluster.Probe().Open("r1");
        await cluster.WaitForIdleAsync();
        Assert.DoesNotContain("begin w", cluster.Probe().Log);
        cluster.Probe().Open("r2");
        await cluster.WaitForIdleAsync();
        Assert.Contains("begin w", cluster.Probe().Log);
        Assert.DoesNotContain("begin r3", cluster.Probe().Log);
        cluster.Probe().Open("w");
        cluster.Probe().Open("r3");
        await Task.WhenAll(calls).Soon();
    }

    [Fact]
    public async Task An_always_interleaving_call_begins_while_another_turn_awaits()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        Task[] held = [grain.Run("1"), grain.Run("2")];
        cluster.Probe().Open("peek");
        await grain.Peek("peek").Soon();
        Assert.DoesNotContain("end 1", cluster.Probe().Log);
        cluster.Probe().Open("1");
        cluster.Probe().Open("2");
        await Task.WhenAll(held).Soon();
    }

    [Fact]
    public async Task A_call_begins_while_only_interleaving_turns_await()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        var peek = grain.Peek("peek");
        Assert.Equal("x", await grain.Echo("x").Soon());
        cluster.Probe().Open("peek");
        await peek.Soon();
    }

    [Fact]
    public async Task Turns_of_a_reentrant_grain_interleave()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IReentrantWork>("a");
        Task[] calls = [grain.Run("1"), grain.Run("2")];
        await cluster.WaitForIdleAsync();
        Assert.Equal(["begin 1", "begin 2"], cluster.Probe().Log);
        cluster.Probe().Open("1");
        cluster.Probe().Open("2");
        await Task.WhenAll(calls).Soon();
    }

    [Fact]
    public async Task A_caller_outside_the_grains_never_runs_inside_the_turn_that_answers_it()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        await Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await grain.Echo("x");
                Assert.Same(TaskScheduler.Default, TaskScheduler.Current);
            }
        }).Soon();
    }

    [Fact]
    public async Task A_long_backlog_of_turns_that_end_at_once_does_not_exhaust_the_stack()
    {
        await using var cluster = await Cluster.StartAsync(builder => builder.WithOptions(options => options.MailboxLimit = 200_000));
        var grain = cluster.Grain<IWork>("a");
        var held = grain.Run("held");
        var backlog = Enumerable.Range(0, 100_000).Select(_ => grain.Echo("x")).ToArray();
        cluster.Probe().Open("held");
        await Task.WhenAll(backlog).Soon();
        await held;
    }
}
