namespace Arena.Runtime.Tests;

/// <summary>What every cluster store holds; see <see cref="IClusterStore"/>.</summary>
public abstract class ClusterStoreContract : IAsyncLifetime
{
    /// <summary>A lease that <see cref="LetShortLeasesRunOutAsync"/> ends.</summary>
    protected static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    /// <summary>A lease that outlives the test.</summary>
    protected static readonly TimeSpan Long = TimeSpan.FromHours(1);

    protected static readonly CancellationToken None = CancellationToken.None;

    protected IClusterStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await OpenAsync();
        await Store.PrepareAsync(None);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nobody_is_there_at_first()
    {
        var view = await Store.ReadAsync(None);

        Assert.Empty(view.Silos);
        Assert.Empty(view.Overdue);
    }

    [Fact]
    public async Task Who_has_joined_is_seen_in_order_with_state_and_load()
    {
        var second = await Store.JoinAsync("b", 1, Long, None);
        var third = await Store.JoinAsync("b", 2, Long, None);
        var first = await Store.JoinAsync("B", 9, Long, None);
        Assert.True(await Store.RenewAsync(third, 42, Long, None));

        var view = await Store.ReadAsync(None);

        Assert.Equal(
            [new SiloEntry(first, SiloState.Active, 0), new(second, SiloState.Active, 0), new(third, SiloState.Active, 42)], view.Silos);
        Assert.Equal(("b", 1), (second.Host, second.Port));
        Assert.True(second.Generation < third.Generation && third.Generation < first.Generation);
    }

    [Fact]
    public async Task The_version_grows_with_who_is_there_in_which_state_and_with_nothing_else()
    {
        var versions = new List<long>();
        await NoteAsync();
        var silo = await Store.JoinAsync("a", 1, Long, None);
        await NoteAsync();
        await Store.RenewAsync(silo, 1, Long, None);
        await Store.ClaimAsync(["g"], silo, None);
        await Store.DeclareDeadAsync(silo, None);
        await NoteAsync();
        await Store.DrainAsync(silo, None);
        await NoteAsync();
        await Store.DrainAsync(silo, None);
        await NoteAsync();
        await Store.LeaveAsync(silo, None);
        await NoteAsync();
        await Store.LeaveAsync(silo, None);
        await NoteAsync();
        var other = await Store.JoinAsync("a", 2, Short, None);
        await NoteAsync();
        await LetShortLeasesRunOutAsync();
        await NoteAsync();
        await Store.DeclareDeadAsync(other, None);
        await NoteAsync();

        Assert.Equal([1, 0, 1, 0, 1, 0, 1, 0, 1], versions.Zip(versions.Skip(1), (before, after) => after - before));

        async Task NoteAsync() => versions.Add((await Store.ReadAsync(None)).Version);
    }

    [Fact]
    public async Task A_lease_lasts_from_its_last_renewal()
    {
        var prolonged = await Store.JoinAsync("a", 1, Short, None);
        var shortened = await Store.JoinAsync("a", 2, Long, None);
        Assert.True(await Store.RenewAsync(prolonged, 0, Long, None));
        Assert.True(await Store.RenewAsync(shortened, 0, Short, None));

        await LetShortLeasesRunOutAsync();

        Assert.Equal([shortened], (await Store.ReadAsync(None)).Overdue);
    }

    [Fact]
    public async Task A_renewal_never_resurrects()
    {
        var silo = await Store.JoinAsync("a", 1, Short, None);
        await LetShortLeasesRunOutAsync();

        Assert.False(await Store.RenewAsync(silo, 0, Long, None));

        Assert.Equal([silo], (await Store.ReadAsync(None)).Overdue);
        Assert.True(await Store.DeclareDeadAsync(silo, None));
        Assert.False(await Store.RenewAsync(silo, 0, Long, None));
    }

    [Fact]
    public async Task Only_whose_lease_has_run_out_can_be_declared_dead_and_dead_is_terminal()
    {
        var living = await Store.JoinAsync("a", 1, Long, None);
        var dying = await Store.JoinAsync("a", 2, Short, None);
        Assert.False(await Store.DeclareDeadAsync(dying, None));
        await LetShortLeasesRunOutAsync();

        Assert.False(await Store.DeclareDeadAsync(living, None));
        Assert.True(await Store.DeclareDeadAsync(dying, None));
        Assert.True(await Store.DeclareDeadAsync(dying, None));

        Assert.Equal([living], (await Store.ReadAsync(None)).Silos.Select(entry => entry.Address));
        Assert.False(await Store.RenewAsync(dying, 0, Long, None));
        Assert.Equal([null], await Store.ClaimAsync(["g"], dying, None));
        await Store.DrainAsync(dying, None);
        await Store.LeaveAsync(dying, None);
        Assert.Equal([living], (await Store.ReadAsync(None)).Silos.Select(entry => entry.Address));
    }

