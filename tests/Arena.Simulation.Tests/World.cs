using Arena.Grains;
using Arena.Grains.Configuration;
using Arena.Grains.Ports;
using Arena.TestKit.Grains;
using Arena.Simulation.Tests.Browsers;
using Arena.Simulation.Tests.Checks;
using Arena.Simulation.Tests.Faults;
using Arena.Simulation.Tests.Gateways;
using Arena.Simulation.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Simulation.Tests;

/// <summary>
/// A cluster with all its clients, on one thread and in virtual time: the real grains on simulated silos; gateways, browsers and the
/// database in memory; and a nemesis. The same seed gives the same run.
/// </summary>
internal sealed class World
{
    /// <summary>Once all faults are repaired, a game must end within this: subscriptions and timeouts expire, then it resumes.</summary>
    private static readonly TimeSpan LongestGame = TimeSpan.FromSeconds(90);

    /// <summary>Once all faults are repaired, every call is answered within this time.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);

    private static readonly IConfiguration NoConfiguration = new ConfigurationBuilder().Build();

    private readonly Draws _draws;
    private readonly JournalWatch _journalWatch;
    private readonly List<SimulatedGateway> _gateways = [];
    private readonly List<SimulatedSession> _sessions = [];
    private readonly List<(Guid Session, Reader Reader)> _readers = [];
    private readonly List<Browser> _browsers = [];
    private readonly List<string> _notes = [];
    private readonly HashSet<SimulatedSilo> _replaced = [];
    private bool _isOver;

    public World(WorldPlan plan, PlantedBugs bugs)
    {
        (Plan, Bugs) = (plan, bugs);
        Scheduler = new DeterministicScheduler(plan.Seed);
        _draws = new Draws(plan.Seed, "world");
        Violations = new Violations(Scheduler.Time);
        Ledger = new Ledger(Violations, Reach);
        _journalWatch = new JournalWatch(Violations, Reach, OwnersOf);
        Journal = new MemoryJournal { Fences = !bugs.JournalWithoutFence };
        Cluster = Build();
    }

    public WorldPlan Plan { get; }

    public PlantedBugs Bugs { get; }

    public DeterministicScheduler Scheduler { get; }

    public Violations Violations { get; }

    public Ledger Ledger { get; }

    public Reach Reach { get; } = new();

    public MemoryJournal Journal { get; }

    public SimulatedCluster Cluster { get; }

    public IReadOnlyList<SimulatedGateway> Gateways => _gateways;

    public List<SimulatedGateway> GatewaysUp => _gateways.FindAll(gateway => gateway.IsUp);

    public List<SimulatedProcess> Processes =>
        [.. Cluster.Silos.Select(silo => silo.Process).Concat(Cluster.Clients.Select(client => client.Process)).Where(process => !process.IsDead)];

    /// <summary>Whether no fault is injected any more.</summary>
    public bool IsMended { get; set; }

    public IReadOnlyList<Guid> Sessions => [.. _sessions.Select(session => session.Id)];

    public IReadOnlyList<(Guid Session, Reader Reader)> Readers => _readers;

    public IReadOnlyList<JournalAppend> Appends => _journalWatch.Appends;

    /// <summary>The injected faults, and their times.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>All that happened, for comparison.</summary>
    public IEnumerable<string> Trace => [.. _notes, .. _journalWatch.Trace, .. Ledger.Trace, $"{Scheduler.Steps} steps, {Scheduler.Fingerprint:X}"];

    public void Note(string what) => _notes.Add($"{Scheduler.Time.GetElapsedTime(0).TotalSeconds:F3} s: {what}");

