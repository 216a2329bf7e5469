using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains;
using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.TestKit.Grains;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Cluster.Tests.Support;

/// <summary>The real grains on silos that share a journal in memory.</summary>
internal sealed class GamesCluster : IAsyncDisposable
{
    private readonly OrleansTestCluster _cluster;

    private GamesCluster(OrleansTestCluster cluster, MemoryJournal journal) => (_cluster, Journal) = (cluster, journal);

    public MemoryJournal Journal { get; }

    public OrleansTestCluster Cluster => _cluster;

    public static async Task<GamesCluster> StartAsync(short silos, int handOverMs = 0)
    {
        var journal = new MemoryJournal();
        return new(await OrleansTestCluster.StartAsync(
            services => services
                .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
                .AddSingleton(new Probe())
                .AddSingleton<Footprints>()
                .AddSingleton<IIncomingGrainCallFilter, Footprints.Filter>()
                .AddSingleton<ISessionJournal>(journal)
                .AddSingleton<IQuizLibrary>(new OneQuiz())
                .AddArenaGrains()
                .Configure<GameOptions>(game => game.HandOverMs = handOverMs),
            silos), journal);
    }

    public IGameSessionGrain Session(string code) => _cluster.Grains.GetGrain<IGameSessionGrain>(code);

    /// <summary>The silo that hosts the session.</summary>
    public IServiceProvider HomeOf(string code) =>
        _cluster.Silos.Single(silo => silo.GetRequiredService<LiveSessionRegistry>().Codes.Contains(code));

    public async Task<Guid> LaunchAsync(string code)
    {
        var id = Guid.NewGuid();
        Assert.True((await CallAsync(() => Session(code).Launch(new(
            id, OneQuiz.Id, WireJson.Body(new SessionSettings { GetReadyMs = 0, AutoAdvance = false }), Seed: 1)))).Accepted);
        return id;
    }

    /// <summary>A call as a gateway makes it: repeated, with the same operation id, for as long as its outcome is not known.</summary>
    public static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await call();
            }
            catch (Exception lost) when (lost is SiloUnavailableException or TimeoutException)
            {
                await Task.Yield();
            }
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    internal sealed class OneQuiz : IQuizLibrary
    {
        public static Guid Id { get; } = Guid.NewGuid();

        public Task<Quiz?> FindAsync(Guid quizId, ImmutableArray<Guid> drawn, CancellationToken cancel) => Task.FromResult<Quiz?>(new(Id, "One",
        [
            new SingleChoiceQuestion(Guid.NewGuid(), "Which?", [new("right", true), new("wrong", false)], 60_000, 1000),
        ]));
    }
}
