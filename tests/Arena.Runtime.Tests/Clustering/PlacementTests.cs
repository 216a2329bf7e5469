namespace Arena.Runtime.Tests;

public sealed class PlacementTests
{
    [Fact]
    public void Equal_silos_get_about_equal_shares()
    {
        var view = View(0, 0, 0);
        var shares = Enumerable.Range(0, 9_000).Select(key => Placement.Choose($"K{key}", view)!.Value).CountBy(silo => silo).ToArray();
        Assert.Equal(3, shares.Length);
        Assert.All(shares, share => Assert.InRange(share.Value, 2_700, 3_300));
    }

    [Fact]
    public void A_silo_that_leaves_moves_only_its_own_share()
    {
        var three = View(0, 0, 0);
        var two = three with { Silos = three.Silos[..2] };
        foreach (var key in Enumerable.Range(0, 1_000).Select(key => $"K{key}"))
        {
            var before = Placement.Choose(key, three)!.Value;
            if (before != three.Silos[2].Address) Assert.Equal(before, Placement.Choose(key, two));
        }
    }

    [Fact]
    public void A_silo_with_less_load_draws_more()
    {
        var view = View(100, 100, 0);
        var onEmpty = Enumerable.Range(0, 3_000).Count(key => Placement.Choose($"K{key}", view) == view.Silos[2].Address);
        Assert.InRange(onEmpty, 1_300, 2_200);
    }

    [Fact]
    public void Draining_and_overdue_silos_get_nothing()
    {
        var view = View(0, 0, 0);
        view = view with { Silos = view.Silos.SetItem(0, view.Silos[0] with { State = SiloState.Draining }), Overdue = [view.Silos[1].Address] };
        Assert.All(Enumerable.Range(0, 100), key => Assert.Equal(view.Silos[2].Address, Placement.Choose($"K{key}", view)));
        Assert.Null(Placement.Choose("K", MembershipView.Empty));
    }

    [Theory]
    [InlineData("10.0.0.7:11111@42", true)]
    [InlineData("[::1]:11111@42", true)]
    [InlineData("10.0.0.7:11111", false)]
    [InlineData(":1@2", false)]
    [InlineData("host:x@2", false)]
    [InlineData("", false)]
    public void An_address_is_read_as_it_is_written(string text, bool isOne)
    {
        Assert.Equal(isOne, SiloAddress.TryParse(text, out var address));
        if (isOne) Assert.Equal(text, address.ToString());
    }

    private static MembershipView View(params int[] loads) => new(
        1, [.. loads.Select((load, i) => new SiloEntry(new SiloAddress("host", 11111 + i, i + 1), SiloState.Active, load))], []);
}
