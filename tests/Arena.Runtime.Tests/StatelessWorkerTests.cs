namespace Arena.Runtime.Tests;

public interface IGatekeeper : IGrainWithStringKey
{
    Task<Guid> Admit(string gate);
}

[StatelessWorker(3)]
public sealed class GatekeeperGrain(Probe probe) : Grain, IGatekeeper
{
    private readonly Guid _instance = Guid.NewGuid();

    public async Task<Guid> Admit(string gate)
    {
        probe.Note($"admit {gate}");
        await probe.Gate(gate);
        return _instance;
    }
}

public sealed class StatelessWorkerTests
{
    [Fact]
    public async Task Workers_are_made_as_calls_find_the_others_busy_up_to_the_most_allowed()
    {
        await using var cluster = await Cluster.StartAsync();
        var grain = cluster.Grain<IGatekeeper>("door");
        var calls = Enumerable.Range(0, 5).Select(_ => grain.Admit("open")).ToArray();
        await cluster.WaitForIdleAsync();
        Assert.Equal(3, cluster.Probe().Log.Count);
        cluster.Probe().Open("open");
        Assert.Equal(3, (await Task.WhenAll(calls).Soon()).Distinct().Count());
    }

    [Fact]
    public async Task Calls_one_after_the_other_are_served_by_one_worker()
    {
        await using var cluster = await Cluster.StartAsync();
        cluster.Probe().Open("open");
        var first = await cluster.Grain<IGatekeeper>("door").Admit("open").Soon();
        for (var i = 0; i < 10; i++) Assert.Equal(first, await cluster.Grain<IGatekeeper>("door").Admit("open").Soon());
    }

    [Fact]
    public async Task Idle_workers_are_collected_and_made_again()
    {
        await using var cluster = await Cluster.StartAsync();
        cluster.Probe().Open("open");
        var first = await cluster.Grain<IGatekeeper>("door").Admit("open").Soon();
        await cluster.AdvanceAsync(TimeSpan.FromMinutes(18));
        Assert.NotEqual(first, await cluster.Grain<IGatekeeper>("door").Admit("open").Soon());
    }
}
