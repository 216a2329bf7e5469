using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.TestKit.Grains;

namespace Arena.Grains.Tests;

/// <summary>The real grains with virtual time and a journal in memory: on a simulated silo, or on Orleans where a test depends on it.</summary>
internal abstract class GrainFixture
{
    public const string Code = "ABC123";

    private readonly List<ISessionObserver> _observers = [];

    public MemoryJournal Journal { get; } = new();

    public Guid SessionId { get; } = Guid.NewGuid();

    public abstract IGrainFactory Grains { get; }

    public IGameSessionGrain Session => Grains.GetGrain<IGameSessionGrain>(Code);

    /// <summary>Lets time pass, with all that it leads to.</summary>
    public abstract Task AdvanceAsync(int milliseconds);

    /// <summary>Waits until nothing runs: remaining tasks wait for time, or for nothing.</summary>
    public abstract Task IdleAsync();

    /// <summary>A launched session with so many players and, if wanted, its first question open.</summary>
    public async Task<Ear> LaunchAsync(int players, bool ask = true, SessionSettings? settings = null)
    {
        var launched = await Session.Launch(new(SessionId, OneQuiz.Id, WireJson.Body(settings ?? new() { GetReadyMs = 0 }), Seed: 1));
        Assert.True(launched.Accepted);
        var ear = new Ear();
        for (var seat = 0; seat < players; seat++)
            Assert.True((await Session.Join(new(Guid.NewGuid(), $"Player {seat}"))).Accepted);
        Assert.True((await Session.Subscribe(SessionId, "gateway", Observe(ear), [.. Enumerable.Range(0, players)], hosts: 1)).Accepted);
        if (ask)
        {
            Assert.True((await CommandAsync(new HostAction.Start(), 0)).Accepted);
            await AdvanceAsync(1);
            await AdvanceAsync(700);
        }
        return ear;
    }

    /// <summary>Registers an observer, which lives as long as this does: Orleans holds it weakly, and loses what it sends to one that was collected.</summary>
    public ISessionObserver Observe(ISessionObserver observer)
    {
        _observers.Add(observer);
        return Grains.CreateObjectReference<ISessionObserver>(observer);
    }

    public Task<Outcome<Done>> CommandAsync(HostAction action, int step, Guid? operation = null) =>
        Session.Command(SessionId, HostCommand.For(operation ?? Guid.NewGuid(), step, action));

    public async Task<Outcome<Acknowledged>> AnswerAsync(int seat, Guid? operation = null, int choice = 0) =>
        (await Session.Answer(SessionId, [Submit(seat, operation, choice)]))[0];

    /// <summary>Stamped in the far future: the silo takes that for now.</summary>
    public static SubmitAnswer Submit(int seat, Guid? operation = null, int choice = 0) =>
        new(operation ?? Guid.NewGuid(), seat, Round: 0, choice, StampMs: long.MaxValue, LinkDelayMs: 0);
}