    [Fact]
    public async Task A_new_life_ends_the_earlier_ones_at_its_endpoint_and_is_not_taken_for_them()
    {
        var earlier = await Store.JoinAsync("a", 1, Long, None);
        var neighbour = await Store.JoinAsync("a", 2, Long, None);
        await Store.ClaimAsync(["g"], earlier, None);

        var later = await Store.JoinAsync("a", 1, Long, None);

        Assert.True(later.Generation > earlier.Generation);
        Assert.Equal([later, neighbour], (await Store.ReadAsync(None)).Silos.Select(entry => entry.Address));
        Assert.False(await Store.RenewAsync(earlier, 0, Long, None));
        Assert.True(await Store.DeclareDeadAsync(earlier, None));
        Assert.Equal(neighbour, (await Store.ClaimAsync(["g"], neighbour, None))[0]!.Silo);
        Assert.False(await Store.RenewAsync(later with { Host = "b" }, 0, Long, None));
    }

    [Fact]
    public async Task Who_claims_first_owns_and_the_others_are_told()
    {
        var one = await Store.JoinAsync("a", 1, Long, None);
        var other = await Store.JoinAsync("a", 2, Long, None);

        var owned = await Store.ClaimAsync(["x", "y"], one, None);
        var told = await Store.ClaimAsync(["z", "y", "x"], other, None);

        Assert.All(owned, owner => Assert.Equal(one, owner!.Silo));
        Assert.Equal([other, one, one], told.Select(owner => owner!.Silo));
        Assert.Equal([owned[1], owned[0]], told.Skip(1));
        Assert.Equal(owned, await Store.ClaimAsync(["x", "y"], one, None));
        Assert.Empty(await Store.ClaimAsync([], one, None));
    }

    [Fact]
    public async Task A_lease_that_runs_out_moves_nothing_until_its_silo_is_declared_dead()
    {
        var dying = await Store.JoinAsync("a", 1, Short, None);
        var heir = await Store.JoinAsync("a", 2, Long, None);
        var owned = await Store.ClaimAsync(["g"], dying, None);
        await LetShortLeasesRunOutAsync();

        Assert.Equal(owned, await Store.ClaimAsync(["g"], heir, None));
        Assert.Equal([owned[0], null], await Store.ClaimAsync(["g", "another"], dying, None));

        await Store.DeclareDeadAsync(dying, None);
        var inherited = (await Store.ClaimAsync(["g"], heir, None))[0]!;
        Assert.Equal(heir, inherited.Silo);
        Assert.True(inherited.Epoch > owned[0]!.Epoch);
    }

    [Fact]
    public async Task What_is_released_can_be_claimed_with_a_higher_epoch()
    {
        var one = await Store.JoinAsync("a", 1, Long, None);
        var other = await Store.JoinAsync("a", 2, Long, None);
        var epoch = 0L;
        foreach (var silo in (SiloAddress[])[one, other, one, one])
        {
            var owner = (await Store.ClaimAsync(["g"], silo, None))[0]!;
            Assert.Equal(silo, owner.Silo);
            Assert.True(owner.Epoch > epoch);
            epoch = owner.Epoch;
            await Store.ReleaseAsync(["g", "never claimed"], silo, None);
        }
    }

    [Fact]
    public async Task Nobody_releases_what_another_one_owns()
    {
        var one = await Store.JoinAsync("a", 1, Long, None);
        var other = await Store.JoinAsync("a", 2, Long, None);
        var owned = await Store.ClaimAsync(["g"], one, None);

        await Store.ReleaseAsync(["g"], other, None);

        Assert.Equal(owned, await Store.ClaimAsync(["g"], other, None));
    }

    [Fact]
    public async Task A_draining_silo_keeps_what_it_has_and_takes_no_more()
    {
        var silo = await Store.JoinAsync("a", 1, Long, None);
        var owned = await Store.ClaimAsync(["g"], silo, None);

        await Store.DrainAsync(silo, None);

        Assert.Equal([new SiloEntry(silo, SiloState.Draining, 0)], (await Store.ReadAsync(None)).Silos);
        Assert.Equal([owned[0], null], await Store.ClaimAsync(["g", "another"], silo, None));
        Assert.True(await Store.RenewAsync(silo, 0, Long, None));
        Assert.Equal(SiloState.Draining, (await Store.ReadAsync(None)).Silos[0].State);
    }

