using System.Collections.Concurrent;
using Arena.Game;
using Arena.GrainInterfaces;
using Arena.Grains.Session;
using Arena.Runtime.TestingHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Grains.Tests;

/// <summary>The real grains on the real engine, with virtual time and a journal in memory.</summary>
internal sealed class GrainHouse : IAsyncDisposable
{
    public const string Code = "ABC123";

    private readonly TestCluster _cluster;
    private readonly ManualTimeProvider _time = new();

    private GrainHouse(Action<GameOptions>? configure, TimeSpan? collectionAge, short silos)
    {
        _cluster = new TestClusterBuilder(silos)
            .AddAssembly(typeof(IGameSessionGrain).Assembly)
            .AddAssembly(typeof(GameOptions).Assembly)
            .UseTimeProvider(_time)
            .ConfigureSilo(silo => silo
                .AddMemoryGrainStorage("arena")
                .Configure(engine => engine.CollectionAge = collectionAge ?? engine.CollectionAge))
            .ConfigureServices(services =>
            {
                services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
                services.AddArenaGrains();
                services.AddSingleton<ISessionJournal>(Journal);
                services.AddSingleton<IQuizLibrary>(new OneQuiz());
                services.Configure<GameOptions>(options => configure?.Invoke(options));
            })
            .Build();
    }

    public MemoryJournal Journal { get; } = new();

    public Guid SessionId { get; } = Guid.NewGuid();

    public IGrainFactory Grains => _cluster.GrainFactory;

    public IGameSessionGrain Session => Grains.GetGrain<IGameSessionGrain>(Code);

    /// <summary>The silo that the session lives on.</summary>
    public SiloHandle Home => _cluster.Silos.Single(silo =>
        silo.IsActive && silo.Services.GetRequiredService<SessionCensus>().Codes.Contains(Code));

    /// <summary>The others have declared a silo dead; it hears so when it renews its lease.</summary>
    public async Task FellAsync(SiloHandle silo)
    {
        await _cluster.Store.LeaveAsync(silo.Address!.Value, CancellationToken.None);
        while (!silo.HasFallen)
            await AdvanceAsync(100);
    }

    public Task StopAsync(SiloHandle silo) => _cluster.StopSiloAsync(silo);

    public Task KillAsync(SiloHandle silo) => _cluster.KillSiloAsync(silo);

    public static async Task<GrainHouse> OpenAsync(
        Action<GameOptions>? configure = null, TimeSpan? collectionAge = null, short silos = 1)
    {
        var house = new GrainHouse(configure, collectionAge, silos);
        await house._cluster.DeployAsync();
        return house;
    }

    public Task AdvanceAsync(int milliseconds) => _cluster.AdvanceAsync(TimeSpan.FromMilliseconds(milliseconds));

    public Task IdleAsync() => _cluster.WaitForIdleAsync();

    /// <summary>A launched session with so many players and, if wanted, its first question open.</summary>
    public async Task<Ear> LaunchAsync(int players, bool ask = true, SessionSettings? settings = null)
    {
        var launched = await Session.Launch(new(SessionId, OneQuiz.Id, WireJson.Body(settings ?? new() { GetReadyMs = 0 }), Seed: 1));
        Assert.True(launched.Accepted);
        var ear = new Ear();
        for (var seat = 0; seat < players; seat++)
            Assert.True((await Session.Join(new(Guid.NewGuid(), $"Player {seat}"))).Accepted);
        var reference = Grains.CreateObjectReference<ISessionObserver>(ear);
        Assert.True((await Session.Subscribe(SessionId, "gateway", reference, [.. Enumerable.Range(0, players)], hosts: 1)).Accepted);
        if (ask)
        {
            Assert.True((await CommandAsync(HostAction.Start, 0)).Accepted);
            await AdvanceAsync(1);
            await AdvanceAsync(700);
        }
        return ear;
    }

    public Task<Outcome<Done>> CommandAsync(HostAction action, int step, Guid? operation = null) =>
        Session.Command(SessionId, new(operation ?? Guid.NewGuid(), action, step, 0));

    public async Task<Outcome<Acknowledged>> AnswerAsync(int seat, Guid? operation = null, int choice = 0) =>
        (await Session.Answer(SessionId, [Submit(seat, operation, choice)]))[0];

    /// <summary>Stamped in the far future: the silo takes that for now.</summary>
    public static SubmitAnswer Submit(int seat, Guid? operation = null, int choice = 0) =>
        new(operation ?? Guid.NewGuid(), seat, Round: 0, choice, StampMs: long.MaxValue, LinkDelayMs: 0);

    /// <summary>
    /// Turns the clock by hand until something has ended that may itself wait for virtual time: a silo that stops and its sessions may ask
    /// somebody who will never answer. The clock moves only when nothing can run, and all is idle again in the end.
    /// </summary>
    public async Task WhileTimePassesAsync(Task what, int atMostMs)
    {
        for (var leftMs = atMostMs; leftMs > 0 && !what.IsCompleted; leftMs -= 10)
        {
            await AdvanceAsync(10);
            await Task.WhenAny(what, Task.Delay(1));
        }
        await what.WaitAsync(TimeSpan.FromSeconds(10));
        await IdleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await WhileTimePassesAsync(_cluster.StopAllSilosAsync(), atMostMs: 300_000);
        await _cluster.DisposeAsync();
    }
}

/// <summary>A gateway's ear that keeps what it hears.</summary>
internal sealed class Ear : ISessionObserver
{
    private readonly TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _moves;

    public ConcurrentQueue<SessionPush> Pushes { get; } = new();

    public IEnumerable<string> Phases => Pushes.Where(push => push.Session is not null).Select(push =>
        System.Text.Json.JsonDocument.Parse(push.Session!.Value.Utf8).RootElement.GetProperty("phase").GetProperty("kind").GetString()!);

    /// <summary>How often the session said that it leaves its silo.</summary>
    public int Moves => _moves;

    /// <summary>Completes when it has said so. Nobody waits for those who listen: a silo may have stopped before.</summary>
    public Task FirstMove => _moved.Task;

    /// <summary>What is done on hearing so.</summary>
    public Action? OnMoved { get; set; }

    public Task Pushed(SessionPush push)
    {
        Pushes.Enqueue(push);
        return Task.CompletedTask;
    }

    public Task Moved()
    {
        Interlocked.Increment(ref _moves);
        _moved.TrySetResult();
        OnMoved?.Invoke();
        return Task.CompletedTask;
    }
}

/// <summary>A library with one quiz of two questions, the first option of each being right.</summary>
internal sealed class OneQuiz : IQuizLibrary
{
    public const int TimeLimitMs = 20_000;

    public static Guid Id { get; } = Guid.NewGuid();

    public Task<Quiz?> FindAsync(Guid quizId, CancellationToken cancel) => Task.FromResult(quizId == Id ? Quiz : null);

    private static Quiz? Quiz => new(Id, "One", [.. Enumerable.Range(0, 2).Select(number => new Question(
        Guid.NewGuid(), QuestionType.SingleChoice, $"Question {number}", [new("right", true), new("wrong", false)], TimeLimitMs, 1000))]);
}