    /// <summary>Plays all games to their end. What must never be is in <see cref="Violations"/> then.</summary>
    public void Run() => Scheduler.Run(async () =>
    {
        for (var number = 0; number < Plan.Silos; number++)
            await Cluster.AddSilo().StartAsync();
        Cluster.Watch();
        for (var number = 0; number < Plan.Gateways; number++)
            await StartGatewayAsync();
        for (var number = 0; number < Plan.Sessions; number++)
            _sessions.Add(new($"GAME{number}", _draws.Id()));
        var games = Task.WhenAll(_sessions.Select(PlayAsync));
        var supervision = SuperviseAsync();
        await new Nemesis(this).RunAsync();
        await WithinAsync(games, LongestGame, "progress", () => string.Join("; ", _browsers.Where(browser => browser.Doing != "over").Select(browser => $"{browser.Name} is {browser.Doing}").Concat(Cluster.Silos.Where(silo => !silo.Process.IsDead).Select(silo => $"{silo}"))));
        if (Violations.Seen.Count == 0)
            await WithinAsync(new Verdict(this).PassAsync(), LongestAnswer, "answer to the last questions", () => "none came");
        _isOver = true;
        if (Violations.Seen.Count == 0)
            await WithinAsync(supervision, LongestStop, "replacement of what fell", () => "it goes on");
        if (Violations.Seen.Count == 0)
            await WithinAsync(Cluster.StopAllSilosAsync(), LongestStop, "the graceful stop", () => "it has not ended");
        Cluster.End();
        foreach (var failed in Cluster.Unobserved)
            Violations.Add($"a grain failed where no caller sees it: {failed}");
    });

    public Reader OpenReader(Guid session, string name)
    {
        var reader = new Reader(name, Bugs.ReadersTakeAll, Reach);
        _readers.Add((session, reader));
        return reader;
    }

    /// <summary>Starts a silo, and another one if that fails, until one runs.</summary>
    public async Task StartSiloAsync()
    {
        while (true)
        {
            var silo = Cluster.AddSilo();
            try
            {
                await silo.StartAsync();
                Note($"{silo.Name} has started");
                return;
            }
            catch (ProcessEndedException failed)
            {
                Note($"{silo.Name} could not start: {failed.Message}");
                await Task.Delay(TimeSpan.FromMilliseconds(500), Scheduler.Time);
            }
        }
    }

    /// <summary>Stops a silo as a service manager does: gracefully, and by force if that takes too long.</summary>
    public async Task StopSiloAsync(SimulatedSilo silo)
    {
        try
        {
            await silo.StopAsync().WaitAsync(LongestStop, Scheduler.Time);
        }
        catch (Exception failed) when (failed is TimeoutException or ProcessEndedException)
        {
            Note($"{silo.Name} did not stop by itself: {failed.Message}");
        }
        silo.Kill();
    }

    public async Task StartGatewayAsync()
    {
        while (true)
        {
            var client = Cluster.AddClient($"gateway-{Cluster.Clients.Count}");
            var gateway = new SimulatedGateway(client, Scheduler.Time, OpenReader);
            try
            {
                await gateway.OpenAsync();
                _gateways.Add(gateway);
                Note($"{client.Name} has started");
                return;
            }
            catch (ProcessEndedException failed)
            {
                Note($"{client.Name} could not start: {failed.Message}");
                await Task.Delay(TimeSpan.FromMilliseconds(500), Scheduler.Time);
            }
        }
    }

    private Task PlayAsync(SimulatedSession session)
    {
        var host = new HostBrowser(this, session);
        var players = Enumerable.Range(0, Plan.Players).Select(number => new PlayerBrowser(this, session, number)).ToArray();
        _browsers.AddRange([host, .. players]);
        return Task.WhenAll([host.HostAsync(), .. players.Select(player => player.PlayAsync())]);
    }

    /// <summary>A further device takes a seat.</summary>
    public Task PlayAsync(PlayerBrowser device, string offer)
    {
        _browsers.Add(device);
        return device.TakeSeatAsync(offer);
    }

    /// <summary>Silos that the cluster has declared dead end, and others take their place.</summary>
    private async Task SuperviseAsync()
    {
        var replaced = new List<Task>();
        while (!_isOver)
        {
            foreach (var fallen in Cluster.Silos.Where(silo => silo.HasFallen && _replaced.Add(silo)).ToArray())
            {
                Note($"{fallen.Name} has fallen");
                Reach.Note("a silo is declared dead and ends");
                replaced.Add(StartSiloAsync());
            }
            await Task.Delay(TimeSpan.FromMilliseconds(300), Scheduler.Time);
        }
        await Task.WhenAll(replaced);
    }

