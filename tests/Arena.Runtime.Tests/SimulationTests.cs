using Microsoft.Extensions.DependencyInjection;

namespace Arena.Runtime.Tests;

public interface IRunner : IGrainWithStringKey
{
    Task Run(int steps);
}

public sealed class RunnerGrain(Probe probe, TimeProvider time) : Grain, IRunner
{
    public async Task Run(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            probe.Note($"{this.GetPrimaryKeyString()}{i}@{time.GetUtcNow():ss.fff}");
            if (i % 3 == 0) await Task.Delay(TimeSpan.FromMilliseconds(10), time);
            else await Task.Yield();
        }
    }
}

public sealed class SimulationTests
{
    [Fact]
    public void The_same_seed_gives_the_same_interleaving()
    {
        for (var seed = 0; seed < 20; seed++) Assert.Equal(Run(seed), Run(seed));
    }

    [Fact]
    public void Different_seeds_give_different_interleavings() =>
        Assert.True(Enumerable.Range(0, 20).Select(seed => string.Join(' ', Run(seed))).Distinct().Count() > 15);

    [Fact]
    public void Hours_of_virtual_time_pass_in_no_time()
    {
        var simulation = new Simulation(1);
        simulation.Run(async () =>
        {
            await using var cluster = Cluster.Build(builder => builder.UseSimulation(simulation));
            await cluster.DeployAsync();
            await cluster.Grain<IWork>("a").Echo("x");
            await Task.Delay(TimeSpan.FromHours(1), simulation.Time);
            Assert.Equal(["activate", "deactivate ActivationIdle"], cluster.Probe().Log);
        });
    }

    [Fact]
    public void A_test_that_can_never_end_is_reported_with_its_seed()
    {
        var simulation = new Simulation(7);
        var exception = Assert.Throws<InvalidOperationException>(() => simulation.Run(() => new TaskCompletionSource().Task));
        Assert.Contains("seed 7", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_assertion_in_a_simulated_test_reaches_the_test_runner() =>
        Assert.Throws<InvalidTimeZoneException>(() => new Simulation(1).Run(async () =>
        {
            await Task.Yield();
            throw new InvalidTimeZoneException("seen");
        }));

    private static IReadOnlyList<string> Run(int seed)
    {
        var simulation = new Simulation(seed);
        IReadOnlyList<string> log = [];
        simulation.Run(async () =>
        {
            await using var cluster = Cluster.Build(builder => builder.UseSimulation(simulation));
            await cluster.DeployAsync();
            string[] keys = ["a", "b", "c", "d"];
            await Task.WhenAll(keys.Select(key => cluster.Grain<IRunner>(key).Run(12)));
            log = cluster.ServiceProvider.GetRequiredService<Probe>().Log;
        });
        return log;
    }
}
