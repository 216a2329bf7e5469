using Arena.Game;
using Arena.GrainInterfaces;
using Arena.Grains;
using Arena.Grains.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Arena.Cluster.Tests;

/// <summary>The real grains on three silos that share a journal in memory.</summary>
public sealed class GamesTests : IAsyncLifetime
{
    private static readonly string[] Codes = ["ABC123", "DEF456", "GHJ789", "KMN012", "PQR345"];

    private readonly MemoryJournal _journal = new();
    private OrleansTestCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await OrleansTestCluster.StartAsync(
        services => services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(new Probe())
            .AddSingleton<Footprints>()
            .AddSingleton<IIncomingGrainCallFilter, Footprints.Filter>()
            .AddSingleton<ISessionJournal>(_journal)
            .AddSingleton<IQuizLibrary>(new OneQuiz())
            .AddArenaGrains(),
        silos: 3);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task A_session_its_players_and_its_board_live_on_one_silo()
    {
        foreach (var code in Codes)
        {
            await LaunchAsync(code);
            await _cluster.Grains.GetGrain<IPlayerGrain>(PlayerKey.Of(code, 7)).RecordRoundTrip(20);
            await _cluster.Grains.GetGrain<ILeaderboardGrain>(code).Top(1);
            var home = HomeOf(code);
            Assert.True(home.Has($"player/{code}/7"));
            Assert.True(home.Has($"leaderboard/{code}"));
        }
    }

    [Fact]
    public async Task A_code_that_many_mistype_at_once_is_unknown_to_each_of_them()
    {
        for (var round = 0; round < 5; round++)
        {
            var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Session("XYZ999").Find()));
            Assert.All(replies, reply => Assert.Equal(Refusal.UnknownSession, reply.Refusal));
        }
    }

    /// <summary>With the directory's own lease players would wait some 24 s; <see cref="What_was_acknowledged_before_a_silo_died_is_answered_the_same_and_counts_once"/> shows what makes it needless.</summary>
    [Fact]
    public void The_directory_holds_no_session_of_a_dead_silo_back() => Assert.All(_cluster.Silos, silo =>
        Assert.Equal(TimeSpan.Zero, silo.GetRequiredService<IOptions<GrainDirectoryOptions>>().Value.RangeLeaseDuration));

    [Fact]
    public async Task What_was_acknowledged_before_a_silo_died_is_answered_the_same_and_counts_once()
    {
        var code = Codes[0];
        await LaunchAsync(code);
        var join = new JoinSession(Guid.NewGuid(), "Ada");
        var before = await Session(code).Join(join);
        Assert.True(before.Accepted);
        await _cluster.KillAsync(_cluster.Silos.Single(silo => silo.GetRequiredService<Footprints>().Has($"gamesession/{code}")));
        Assert.Equal(before.Value.Seat, (await JoinWhenReachableAsync(code, join)).Value!.Seat);
        Assert.Equal(1, _journal.Count(code, "playerJoined.1"));
    }

    /// <summary>As a gateway does: what cannot be reached, or does not answer, is asked again with the same operation id.</summary>
    private async Task<Outcome<Joined>> JoinWhenReachableAsync(string code, JoinSession join)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await Session(code).Join(join);
            }
            catch (Exception failed) when (failed is SiloUnavailableException or TimeoutException)
            {
                await Task.Yield();
            }
        }
    }

    private async Task LaunchAsync(string code) => Assert.True(
        (await Session(code).Launch(new(Guid.NewGuid(), OneQuiz.Id, WireJson.Body(new SessionSettings()), Seed: 1))).Accepted);

    private IGameSessionGrain Session(string code) => _cluster.Grains.GetGrain<IGameSessionGrain>(code);

    private Footprints HomeOf(string code) =>
        _cluster.Silos.Select(silo => silo.GetRequiredService<Footprints>()).Single(silo => silo.Has($"gamesession/{code}"));

    private sealed class OneQuiz : IQuizLibrary
    {
        public static Guid Id { get; } = Guid.NewGuid();

        public Task<Quiz?> FindAsync(Guid quizId, CancellationToken cancel) => Task.FromResult<Quiz?>(new(Id, "One",
        [
            new Question(Guid.NewGuid(), QuestionType.SingleChoice, "Which?", [new("right", true), new("wrong", false)], 20_000, 1000),
        ]));
    }
}
