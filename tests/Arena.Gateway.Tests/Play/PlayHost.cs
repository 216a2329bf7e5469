using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Gateway.Tests.Accounts;
using Arena.GrainInterfaces;
using Arena.Grains.Ports;
using Arena.TestKit.Clients;
using Arena.TestKit.IdleDetection;
using Arena.TestKit.VirtualTime;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Arena.Gateway.Tests.Play;

/// <summary>
/// The whole of Arena in this process, behind real WebSockets on a loopback port, with a real SQLite file and virtual game time: a question
/// opens and closes when the test advances it.
/// </summary>
internal sealed class PlayHost : WebApplicationFactory<Program>
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);

    private readonly IdleTracker _tracker;
    private readonly Lazy<Task> _ready;
    private readonly Dictionary<string, string> _settings;
    private readonly string _folder;
    private readonly bool _ownsFolder;

    /// <summary>Settings without rate limits, for tests that call every route in every role.</summary>
    public static Dictionary<string, string> Unlimited => new[]
    {
        "Arena:Quizzes:RequestsPerMinute", "Arena:Quizzes:SignInsPerMinute", "Arena:Quizzes:NewAuthorsPerMinute",
        "Arena:Gateway:LaunchesPerMinute", "Arena:Gateway:MaxGuestSessionsPerAddress", "Arena:Gateway:PolicyReportsPerMinute",
    }.ToDictionary(key => key, _ => "1000000");

    /// <param name="settings">In place of the defaults.</param>
    /// <param name="folder">What an earlier one left, or null for a new one.</param>
    /// <param name="starts">When virtual time starts, or null for now.</param>
    public PlayHost(Dictionary<string, string>? settings = null, string? folder = null, DateTimeOffset? starts = null)
    {
        Time = new(starts ?? DateTimeOffset.UtcNow);
        _tracker = new(Time);
        _ready = new(() => Task.Run(PlacesGrainsAsync));
        _settings = settings ?? [];
        _ownsFolder = folder is null;
        _folder = folder ?? Directory.CreateTempSubdirectory("arena-play-").FullName;
        UseKestrel(0);
    }

    /// <summary>Whether <see cref="Journal"/> stands before the real one.</summary>
    public bool JournalCanFail { get; init; }

    /// <summary>Whether consumers read the games' events: their timers run in virtual time, so that each step of it takes longer.</summary>
    public bool RunsConsumers { get; init; }

    /// <summary>What every grain call passes as well.</summary>
    public IOutgoingGrainCallFilter? Calls { get; init; }

    /// <summary>Where every log line of any level goes as well.</summary>
    public ILoggerProvider? Log { get; init; }

    public FailingJournal Journal => (FailingJournal)Services.GetRequiredService<ISessionJournal>();

    public ManualTimeProvider Time { get; }

    public Uri Address
    {
        get
        {
            StartServer();
            _ready.Value.GetAwaiter().GetResult();
            var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            return new UriBuilder(addresses.First()) { Host = "127.0.0.1" }.Uri;
        }
    }

    /// <summary>A new author with a game of counting questions, and its host.</summary>
    public async Task<Table> OpenTableAsync(int questions = 3, object? settings = null)
    {
        var api = await ApiAsync();
        return await OpenTableAsync(api, await api.CreateQuizAsync(questions), settings ?? new { getReadyMs = 1000 });
    }

    /// <summary>A game of a quiz, and its host.</summary>
    public async Task<Table> OpenTableAsync(ArenaApi api, Guid quiz, object settings) => await AttachAsync(await api.LaunchAsync(quiz, settings));

    /// <summary>A game that was launched, and its host.</summary>
    public async Task<Table> AttachAsync(Launch launch)
    {
        var host = await ConnectAsync();
        _ = (await host.AttachAsync(launch.HostKey)).Accepted;
        return new Table(this, launch, host);
    }

    public async Task<ArenaApi> ApiAsync() => await new ArenaApi(new HttpClient { BaseAddress = Address }).SignInAsync();

    public Task<HubClient> ConnectAsync() => HubClient.ConnectAsync(Address);

    /// <summary>Lets game time pass, one timer after the other, each with all that it leads to before the next.</summary>
    public Task AdvanceAsync(TimeSpan by) => _tracker.AdvanceAsync(by);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(_folder);
        builder.UseSetting("Arena:Storage:Path", Path.Combine(_folder, "arena.db"));
        builder.UseSetting("Arena:Gateway:KeyFolder", Path.Combine(_folder, "keys"));
        foreach (var category in (string[])["Default", "Microsoft", "Microsoft.Hosting.Lifetime", "Orleans"])
            builder.UseSetting($"Logging:LogLevel:{category}", "Error");
        builder.UseSetting("Arena:Gateway:MessageBurst", "1000");
        builder.UseSetting("Arena:Silo:Roles", RunsConsumers ? "games,consumers" : "games");
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.TrackGrains(_tracker).AddQuickHashes());
        if (Log is not null)
            builder.ConfigureLogging(logging => logging.AddProvider(Log).AddFilter((_, _, _) => true).SetMinimumLevel(LogLevel.Debug));
        if (Calls is not null)
            builder.ConfigureTestServices(services => services.AddSingleton(Calls));
        if (JournalCanFail)
            builder.ConfigureTestServices(StandBeforeTheJournal);
    }

    /// <summary>
    /// Orleans learns a moment after the start of its silo that it can place grains on it. A call before is refused, or waits in virtual time for
    /// good: its time is over after a second. So does every later call of the same grain, which is why each attempt asks another one.
    /// </summary>
    private async Task PlacesGrainsAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        var grains = Services.GetRequiredService<IGrainFactory>();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await grains.GetGrain<IPlayerGrain>(PlayerKey.Of("READY", attempt)).RecordRoundTrip(1);
                return;
            }
            catch (Exception failure) when (failure is OrleansException or TimeoutException && !patience.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }

    private static void StandBeforeTheJournal(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(ISessionJournal));
        services.AddSingleton<ISessionJournal>(provider =>
            new FailingJournal((ISessionJournal)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>One game under test: its host and the steps that move it on.</summary>
internal sealed class Table(PlayHost arena, Launch launch, HubClient host) : IAsyncDisposable
{
    private readonly List<HubClient> _clients = [host];

    public Launch Launch => launch;

    public string Code => launch.Code;

    public HubClient Host => host;

    public async Task<HubClient> ConnectAsync()
    {
        var client = await arena.ConnectAsync();
        _clients.Add(client);
        return client;
    }

    public async Task<HubClient> SeatAsync(string nickname)
    {
        var client = await ConnectAsync();
        _ = (await client.JoinAsync(Code, nickname)).Accepted;
        return client;
    }

    /// <summary>The step of the newest frame that the host has.</summary>
    public int Step => host.Frames.Where(frame => frame.Target == "Session")
        .Select(frame => frame.Body.GetProperty("view").GetProperty("step").GetInt32()).DefaultIfEmpty(0).Max();

    /// <summary>A host's command; what moves the game on is given when it does not count as a second press of the same key any more.</summary>
    public async Task<HubReply> CommandAsync(string kind)
    {
        if (kind is "advance" or "skip")
            await arena.AdvanceAsync(TimeSpan.FromMilliseconds(GameLimits.RepeatGuardMs));
        return await CommandAsync(new { kind });
    }

    /// <summary>A host's command: its kind, and what else it needs.</summary>
    public Task<HubReply> CommandAsync(object action) => host.HostAsync(action, Step);

    /// <summary>From the lobby, or from the standings of the round before, to the open question.</summary>
    public async Task OpenAsync(int round)
    {
        _ = (await CommandAsync(round == 0 ? "start" : "advance")).Accepted;
        await host.PhaseAsync("getReady", round);
        await arena.AdvanceAsync(TimeSpan.FromMilliseconds(1000));
        var asking = await host.PhaseAsync("asking", round);
        var opensInMs = asking.Phase.GetProperty("opensAtMs").GetInt64() - asking.Body.GetProperty("nowMs").GetInt64();
        await arena.AdvanceAsync(TimeSpan.FromMilliseconds(opensInMs + 1));
    }

    /// <summary>
    /// Closes the open question and waits until the host has seen its key. No time passes before: a question that all have answered would
    /// close by itself.
    /// </summary>
    public async Task<HubFrame> RevealAsync(int round)
    {
        _ = (await host.HostAsync("advance", Step)).Accepted;
        return await host.PhaseAsync("reveal", round);
    }

    /// <summary>Asks until the host sees that so many players are connected: a socket's end takes its own time to arrive.</summary>
    public async Task ConnectedAsync(int count)
    {
        JsonElement host;
        do
            host = (await Host.AttachAsync(Launch.HostKey)).Accepted.GetProperty("host");
        while (host.GetProperty("connected").GetInt32() != count);
    }

    /// <summary>Waits until the question closes because every player has answered.</summary>
    public async Task<HubFrame> CompleteAsync(int round)
    {
        await arena.AdvanceAsync(TimeSpan.FromMilliseconds(250));
        return await host.PhaseAsync("reveal", round);
    }

    public async Task StandingsAsync(int round)
    {
        _ = (await CommandAsync("advance")).Accepted;
        await host.PhaseAsync("standings", round);
    }

    /// <summary>What one player has seen of the newest result of a round.</summary>
    public static async Task<JsonElement> ResultAsync(HubClient player, int round)
    {
        var frame = await player.FrameAsync(
            frame => frame.Target == "Seat" && frame.Body.GetProperty("view").GetProperty("result") is { ValueKind: JsonValueKind.Object } result
                && result.GetProperty("round").GetInt32() == round,
            $"the result of round {round}");
        return frame.Body.GetProperty("view");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
    }
}
