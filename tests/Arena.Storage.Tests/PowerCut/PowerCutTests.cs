namespace Arena.Storage.Tests.PowerCut;

/// <summary>
/// The power is cut while SQLite writes. The environment variable <c>ARENA_POWER_SEED</c> set to the seed that a failure prints cuts at the same
/// operations again.
/// </summary>
public sealed class PowerCutTests
{
    public static TheoryData<int> Seeds => new(
        1, 2, 3, int.TryParse(Environment.GetEnvironmentVariable("ARENA_POWER_SEED"), out var given) ? given : Random.Shared.Next(1_000, int.MaxValue));

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Acknowledged_events_survive_a_power_cut_for_any_subset_of_unsynced_sectors(int seed)
    {
        await using var campaign = new PowerCutCampaign(seed);

        await campaign.RunAsync();

        Assert.InRange(campaign.Cuts, 50, int.MaxValue);
        Assert.Empty(campaign.Losses);
    }

    /// <summary>Otherwise the test above would prove nothing.</summary>
    [Fact]
    public async Task Without_syncs_acknowledged_answers_are_lost()
    {
        await using var campaign = new PowerCutCampaign(seed: 1, synced: false);

        await campaign.RunAsync();

        Assert.Contains(campaign.Losses, loss => loss.Contains("was acknowledged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_seed_cuts_at_the_same_operations_again()
    {
        await using var one = new PowerCutCampaign(seed: 4);
        await using var other = new PowerCutCampaign(seed: 4);

        await one.RunAsync();
        await other.RunAsync();

        Assert.Equal(one.Operations, other.Operations);
        Assert.Equal(one.Cuts, other.Cuts);
        Assert.Contains(one.Operations, operation => operation.StartsWith("write arena.db ", StringComparison.Ordinal));
    }
}
