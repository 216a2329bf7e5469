using Arena.Grains.Placement;
using Arena.TestKit.Grains;
using Arena.TestKit.IdleDetection;
using Arena.TestKit.VirtualTime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Cluster.Tests;

/// <summary>A grain that only silos of consumers may host.</summary>
public interface IConsuming : IGrainWithStringKey
{
    Task<SiloAddress> Home();
}

[SiloRole(SiloRole.Consumers)]
public sealed class ConsumingGrain(ILocalSiloDetails silo) : Grain, IConsuming
{
    public Task<SiloAddress> Home() => Task.FromResult(silo.SiloAddress);
}

/// <summary>A grain that only silos of games may host.</summary>
public interface IPlaying : IGrainWithStringKey
{
    Task<SiloAddress> Home();
}

[SiloRole(SiloRole.Games)]
public sealed class PlayingGrain(ILocalSiloDetails silo) : Grain, IPlaying
{
    public Task<SiloAddress> Home() => Task.FromResult(silo.SiloAddress);
}

public sealed class SiloRoleTests
{
    [Fact]
    public async Task Grains_are_placed_only_on_silos_of_their_role()
    {
        await using var cluster = await OrleansTestCluster.StartAsync(
            _ => { }, silos: 3, roles: number => number == 1 ? [SiloRole.Consumers] : [SiloRole.Games]);
        var consumers = Assert.Single(cluster.Silos.Select(AddressOf), silo => cluster.Silos.First().GetRequiredService<SiloRoles>().Has(silo, SiloRole.Consumers));
        for (var key = 0; key < 20; key++)
        {
            // Each silo places grains of both roles in turn.
            foreach (var (number, silo) in cluster.Silos.Index())
            {
                var grains = silo.GetRequiredService<IGrainFactory>();
                Assert.Equal(consumers, await grains.GetGrain<IConsuming>($"{key}.{number}").Home());
                Assert.NotEqual(consumers, await grains.GetGrain<IPlaying>($"{key}.{number}").Home());
            }
        }
    }

    /// <summary>Tests in virtual time rely on it: a placement also fails while a silo starts.</summary>
    [Fact]
    public async Task A_placement_that_failed_is_refused_while_virtual_time_stands()
    {
        await using var cluster = await OrleansTestCluster.StartAsync(
            services => services.TrackGrains(new IdleTracker(new ManualTimeProvider(DateTimeOffset.UnixEpoch))), roles: _ => [SiloRole.Games]);
        var failure = await Assert.ThrowsAnyAsync<OrleansException>(cluster.Grains.GetGrain<IConsuming>("0").Home);
        Assert.Contains("No active nodes are compatible", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("games,consumers", null)]
    [InlineData(" games ", null)]
    [InlineData("", "Arena:Silo:Roles is ''")]
    [InlineData("game", "Arena:Silo:Roles is 'game'; give one or more of games, consumers")]
    public void A_role_that_does_not_exist_stops_the_start(string roles, string? fault)
    {
        var result = new Hosting.Silos.ArenaSiloOptionsValidator().Validate(null, new() { Roles = roles });
        Assert.Equal(fault is null, result == ValidateOptionsResult.Success);
        Assert.Contains(fault ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    private static SiloAddress AddressOf(IServiceProvider silo) => silo.GetRequiredService<ILocalSiloDetails>().SiloAddress;
}
