using System.Collections.Concurrent;
using Arena.TestKit.Clients;
using Arena.TestKit.Processes;

namespace Arena.Load.Crowds;

/// <summary>Arena: in one process of its own, on SQLite, as it is started by default; or one that runs already.</summary>
internal sealed class ArenaFixture : IFixture
{
    private readonly ArenaProcess? _process;
    private readonly ArenaApi _api;
    private readonly ConcurrentDictionary<(int Questions, string? Picture), Lazy<Task<Guid>>> _quizzes = new();

    private ArenaFixture(ArenaProcess? process, Uri address, ArenaApi api) => (_process, Address, _api) = (process, address, api);

    public string Name => "Arena";

    public Uri Address { get; }

    public TimeSpan Cpu => _process?.Cpu ?? TimeSpan.Zero;

    public long ResidentBytes => _process?.ResidentBytes ?? 0;

    /// <summary>The author of its quizzes.</summary>
    public HttpClient Author => _api.Http;

    /// <summary>Null for a server that runs already.</summary>
    public int? ProcessId => _process?.Id;

    /// <param name="server">One that runs already, or null to start one.</param>
    /// <param name="settings">For the one that is started.</param>
    public static async Task<ArenaFixture> StartAsync(Uri? server = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        if (server is not null)
            return new(null, server, await new ArenaApi(new() { BaseAddress = server }).SignInAsync());
        var raised = new Dictionary<string, string>(settings ?? new Dictionary<string, string>());
        RaisedLimits.AddTo(raised);
        return await StartAsync(raised);
    }

    /// <summary>One with all of its default limits, for who tries to break them.</summary>
    public static Task<ArenaFixture> StartLimitedAsync() => StartAsync(new Dictionary<string, string>());

    public async Task<IStage> OpenAsync(int questions, int players) => await LaunchAsync(questions, new
    {
        getReadyMs = 500,
        questionCount = questions,
        streakBonus = false,
        maxPlayers = players,
    });

    /// <summary>A session with auto-advance.</summary>
    public async Task<ArenaStage> OpenRunningAsync(int questions, int players) => await LaunchAsync(questions, new
    {
        getReadyMs = 500,
        revealMs = 500,
        standingsMs = 500,
        autoAdvance = true,
        questionCount = questions,
        streakBonus = false,
        maxPlayers = players,
    });

    private static async Task<ArenaFixture> StartAsync(Dictionary<string, string> settings)
    {
        var process = await ArenaProcess.StartAsync(Directory.CreateTempSubdirectory("arena-crowd-").FullName, settings);
        return new(process, process.Address, await new ArenaApi(process.Http()).SignInAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _api.Http.Dispose();
        if (_process is null)
            return;
        await _process.DisposeAsync();
        Directory.Delete(_process.Folder, recursive: true);
    }

    /// <summary>A session of so many questions with these settings.</summary>
    /// <param name="questions">How many.</param>
    /// <param name="settings">Of the session.</param>
    /// <param name="picture">The name of the picture that all of them have, or null.</param>
    public async Task<ArenaStage> LaunchAsync(int questions, object settings, string? picture = null)
    {
        var quiz = _quizzes.GetOrAdd((questions, picture), _ => new(() => _api.CreateQuizAsync(questions, picture: picture)));
        var launch = await _api.LaunchAsync(await quiz.Value, settings);
        var host = await HubClient.ConnectAsync(Address);
        _ = (await host.AttachAsync(launch.HostKey)).Accepted;
        return new(launch.Code, host, await ServerClockReading.TakeAsync(host));
    }
}

/// <summary>A session of Arena, led by its host.</summary>
internal sealed class ArenaStage(string code, HubClient host, Func<long, double> clock) : IStage
{
    public string Code { get; } = code;

    public Func<long, double> Clock { get; } = clock;

    public HubClient Host { get; } = host;

    public Task AskAsync(Crowd crowd, int round) => Host.MoveOnAsync(round == 0 ? "start" : "advance", crowd.Step);

    public async Task FinishAsync(Crowd crowd, int round)
    {
        // Those who never answer would be waited for.
        if (crowd.Silent > 0)
            await AdvanceAsync(crowd);
        await crowd.SeenAsync("reveal", round, crowd.Healthy);
        await crowd.SeenAsync(Crowd.Result, round, crowd.Healthy);
        await AdvanceAsync(crowd);
        await crowd.SeenAsync("standings", round, crowd.Healthy);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private Task AdvanceAsync(Crowd crowd) => Host.MoveOnAsync("advance", crowd.Step);
}
