using Arena.Cluster.Tests.Support;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Arena.Cluster.Tests;

/// <summary>The real grains on three silos that share a journal in memory.</summary>
public sealed class GamesTests : IAsyncLifetime
{
    private static readonly string[] Codes = ["ABC123", "DEF456", "GHJ789", "KMN012", "PQR345"];

    private GamesCluster _games = null!;

    public async ValueTask InitializeAsync() => _games = await GamesCluster.StartAsync(silos: 3);

    public ValueTask DisposeAsync() => _games.DisposeAsync();

    [Fact]
    public async Task A_session_and_its_players_live_on_one_silo()
    {
        foreach (var code in Codes)
        {
            await _games.LaunchAsync(code);
            await _games.Cluster.Grains.GetGrain<IPlayerGrain>(PlayerKey.Of(code, 7)).RecordRoundTrip(20);
            var home = _games.HomeOf(code).GetRequiredService<Footprints>();
            Assert.True(home.Has($"player/{code}/7"));
        }
    }

    [Fact]
    public async Task A_code_that_many_mistype_at_once_is_unknown_to_each_of_them()
    {
        for (var round = 0; round < 5; round++)
        {
            var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => GamesCluster.CallAsync(() => _games.Session("XYZ999").Find())));
            Assert.All(replies, reply => Assert.Equal(GameErrorCode.UnknownSession, reply.Refusal));
        }
    }

    /// <summary>With the directory's own lease players would wait some 24 s; <see cref="A_command_acknowledged_before_a_silo_failure_gets_the_same_answer_and_counts_once"/> shows what makes it needless.</summary>
    [Fact]
    public void The_directory_holds_no_session_of_a_dead_silo_back() => Assert.All(_games.Cluster.Silos, silo =>
        Assert.Equal(TimeSpan.Zero, silo.GetRequiredService<IOptions<GrainDirectoryOptions>>().Value.RangeLeaseDuration));

    [Fact]
    public async Task A_command_acknowledged_before_a_silo_failure_gets_the_same_answer_and_counts_once()
    {
        var code = Codes[0];
        await _games.LaunchAsync(code);
        var join = new JoinSession(Guid.NewGuid(), "Ada");
        var before = await GamesCluster.CallAsync(() => _games.Session(code).Join(join));
        Assert.True(before.Accepted);
        await _games.Cluster.KillAsync(_games.HomeOf(code));
        Assert.Equal(before.Value.Seat, (await GamesCluster.CallAsync(() => _games.Session(code).Join(join))).Value!.Seat);
        Assert.Equal(1, _games.Journal.Count(code, "playerJoined.1"));
    }
}