    [Fact]
    public async Task Who_leaves_gives_up_all_at_once()
    {
        var leaving = await Store.JoinAsync("a", 1, Long, None);
        var heir = await Store.JoinAsync("a", 2, Long, None);
        await Store.ClaimAsync(["x", "y"], leaving, None);

        await Store.LeaveAsync(leaving, None);

        Assert.Equal([heir], (await Store.ReadAsync(None)).Silos.Select(entry => entry.Address));
        Assert.All(await Store.ClaimAsync(["x", "y"], heir, None), owner => Assert.Equal(heir, owner!.Silo));
        Assert.Equal(heir, (await Store.ClaimAsync(["x"], leaving, None))[0]!.Silo);
        Assert.False(await Store.RenewAsync(leaving, 0, Long, None));
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_owns()
    {
        var silos = new List<SiloAddress>();
        for (var port = 1; port <= 20; port++) silos.Add(await Store.JoinAsync("a", port, Long, None));
        for (var round = 0; round < 10; round++)
        {
            string[] groups = [$"x{round}", $"y{round}", $"z{round}"];

            // In different orders, which must not make them wait for each other.
            var answers = await Task.WhenAll(silos.Select((silo, i) => Task.Run(async () =>
            {
                var order = groups.Skip(i % 3).Concat(groups.Take(i % 3)).ToList();
                var owners = await Store.ClaimAsync(order, silo, None);
                return order.Zip(owners).ToDictionary(pair => pair.First, pair => pair.Second);
            })));

            foreach (var group in groups) Assert.NotNull(Assert.Single(answers.Select(answer => answer[group]).Distinct()));
        }
    }

    [Fact]
    public async Task Epochs_grow_however_claims_and_releases_cross()
    {
        var silos = new List<SiloAddress>();
        for (var port = 1; port <= 4; port++) silos.Add(await Store.JoinAsync("a", port, Long, None));
        var gate = new Lock();
        var last = 0L;
        var turns = 0;

        await Task.WhenAll(silos.Select(silo => Task.Run(async () =>
        {
            for (var round = 0; round < 50; round++)
            {
                var owner = (await Store.ClaimAsync(["g", $"mine {silo.Port}"], silo, None))[0]!;
                if (owner.Silo != silo) continue;
                lock (gate)
                {
                    // Between the answer to the claim and the release nobody else owns it.
                    Assert.True(owner.Epoch > last, $"{owner.Epoch} after {last}");
                    last = owner.Epoch;
                    turns++;
                }

                await Store.ReleaseAsync(["g"], silo, None);
            }
        })));

        Assert.True(turns > 0);
    }

    [Fact]
    public async Task Who_was_renewed_is_not_declared_dead_at_the_same_time()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var silo = await Store.JoinAsync("a", 1, TimeSpan.FromMicroseconds(random.Next(1, 4_000)), None);

            var renewal = Task.Run(() => Store.RenewAsync(silo, 0, Long, None));
            var death = Task.Run(() => Store.DeclareDeadAsync(silo, None));

            Assert.False(await renewal && await death, $"seed {seed}");
            Assert.Equal(!await death, (await Store.ReadAsync(None)).Silos.Any(entry => entry.Address == silo));
        }
    }

    [Fact]
    public async Task Two_that_are_not_dead_never_own_one_group()
    {
        var heir = await Store.JoinAsync("heir", 1, Long, None);
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var group = $"g{seed}";
            var dying = await Store.JoinAsync("dying", 1, TimeSpan.FromMicroseconds(random.Next(1, 8_000)), None);

            var claim = Task.Run(() => Store.ClaimAsync([group], dying, None));
            var death = Task.Run(() => Store.DeclareDeadAsync(dying, None));
            var inheritance = Task.Run(() => Store.ClaimAsync([group], heir, None));

            var (owned, inherited) = ((await claim)[0], (await inheritance)[0]!);
            if (owned?.Silo == dying && inherited.Silo == heir)
                Assert.True(await death && inherited.Epoch > owned.Epoch, $"seed {seed}: {owned} and {inherited}");
            if (await death) Assert.Equal(heir, (await Store.ClaimAsync([group], heir, None))[0]!.Silo);
            else Assert.Equal((await Store.ClaimAsync([group], heir, None))[0], inherited);
        }
    }

    /// <summary>An empty store.</summary>
    protected abstract Task<IClusterStore> OpenAsync();

    /// <summary>Ends the leases of <see cref="Short"/>, and no others.</summary>
    protected abstract Task LetShortLeasesRunOutAsync();

    protected virtual Task CloseAsync() => Task.CompletedTask;
}
