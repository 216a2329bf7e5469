using Arena.Game;
using Arena.Game.Commands;
using Arena.GrainInterfaces;
using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Arena.TestKit.Grains;
using Arena.TestKit.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Arena.Grains.Tests;

/// <summary>The real grains on simulated silos: a test takes milliseconds.</summary>
internal sealed class SimulatedFixture : GrainFixture
{
    private readonly DeterministicScheduler _scheduler = new(seed: 1);
    private readonly SimulatedCluster _cluster;
    private SimulatedClient _client = null!;

    private SimulatedFixture(Action<GameOptions> configure) => _cluster = new(_scheduler, new()
    {
        Grains = [typeof(GameOptions).Assembly],
        ConfigureSilo = (services, silo) =>
        {
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
            services.AddArenaGrains();
            services.AddSingleton<ISessionJournal>(Journal);
            services.AddSingleton<IQuizLibrary>(new OneQuiz());
            services.AddSingleton<IBoardLines>(Boards);
            services.AddSingleton<INextSilo>(new SimulatedNextSilo(silo));
            services.Configure(configure);
        },
    });

    public GivenBoardLines Boards { get; } = new();

    public override IGrainFactory Grains => _client.GrainFactory;

    public SimulatedCluster Cluster => _cluster;

    /// <summary>The silo that the session lives on.</summary>
    public SimulatedSilo Home => _cluster.Silos.Single(silo => silo.IsActive && silo.Has($"gamesession/{Code}"));

    /// <summary>Runs a test on one silo.</summary>
    public static void Run(Func<SimulatedFixture, Task> test) => Run(_ => { }, test);

    /// <summary>Runs a test to its end.</summary>
    public static void Run(Action<GameOptions> configure, Func<SimulatedFixture, Task> test, int silos = 1)
    {
        var fixture = new SimulatedFixture(configure);
        fixture._scheduler.Run(async () =>
        {
            for (var number = 0; number < silos; number++)
                await fixture._cluster.AddSilo().StartAsync();
            fixture._client = fixture._cluster.AddClient("client");
            fixture._cluster.Watch();
            await test(fixture);
            fixture._cluster.End();
        });
        Assert.Empty(fixture._cluster.Unobserved);
    }

    public override Task AdvanceAsync(int milliseconds) => _scheduler.AdvanceAsync(TimeSpan.FromMilliseconds(milliseconds));

    public override Task IdleAsync() => _scheduler.WhenIdle();

    /// <summary>Another silo takes the session over, decides a command, and dies: the activation here does not know.</summary>
    public async Task DecideElsewhereAsync(GameCommand command)
    {
        var opened = await Journal.OpenSessionAsync(Code, NullLogger.Instance, CancellationToken.None);
        var accepted = Assert.IsType<Decision.Accepted>(Decider.Decide(opened!.State, command, opened.LastAtMs));
        JournalAppend append = new(SessionId, opened.Epoch, opened.Version, [.. accepted.Events.Select(EventCodec.Write)]);
        Assert.Equal(AppendResult.Appended, await Journal.AppendAsync(append, CancellationToken.None));
    }

    /// <summary>Another silo launches the session, takes a player in, and dies.</summary>
    public async Task LaunchElsewhereAsync(LaunchSession launch, string nickname)
    {
        var quiz = await new OneQuiz().FindAsync(launch.QuizId, [], CancellationToken.None);
        var launched = Assert.IsType<Decision.Accepted>(Decider.Decide(
            null, new GameCommand.Launch(SessionId, Code, quiz!, new(), launch.Seed), _scheduler.Time.GetUtcNow().ToUnixTimeMilliseconds()));
        NewSession session = new(SessionId, Code, launch.QuizId, "{}", launched.Events[0].AtMs);
        Assert.Equal(CreateResult.Created, await Journal.CreateAsync(session, EventCodec.Write(launched.Events[0]), CancellationToken.None));
        await DecideElsewhereAsync(new GameCommand.Join(Guid.NewGuid(), nickname));
    }

    /// <summary>Waits for something, but not for longer than so much virtual time.</summary>
    public Task WithinAsync(int milliseconds, Task what) => what.WaitAsync(TimeSpan.FromMilliseconds(milliseconds), _scheduler.Time);
}
