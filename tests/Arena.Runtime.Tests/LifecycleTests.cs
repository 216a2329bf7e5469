namespace Arena.Runtime.Tests;

public interface IFragile : IGrainWithStringKey
{
    Task<int> Attempts();
}

public sealed class FragileCounters
{
    public int Constructed { get; set; }

    public int Activated { get; set; }
}

/// <summary>Fails to be constructed the first time and to be activated the second.</summary>
public sealed class FragileGrain : Grain, IFragile
{
    private readonly FragileCounters _counters;

    public FragileGrain(FragileCounters counters)
    {
        _counters = counters;
        if (++counters.Constructed == 1) throw new InvalidTimeZoneException("constructor");
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        ++_counters.Activated == 1 ? throw new InvalidTimeZoneException("activation") : Task.CompletedTask;

    public Task<int> Attempts() => Task.FromResult(_counters.Constructed);
}

public interface IRestless : IGrainWithStringKey
{
    Task Serve();
}

/// <summary>Leaves before it serves anybody.</summary>
public sealed class RestlessGrain : Grain, IRestless
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Serve() => Task.CompletedTask;
}

public interface ISlowStarter : IGrainWithStringKey
{
    Task Serve();
}

public sealed class SlowStarterGrain(Probe probe) : Grain, ISlowStarter
{
    public override Task OnActivateAsync(CancellationToken cancellationToken) => probe.Gate("started");

    public Task Serve() => Task.CompletedTask;
}

public interface IDelayed : IGrainWithStringKey
{
    Task Delay(TimeSpan time);

    Task<Guid> Instance();
}

public sealed class DelayedGrain : Grain, IDelayed
{
    private readonly Guid _instance = Guid.NewGuid();

    public Task Delay(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    public Task<Guid> Instance() => Task.FromResult(_instance);
}

public sealed class LifecycleTests
{
    private static readonly TimeSpan PastCollection = TimeSpan.FromMinutes(18);

    [Fact]
    public async Task A_grain_is_activated_once_before_its_first_turn()
    {
        await using var cluster = await Cluster.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => cluster.Grain<IWork>("a").Echo($"{i}")))).Soon();
        Assert.Equal(["activate"], cluster.Probe().Log);
    }

    [Fact]
    public async Task A_failed_construction_or_activation_is_reported_and_the_next_call_tries_anew()
    {
        await using var cluster = await Cluster.StartAsync(builder => builder.ConfigureServices(
            services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<FragileCounters>(services)));
        var grain = cluster.Grain<IFragile>("a");
        Assert.Equal("constructor", (await Assert.ThrowsAsync<InvalidTimeZoneException>(grain.Attempts)).Message);
        Assert.Equal("activation", (await Assert.ThrowsAsync<InvalidTimeZoneException>(grain.Attempts)).Message);
        Assert.Equal(3, await grain.Attempts().Soon());
    }

    [Fact]
    public async Task An_activation_that_takes_too_long_fails_those_who_wait_for_it()
    {
        await using var cluster = await Cluster.StartAsync(
            builder => builder.WithOptions(options => options.ActivationTimeout = TimeSpan.FromSeconds(5)));
        var call = cluster.Grain<ISlowStarter>("a").Serve();
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<TimeoutException>(() => call);
        cluster.Probe().Open("started");
        await cluster.Grain<ISlowStarter>("a").Serve().Soon();
    }

    [Fact]
    public async Task An_idle_activation_is_collected_after_the_collection_age_and_not_before()
    {
        await using var cluster = await Cluster.StartAsync();
        await cluster.Grain<IWork>("a").Echo("x");
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(["activate"], cluster.Probe().Log);
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["activate", "deactivate ActivationIdle"], cluster.Probe().Log);
        await cluster.Grain<IWork>("a").Echo("x").Soon();
        Assert.Equal(["activate", "deactivate ActivationIdle", "activate"], cluster.Probe().Log);
    }

    [Fact]
    public async Task An_activation_in_use_is_not_collected()
    {
        await using var cluster = await Cluster.StartAsync();
        for (var i = 0; i < 6; i++)
        {
            await cluster.Grain<IWork>("a").Echo("x").Soon();
            await cluster.AdvanceAsync(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(["activate"], cluster.Probe().Log);
    }

    [Fact]
    public async Task An_activation_whose_turn_is_still_running_is_not_collected()
    {
        await using var cluster = await Cluster.StartAsync();
        await cluster.Grain<IWork>("a").Post("held");
        await cluster.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["activate", "begin held"], cluster.Probe().Log);
        cluster.Probe().Open("held");
        await cluster.WaitForIdleAsync();
        await cluster.AdvanceAsync(PastCollection);
        Assert.Contains("deactivate ActivationIdle", cluster.Probe().Log);
    }

    [Fact]
    public async Task Delaying_deactivation_keeps_an_idle_activation()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IDelayed>("a");
        await grain.Delay(TimeSpan.FromHours(2));
        var instance = await grain.Instance();
        await cluster.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(instance, await grain.Instance().Soon());
        await cluster.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.NotEqual(instance, await grain.Instance().Soon());
    }

    [Fact]
    public async Task A_call_that_arrives_while_the_activation_deactivates_is_served_by_a_new_one()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("slow to leave");
        await grain.Leave();
        await cluster.WaitForIdleAsync();
        Assert.Equal(["activate", "deactivate ApplicationRequested"], cluster.Probe().Log);
        var calls = Enumerable.Range(0, 10).Select(i => grain.Echo($"{i}")).ToArray();
        await cluster.WaitForIdleAsync();
        Assert.All(calls, call => Assert.False(call.IsCompleted));
        cluster.Probe().Open("leave");
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), await Task.WhenAll(calls).Soon());
        Assert.Equal(["activate", "deactivate ApplicationRequested", "activate"], cluster.Probe().Log);
    }

    [Fact]
    public async Task A_grain_that_asks_to_leave_ends_its_turn_first_and_what_waits_goes_to_a_new_activation()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IWork>("a");
        var leaving = grain.LeaveAndRun("last");
        var waiting = grain.Echo("x");
        await cluster.WaitForIdleAsync();
        Assert.Equal(["activate", "begin last"], cluster.Probe().Log);
        cluster.Probe().Open("last");
        await leaving.Soon();
        Assert.Equal("x", await waiting.Soon());
        Assert.Equal(["activate", "begin last", "end last", "deactivate ApplicationRequested", "activate"], cluster.Probe().Log);
    }

    [Fact]
    public async Task No_call_is_lost_or_run_twice_while_activations_come_and_go()
    {
        await using var cluster = await Cluster.StartAsync();
        var served = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(caller => Task.Run(async () =>
        {
            var grain = cluster.Grain<IWork>("a");
            for (var i = 0; i < 500; i++)
            {
                if (i % 3 == 0) await grain.Leave();
                else await grain.Touch();
                Interlocked.Increment(ref served);
            }
        }))).Soon();
        Assert.Equal(2000, served);
        Assert.Equal(4 * 333, cluster.Probe().Log.Count(line => line == "touch"));
    }

    [Fact]
    public async Task An_activation_that_asks_to_leave_before_it_served_anybody_refuses_its_callers()
    {
        await using var cluster = await Cluster.StartAsync();
        await Assert.ThrowsAsync<OrleansMessageRejectionException>(() => cluster.Grain<IRestless>("a").Serve().Soon());
    }
}
