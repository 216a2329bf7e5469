using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Runtime.Tests;

public sealed class HostingTests
{
    [Fact]
    public async Task A_call_before_the_start_or_after_the_stop_is_refused_by_a_typed_exception()
    {
        await using var cluster = Cluster.Build();
        await Assert.ThrowsAsync<SiloUnavailableException>(() => cluster.Grain<IWork>("a").Echo("x"));
        await cluster.DeployAsync();
        var grain = cluster.Grain<IWork>("a");
        Assert.Equal("x", await grain.Echo("x"));
        await cluster.StopAllSilosAsync();
        await Assert.ThrowsAsync<SiloUnavailableException>(() => grain.Echo("x"));
        await Assert.ThrowsAsync<SiloUnavailableException>(() => cluster.Grain<IWork>("b").Echo("x"));
    }

    [Fact]
    public async Task A_stopping_silo_lets_running_turns_end_deactivates_all_and_refuses_what_waits()
    {
        await using var cluster = await Cluster.StartAsync();
        var running = cluster.Grain<IWork>("a").Run("running");
        var waiting = cluster.Grain<IWork>("a").Echo("waiting");
        await cluster.Grain<IWork>("b").Echo("x");
        await cluster.WaitForIdleAsync();
        var stopping = cluster.StopAllSilosAsync();
        await cluster.WaitForIdleAsync();
        Assert.False(stopping.IsCompleted);
        await Assert.ThrowsAsync<SiloUnavailableException>(() => cluster.Grain<IWork>("c").Echo("x"));
        cluster.Probe().Open("running");
        await running.Soon();
        await stopping.Soon();
        await Assert.ThrowsAsync<SiloUnavailableException>(() => waiting);
        Assert.Equal(2, cluster.Probe().Log.Count(line => line == "deactivate ShuttingDown"));
        Assert.Contains("end running", cluster.Probe().Log);
    }

    [Fact]
    public async Task A_running_turn_may_call_a_living_activation_while_the_silo_stops()
    {
        await using var cluster = await Cluster.StartAsync();
        await cluster.Grain<IRelay>("target").Relay("target", "open");
        var relaying = cluster.Grain<IRelay>("a").Relay("target", "held");
        var holding = cluster.Grain<IRelay>("target").Hold("held");
        await cluster.WaitForIdleAsync();
        var stopping = cluster.StopAllSilosAsync();
        await cluster.WaitForIdleAsync();
        cluster.Probe().Open("held");
        await holding.Soon();
        await stopping.Soon();
        var answer = await Record.ExceptionAsync(() => relaying);
        Assert.True(answer is null or SiloUnavailableException, $"{answer}");
    }

    [Fact]
    public async Task A_stop_is_bounded_and_those_who_still_wait_hear_that_the_outcome_is_unknown()
    {
        await using var cluster = await Cluster.StartAsync(builder => builder.WithOptions(options =>
        {
            options.ShutdownTimeout = TimeSpan.FromSeconds(5);
            options.ResponseTimeout = TimeSpan.FromMinutes(5);
        }));
        var stuck = cluster.Grain<IWork>("a").Run("for ever");
        await cluster.WaitForIdleAsync();
        var stopping = cluster.StopAllSilosAsync();
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(5));
        await stopping.Soon();
        var exception = await Assert.ThrowsAsync<SiloUnavailableException>(() => stuck);
        Assert.Contains("unknown", exception.Message, StringComparison.Ordinal);
        Assert.Contains(cluster.Logs().Entries, entry => entry.Level == LogLevel.Warning && entry.Text.Contains("1 activations", StringComparison.Ordinal));
        cluster.Probe().Open("for ever");
    }

    [Fact]
    public async Task A_bad_option_stops_the_start_with_its_key_its_value_and_a_remedy()
    {
        await using var cluster = Cluster.Build(builder => builder.WithOptions(options =>
        {
            options.MailboxLimit = 0;
            options.ResponseTimeout = TimeSpan.Zero;
        }));
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(cluster.DeployAsync);
        Assert.Contains("Arena:Engine:MailboxLimit is 0; give a number of at least 1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Arena:Engine:ResponseTimeout is 00:00:00; give a time", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_without_grains_is_named()
    {
        await using var cluster = Cluster.Build(builder => builder.AddAssembly(typeof(string).Assembly));
        var exception = await Assert.ThrowsAsync<GrainEngineConfigurationException>(cluster.DeployAsync);
        Assert.Contains("System.Private.CoreLib", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interface_without_a_class_is_named()
    {
        await using var cluster = await Cluster.StartAsync();
        var exception = Assert.Throws<GrainEngineConfigurationException>(() => cluster.Grain<IOrphan>("a"));
        Assert.Contains(nameof(IOrphan), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_silo_runs_inside_any_host_on_the_systems_clock()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<Probe>();
        builder.Services.AddGrainEngine(engine => engine.AddAssembly(typeof(HostingTests).Assembly));
        using var host = builder.Build();
        await host.StartAsync();
        var client = host.Services.GetRequiredService<IClusterClient>();
        Assert.Same(client, host.Services.GetRequiredService<IGrainFactory>());
        Assert.Equal("x", await client.GetGrain<IWork>("a").Echo("x").Soon());
        await host.StopAsync();
    }
}

public interface IOrphan : IGrainWithStringKey
{
    Task Nobody();
}

public interface IRelay : IGrainWithStringKey
{
    Task Relay(string otherKey, string gate);

    Task Hold(string gate);
}

public sealed class RelayGrain(Probe probe) : Grain, IRelay
{
    public async Task Relay(string otherKey, string gate)
    {
        if (gate == "open") return;
        await GrainFactory.GetGrain<IRelay>(otherKey).Relay(otherKey, "open");
    }

    public Task Hold(string gate) => probe.Gate(gate);
}
