namespace Arena.Runtime.Tests;

/// <summary>Silos that come, go, die, are paused, and lose the store.</summary>
public sealed class ClusterLifeTests
{
    [Fact]
    public async Task New_grains_land_on_a_new_silo_at_once_and_live_ones_stay()
    {
        await using var cluster = await Silos.StartAsync(1);
        for (var key = 0; key < 30; key++) await cluster.Grain<IResident>($"old{key}").Count().Soon();
        var added = await cluster.StartAdditionalSiloAsync();
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(1));
        var places = new List<string>();
        for (var key = 0; key < 30; key++) places.Add(await cluster.Grain<IResident>($"new{key}").Where().Soon());
        Assert.Contains(added.Address.ToString(), places);
        for (var key = 0; key < 30; key++) Assert.Equal(2, await cluster.Grain<IResident>($"old{key}").Count().Soon());
    }

    [Fact]
    public async Task The_grains_of_a_killed_silo_live_elsewhere_once_its_lease_has_run_out()
    {
        await using var cluster = await Silos.StartAsync(3);
        var grain = cluster.Grain<IResident>("r");
        var place = await grain.Where().Soon();
        var running = grain.Wait("gate");
        await cluster.WaitForIdleAsync();
        await cluster.KillSiloAsync(cluster.At(place));
        var unknown = await Assert.ThrowsAsync<SiloUnavailableException>(() => running.Soon());
        Assert.Contains("unknown", unknown.Message, StringComparison.Ordinal);

        // Its lease still runs: nobody may take what it owns.
        await cluster.WaitForIdleAsync();
        await Assert.ThrowsAsync<SiloUnavailableException>(() => grain.Where().Soon());
        await cluster.AdvanceAsync(Silos.Mourning);
        Assert.NotEqual(place, await grain.Where().Soon());
        Assert.Equal(1, await grain.Count().Soon());
    }

    [Fact]
    public async Task A_stopped_silo_hands_its_grains_over_and_no_call_fails()
    {
        await using var cluster = await Silos.StartAsync(3);
        var grains = Enumerable.Range(0, 40).Select(key => cluster.Grain<IResident>($"r{key}")).ToArray();
        foreach (var grain in grains) await grain.Count().Soon();
        var leaving = cluster.Silos[1];
        var address = leaving.Address.ToString();
        await cluster.StopSiloAsync(leaving).Soon();
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(1));
        foreach (var grain in grains) Assert.NotEqual(address, await grain.Where().Soon());
        Assert.DoesNotContain((await cluster.Store.ReadAsync(TestContext.Current.CancellationToken)).Silos, silo => silo.Address.ToString() == address);
    }

    [Fact]
    public async Task A_draining_silo_serves_what_it_has_and_takes_nothing_new()
    {
        await using var cluster = await Silos.StartAsync(2);
        var leaving = cluster.Silos[0];
        var grains = Enumerable.Range(0, 20).Select(key => cluster.Grain<IResident>($"r{key}")).ToArray();
        foreach (var grain in grains) await grain.Count().Soon();
        var stayed = new List<IResident>();
        foreach (var grain in grains)
        {
            if (await grain.Where().Soon() == leaving.Address.ToString()) stayed.Add(grain);
        }

        await leaving.OfferAsync();
        foreach (var grain in stayed) Assert.Equal(leaving.Address.ToString(), await grain.Where().Soon());
        for (var key = 0; key < 20; key++)
            Assert.NotEqual(leaving.Address.ToString(), await cluster.Grain<IResident>($"late{key}").Where().Soon());

        // A grain that leaves by itself, between two questions as it were, is at once elsewhere, and so are those of its group.
        var mover = stayed[0];
        await cluster.Grain<IResident>(mover.GetPrimaryKeyString() + "/mate").Where().Soon();
        await mover.Leave().Soon();
        await cluster.WaitForIdleAsync();
        Assert.NotEqual(leaving.Address.ToString(), await mover.Where().Soon());
        Assert.Equal(await mover.Where().Soon(), await cluster.Grain<IResident>(mover.GetPrimaryKeyString() + "/mate").Where().Soon());
    }

    [Fact]
    public async Task While_the_store_is_down_grains_go_on_and_none_is_made_until_leases_run_out()
    {
        await using var cluster = await Silos.StartAsync(2);
        var grain = cluster.Grain<IResident>("r");
        await grain.Count().Soon();
        cluster.Store.IsDown = true;
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await grain.Count().Soon());
        await Assert.ThrowsAsync<SiloUnavailableException>(() => cluster.Grain<IResident>("other").Count().Soon());

        // By its own count the silo does not know any more whether it may act.
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(4));
        await Assert.ThrowsAsync<SiloUnavailableException>(() => grain.Count().Soon());

        // Nobody has declared it dead meanwhile: it goes on where it was.
        cluster.Store.IsDown = false;
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(3, await grain.Count().Soon());
        Assert.Equal(1, await cluster.Grain<IResident>("other").Count().Soon());
    }

    [Fact]
    public async Task A_silo_that_is_cut_off_from_the_client_is_reached_again_when_the_network_is_back()
    {
        await using var cluster = await Silos.StartAsync(2);
        var grain = cluster.Grain<IResident>("r");
        var place = cluster.At(await grain.Where().Soon());
        cluster.Network.Part(TestCluster.ClientName, place.Name);
        await cluster.WaitForIdleAsync();
        await Assert.ThrowsAsync<SiloUnavailableException>(() => grain.Count().Soon());
        cluster.Network.Reunite(TestCluster.ClientName, place.Name);
        Assert.Equal(1, await grain.Count().Soon());
    }

    [Fact]
    public async Task A_silo_that_missed_that_it_owns_a_group_learns_it_from_the_one_that_placement_points_to()
    {
        await using var cluster = await Silos.StartAsync(2);
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(1));
        var silo = cluster.Silos[0];
        var view = await cluster.Store.ReadAsync(TestContext.Current.CancellationToken);
        var key = Enumerable.Range(0, 100).Select(number => $"r{number}").First(key => Placement.Choose(key, view) != silo.Address);
        await cluster.Store.ClaimAsync([key], silo.Address!.Value, TestContext.Current.CancellationToken);
        Assert.Equal(silo.Address.ToString(), await silo.Grain<IResident>(key).Where().Soon());
    }

    [Fact]
    public void An_owner_that_was_named_after_its_death_is_forgotten()
    {
        var simulation = new Simulation(1);
        var stalls = false;
        simulation.Run(async () =>
        {
            await using var cluster = Silos.Build(2, plan => plan.UseSimulation(
                simulation, _ => new(TimeSpan.Zero, stalls ? TimeSpan.FromSeconds(8) : TimeSpan.Zero, ExchangeFailure.None)));
            await cluster.DeployAsync();
            var (near, far) = (cluster.Silos[0], cluster.Silos[1]);
            var view = await cluster.Store.ReadAsync(TestContext.Current.CancellationToken);
            var key = Enumerable.Range(0, 100).Select(number => $"r{number}").First(key => Placement.Choose(key, view) == near.Address);
            await cluster.Store.ClaimAsync([key], far.Address!.Value, TestContext.Current.CancellationToken);
            var asked = near.Process!.RunAsync(() =>
            {
                stalls = true;
                var claimed = near.Grain<IResident>(key).Where();
                stalls = false;
                return claimed;
            });
            await Task.Delay(TimeSpan.FromSeconds(1), simulation.Time);
            far.Kill();
            await Assert.ThrowsAsync<SiloUnavailableException>(() => asked);
            await Task.Delay(TimeSpan.FromSeconds(1), simulation.Time);
            Assert.Equal(near.Address.ToString(), await near.Process.RunAsync(() => near.Grain<IResident>(key).Where()));
        });
    }

    [Fact]
    public void Whoever_waits_for_a_silo_that_stands_still_hears_of_its_death_and_waits_no_longer()
    {
        var simulation = new Simulation(1);
        simulation.Run(async () =>
        {
            await using var cluster = Silos.Build(2, plan => plan.UseSimulation(simulation));
            await cluster.DeployAsync();
            var grain = cluster.Grain<IResident>("r");
            var place = cluster.At(await grain.Where());
            place.Process!.Pause();
            var began = simulation.Time.GetTimestamp();
            await Assert.ThrowsAsync<SiloUnavailableException>(() => grain.Where());
            Assert.InRange(simulation.Time.GetElapsedTime(began), TimeSpan.Zero, Silos.Mourning);
            Assert.NotEqual(place.Address.ToString(), await grain.Where());
            place.Kill();
        });
    }

    [Fact]
    public async Task Groups_without_grains_are_given_up_and_can_be_claimed_by_others()
    {
        await using var cluster = await Silos.StartAsync(2, plan => plan.WithOptions(options =>
        {
            options.CollectionAge = TimeSpan.FromSeconds(10);
            options.CollectionQuantum = TimeSpan.FromSeconds(5);
        }));
        for (var key = 0; key < 10; key++) await cluster.Grain<IResident>($"r{key}").Count().Soon();
        Assert.Equal(10, cluster.Store.OwnedGroups);
        await cluster.AdvanceAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, cluster.Store.OwnedGroups);
        Assert.Equal(1, await cluster.Grain<IResident>("r3").Count().Soon());
    }

    [Fact]
    public void A_lease_must_leave_room_for_renewals()
    {
        var fault = new ClusterOptionsValidator().Validate(null, new ClusterOptions { LeaseTimeToLive = TimeSpan.FromSeconds(1) });
        Assert.Contains("Cluster:LeaseTimeToLive is 00:00:01", fault.FailureMessage, StringComparison.Ordinal);
    }
}
