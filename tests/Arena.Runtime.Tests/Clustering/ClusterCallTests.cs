namespace Arena.Runtime.Tests;

/// <summary>Calls between processes, through real frames.</summary>
public sealed class ClusterCallTests
{
    [Fact]
    public async Task A_grain_has_one_activation_whoever_calls_it()
    {
        await using var cluster = await Silos.StartAsync(3);
        for (var key = 0; key < 20; key++)
        {
            var name = $"r{key}";
            Assert.Equal(1, await cluster.Grain<IResident>(name).Count().Soon());
            var calls = 1;
            foreach (var silo in cluster.Silos) Assert.Equal(++calls, await silo.Grain<IResident>(name).Count().Soon());
        }
    }

    [Fact]
    public async Task Grains_spread_over_the_silos_and_those_of_one_group_stay_together()
    {
        await using var cluster = await Silos.StartAsync(3);
        var places = new HashSet<string>();
        for (var key = 0; key < 60; key++)
        {
            var place = await cluster.Grain<IResident>($"{key}").Where().Soon();
            places.Add(place);
            Assert.Equal(place, await cluster.Grain<IResident>($"{key}/1").Where().Soon());
            Assert.Equal(place, await cluster.Grain<INeighbour>($"{key}/2").Where().Soon());
            Assert.Equal(place, await cluster.Grain<IResident>("asker").WhereIs($"{key}/3").Soon());
        }

        Assert.Equal(3, places.Count);
    }

    [Fact]
    public async Task Many_calls_at_once_to_a_grain_that_is_nowhere_yet_make_one_activation()
    {
        await using var cluster = await Silos.StartAsync(3);
        var counts = await Task.WhenAll(Enumerable.Range(0, 300).Select(i =>
            (i % 4 == 3 ? cluster.GrainFactory.GetGrain<IResident>("one") : cluster.Silos[i % 4].Grain<IResident>("one")).Count())).Soon();
        Assert.Equal(Enumerable.Range(1, 300), counts.Order());
    }

    [Fact]
    public async Task Failures_and_context_travel()
    {
        await using var cluster = await Silos.StartAsync(2);
        var far = cluster.Grain<IResident>("far");
        var failure = await Assert.ThrowsAsync<RemoteGrainException>(() => far.Fail("no such zone").Soon());
        Assert.Equal(typeof(InvalidTimeZoneException).FullName, failure.OriginalType);
        Assert.Contains("no such zone", failure.Message, StringComparison.Ordinal);
        RequestContext.Set("who", "Ann");
        Assert.Equal("Ann", await far.ContextValue("who").Soon());
        Assert.Null(await far.ContextValue("what").Soon());
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_where_it_runs()
    {
        await using var cluster = await Silos.StartAsync(2);
        using var patience = new CancellationTokenSource();
        var far = cluster.Grain<IResident>("far");
        var call = far.WaitFor("never", patience.Token);
        await cluster.WaitForIdleAsync();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());

        // The grain takes one turn at a time: it is free again.
        await far.Where().Soon();
    }

    [Fact]
    public async Task A_call_that_nobody_waits_for_any_more_is_not_begun()
    {
        await using var cluster = await Silos.StartAsync(2);
        var far = cluster.Grain<IResident>("far");
        var first = far.Wait("first");
        var second = far.Wait("second");
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(40));
        await Assert.ThrowsAsync<TimeoutException>(() => first.Soon());
        await Assert.ThrowsAsync<TimeoutException>(() => second.Soon());
        cluster.Probe().Open("first");
        await far.Where().Soon();
        Assert.Equal(["begin first"], cluster.Probe().Log);
    }

    [Fact]
    public async Task Pushes_find_their_way_to_an_observer_in_another_process()
    {
        await using var cluster = await Silos.StartAsync(3);
        var own = new Listener();
        var reference = cluster.GrainFactory.CreateObjectReference<IListener>(own);
        for (var key = 0; key < 6; key++) await cluster.Grain<IResident>($"r{key}").Tell(reference, 50).Soon();
        await cluster.WaitForIdleAsync();
        Assert.Equal(Enumerable.Repeat(Enumerable.Range(0, 50), 6).SelectMany(each => each), own.Heard);

        var near = new Listener();
        var silo = cluster.Silos[1];
        var ofSilo = silo.Services.GetService(typeof(IGrainFactory)) as IGrainFactory;
        var nearReference = ofSilo!.CreateObjectReference<IListener>(near);
        for (var key = 0; key < 6; key++) await silo.Grain<IResident>($"r{key}").Tell(nearReference, 1).Soon();
        await cluster.WaitForIdleAsync();
        Assert.Equal(6, near.Heard.Count);
    }

    [Fact]
    public async Task A_push_to_a_process_that_is_gone_is_dropped()
    {
        await using var cluster = await Silos.StartAsync(2);
        var listener = new Listener();
        var reference = cluster.GrainFactory.CreateObjectReference<IListener>(listener);
        var place = await cluster.Grain<IResident>("r").Where().Soon();
        await cluster.Grain<IResident>("r").Keep(reference).Soon();
        cluster.Network.Part(TestCluster.ClientName, cluster.At(place).Name);
        await cluster.At(place).Grain<IResident>("r").Shout(3).Soon();
        await cluster.WaitForIdleAsync();
        Assert.Empty(listener.Heard);
        cluster.Network.Reunite(TestCluster.ClientName, cluster.At(place).Name);
        await cluster.Grain<IResident>("r").Shout(3).Soon();
        await cluster.WaitForIdleAsync();
        Assert.Equal([0, 1, 2], listener.Heard);
    }

    [Fact]
    public async Task One_way_calls_are_passed_on_by_a_silo_that_does_not_own_the_grain()
    {
        await using var cluster = await Silos.StartAsync(3);
        var noted = cluster.Grain<IResident>("n");
        await noted.Where().Soon();
        await noted.Note("once");
        await cluster.WaitForIdleAsync();
        Assert.Equal(["once"], cluster.Probe().Log);
    }
}