    /// <summary>Asks grains from within some silo until they answer.</summary>
    public async Task<T> AskAsync<T>(Func<SimulatedSilo, Task<T>> ask)
    {
        while (true)
        {
            var asked = Cluster.Membership.Members.FirstOrDefault(silo => silo is { IsActive: true, IsStopping: false });
            try
            {
                if (asked is not null)
                    return await asked.Process.RunAsync(() => ask(asked));
            }
            catch (Exception failed) when (failed is OrleansException or TimeoutException or ProcessEndedException)
            {
                // The membership may still be settling.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(500), Scheduler.Time);
        }
    }

    private async Task WithinAsync(Task work, TimeSpan limit, string what, Func<string> state)
    {
        try
        {
            await work.WaitAsync(limit, Scheduler.Time);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            Violations.Add($"there was no {what} within {limit.TotalSeconds} s: {state()}");
        }
    }

    private SimulatedCluster Build() => new(Scheduler, new()
    {
        Grains = [typeof(GameOptions).Assembly],
        ConfigureProcess = process => process.ClockOffset = _draws.Ms(-Plan.MaxSkewMs / 2, Plan.MaxSkewMs / 2),
        MessageDelay = () => Plan.MaxFrameMs == 0 ? TimeSpan.Zero : Length(Plan.MaxFrameMs),
        LosesPush = () => IsFaulty(Plan.PushLoss),
        SiloNoticeDelay = () => Length(1_500),
        ClientNoticeDelay = () => Length(Plan.MaxNoticeMs),
        ConfigureSilo = ConfigureSilo,
    });

    private void ConfigureSilo(IServiceCollection services, SimulatedSilo silo)
    {
        services.AddSingleton(NoConfiguration);
        services.AddArenaGrains();
        services.AddSingleton<IQuizLibrary>(new OneQuiz(Plan.Questions));
        services.AddSingleton<ISessionJournal>(OpenJournal(silo.Process));
        services.AddSingleton<INextSilo>(new SimulatedNextSilo(silo));
        services.Configure<GameOptions>(options =>
        {
            options.HostLeaseMs = 5_000;
            options.PresenceGraceMs = 1_000;
            options.ReturnGraceMs = 3_000;
            options.SubscriptionMs = 8_000;
        });
    }

    private SimulatedJournal OpenJournal(SimulatedProcess process) => new(
        process,
        new SimulatedExchange(process, Scheduler.Time, Fate),
        Journal,
        _journalWatch,
        forgets: () => Bugs.JournalForgets && _draws.Chance(0.05),
        confirmsAll: Bugs.OwnersAreNotAsked);

    private ExchangeFate Fate()
    {
        var failure = !IsFaulty(Plan.RequestFailure) ? ExchangeFailure.None
            : _draws.Chance(0.5) ? ExchangeFailure.Before : ExchangeFailure.After;
        if (failure != ExchangeFailure.None)
            Reach.Note($"a request to the database fails {failure} it took effect");
        return new(Length(Plan.MaxRequestMs), Length(Plan.MaxRequestMs), failure);
    }

    /// <summary>Whether a fault is injected now: never before all is set up, nor once all faults are repaired.</summary>
    private bool IsFaulty(double probability) => !IsMended && _draws.Chance(probability) && _gateways.Count >= Plan.Gateways;

    private int OwnersOf(string code) => Cluster.Silos.Count(silo => !silo.Process.IsDead && silo.Has($"gamesession/{code}"));

    /// <summary>How long something is under way.</summary>
    private TimeSpan Length(int usualMs) => IsMended ? TimeSpan.FromMilliseconds(1)
        : _gateways.Count == Plan.Gateways && _draws.Chance(Plan.Stall) ? _draws.Ms(500, 8_000) : _draws.Ms(0, usualMs);
}
