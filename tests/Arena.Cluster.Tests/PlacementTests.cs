using System.Net;
using Arena.Grains.Placement;

namespace Arena.Cluster.Tests;

public sealed class PlacementTests
{
    private static readonly SiloAddress[] Silos = [.. Enumerable.Range(0, 5).Select(i => SiloAddress.New(new(IPAddress.Loopback, 11_111 + i), 1))];
    private static readonly string[] Groups = [.. Enumerable.Range(0, 1_000).Select(i => $"CODE{i:D4}")];

    [Fact]
    public void The_players_of_a_session_are_of_its_group()
    {
        Assert.Equal("ABC123", GamePlacement.GroupOf(GrainId.Create("gamesession", "ABC123")));
        Assert.Equal("ABC123", GamePlacement.GroupOf(GrainId.Create("player", "ABC123/7")));
    }

    [Fact]
    public void The_placement_does_not_depend_on_the_order_of_the_silos() => Assert.All(Groups, group =>
        Assert.Equal(GamePlacementDirector.Choose(group, Silos), GamePlacementDirector.Choose(group, [.. Silos.Reverse()])));

    [Fact]
    public void Every_silo_gets_its_share() => Assert.All(
        Silos, silo => Assert.InRange(Groups.Count(group => GamePlacementDirector.Choose(group, Silos).Equals(silo)), 150, 250));

    [Fact]
    public void A_silo_that_leaves_moves_only_its_own_share() => Assert.All(Groups, group =>
    {
        var before = GamePlacementDirector.Choose(group, Silos);
        var after = GamePlacementDirector.Choose(group, Silos[1..]);
        Assert.Equal(before.Equals(Silos[0]), !after.Equals(before));
    });
}
