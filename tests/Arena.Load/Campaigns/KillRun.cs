using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Arena.TestKit.Clients;
using Arena.TestKit.Processes;

namespace Arena.Load.Campaigns;

/// <summary>One game, killed as by <c>kill -9</c> at the moment that its seed draws, started again in its place and played to the end.</summary>
[SuppressMessage("Security", "CA5394", Justification = "A seed must reproduce it")]
internal sealed class KillRun : ICampaignEvents, IDisposable
{
    /// <summary>Longer than any run: a wait of this length waits for an event that does not happen.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    private readonly TaskCompletionSource _moment = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new(Longest);
    private readonly Ledger _ledger = new();
    private readonly Moment _when;
    private readonly int _seed;
    private readonly int _players;
    private readonly int _questions;
    private ArenaProcess? _arena;
    private long _killed;
    private long _returned;
    private int _returns;

    private KillRun(int seed, int players, int questions)
    {
        (_seed, _players, _questions) = (seed, players, questions);
        _when = Moment.Draw(seed, players, questions, Kill);
    }

    public int AnswerSpreadMs => 250;

    public static async Task<KillReport> RunAsync(CampaignDatabase database, int seed, int players, int questions)
    {
        var started = Stopwatch.GetTimestamp();
        using var run = new KillRun(seed, players, questions);
        var audit = await run.PlayAsync(database);
        return new KillReport(
            seed, run._when.ToString(), run._ledger.Acknowledged, run._ledger.Answers.Count, run._ledger.Repeated, audit, run._ledger.Faults,
            run._returned == 0 ? null : Stopwatch.GetElapsedTime(run._killed, run._returned), run._returns, Stopwatch.GetElapsedTime(started));
    }

    public void Dispose() => _stop.Dispose();

    public void Observe(Seen seen, int round) => _when.Observe(seen, round);

    public void Returned()
    {
        Interlocked.Increment(ref _returns);
        Interlocked.CompareExchange(ref _returned, Stopwatch.GetTimestamp(), 0);
    }

    public void Suspended(int player, bool held)
    {
        if (held)
            _ledger.Fault("a player was told to hold on");
    }

    public void Sends(GivenAnswer answer)
    {
    }

    public void Acknowledged(GivenAnswer answer)
    {
    }

    public void Refused(GivenAnswer answer)
    {
        if (answer.Refusal is not "tooLate")
            _ledger.Fault($"an answer was refused as {answer.Refusal}");
    }

    private async Task<Audit> PlayAsync(CampaignDatabase database)
    {
        _arena = await ArenaProcess.StartAsync(database.Folder, database.Settings);
        try
        {
            var launch = await LaunchAsync(_arena);
            var host = new CampaignHost(_arena.Address, launch, new Random(_seed), _ledger, lingerMs: 50, _stop.Token);
            var players = Enumerable.Range(0, _players)
                .Select(number => new CampaignPlayer(_arena.Address, launch, number, new Random((_seed * 10_007) + number), _ledger, this, _stop.Token))
                .ToArray();
            var game = PlayAsync(host, players);
            if (await Task.WhenAny(_moment.Task, game) == _moment.Task)
            {
                var address = _arena.Address;
                await _arena.DisposeAsync();
                _arena = await ArenaProcess.StartAsync(database.Folder, database.Settings, address.Port);
            }
            else
            {
                _ledger.Fault("the moment to kill did not come");
            }
            try
            {
                await game;
            }
            catch (OperationCanceledException)
            {
                _ledger.Fault($"the game did not end within {Longest.TotalSeconds} s");
            }
            var podium = players.Select(player => player.Podium).FirstOrDefault(lines => lines.Count > 0);
            if (podium is null && !_when.IsAtTheEnd)
                _ledger.Fault("nobody saw the podium");
            await _arena.DisposeAsync();
            return await Audit.OfAsync(database, launch.SessionId, _ledger, podium ?? new Dictionary<string, long>());
        }
        finally
        {
            await _arena.DisposeAsync();
        }
    }

    private async Task<Launch> LaunchAsync(ArenaProcess arena)
    {
        using var http = arena.Http();
        var api = await new ArenaApi(http).SignInAsync();
        return await api.LaunchAsync(await api.CreateQuizAsync(_questions, timeLimitMs: 5_000), new { getReadyMs = 0, questionCount = _questions });
    }

    private static async Task PlayAsync(CampaignHost host, CampaignPlayer[] players)
    {
        var clients = players.Select(player => player.RunAsync()).Append(host.RunAsync()).ToArray();
        await host.Attached;
        await Task.WhenAll(players.Select(player => player.Seated));
        await host.StartAsync();
        await Task.WhenAll(clients);
        await Task.WhenAll(players.Select(player => player.DecidedAsync()));
    }

    /// <summary>On the thread that saw the moment come, so that nothing happens in between.</summary>
    private void Kill()
    {
        _killed = Stopwatch.GetTimestamp();
        _arena!.Kill();
        _moment.TrySetResult();
    }
}
