using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Arena.TestKit.Clients;
using Arena.TestKit.Processes;

namespace Arena.Load.Campaigns;

/// <summary>One game whose PostgreSQL is stopped in the middle of a burst of answers, and started again on the same data.</summary>
[SuppressMessage("Security", "CA5394", Justification = "A seed must reproduce it")]
internal sealed class OutageRun : ICampaignEvents, IDisposable
{
    private const int StoppedInRound = 2;
    private static readonly TimeSpan Sampled = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _stop;
    private readonly Ledger _ledger = new();
    private readonly TaskCompletionSource _moment = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<GivenAnswer, byte> _undecided = new();
    private readonly ConcurrentDictionary<int, byte> _held = new();
    private readonly ConcurrentBag<(long At, GivenAnswer Answer)> _acknowledged = [];
    private readonly int _players;
    private readonly int _questions;
    private readonly int _seed;
    private int _answered;
    private int _heldEver;
    private long _allHeld;
    private long _noneHeld;

    private OutageRun(int players, int questions, int seed, TimeSpan outage)
    {
        (_players, _questions, _seed) = (players, questions, seed);
        _stop = new(outage + TimeSpan.FromMinutes(3));
    }

    public int AnswerSpreadMs => 2_000;

    public static async Task<OutageReport> RunAsync(PostgresServer server, CampaignDatabase database, int players, int questions, int seed, TimeSpan outage)
    {
        using var run = new OutageRun(players, questions, seed, outage);
        return await run.PlayAsync(server, database, outage);
    }

    public void Dispose() => _stop.Dispose();

    /// <summary>Half of the players have answered the round: the rest is on its way.</summary>
    public void Observe(Seen seen, int round)
    {
        if (seen == Seen.Answered && round == StoppedInRound && Interlocked.Increment(ref _answered) == _players / 2)
            _moment.TrySetResult();
    }

    public void Returned() => _ledger.Fault("a connection was lost");

    public void Suspended(int player, bool held)
    {
        if (held && _held.TryAdd(player, 0))
        {
            Interlocked.Increment(ref _heldEver);
            if (_held.Count == _players)
                _allHeld = Stopwatch.GetTimestamp();
        }
        else if (!held && _held.TryRemove(player, out _) && _held.IsEmpty)
        {
            _noneHeld = Stopwatch.GetTimestamp();
        }
    }

    public void Sends(GivenAnswer answer) => _undecided[answer] = 0;

    public void Acknowledged(GivenAnswer answer)
    {
        _acknowledged.Add((Stopwatch.GetTimestamp(), answer));
        _undecided.TryRemove(answer, out _);
    }

    public void Refused(GivenAnswer answer)
    {
        _undecided.TryRemove(answer, out _);
        _ledger.Fault($"an answer was refused as {answer.Refusal}");
    }

    private async Task<OutageReport> PlayAsync(PostgresServer server, CampaignDatabase database, TimeSpan outage)
    {
        await using var arena = await ArenaProcess.StartAsync(database.Folder, database.Settings);
        var launch = await LaunchAsync(arena);
        var host = new CampaignHost(arena.Address, launch, new Random(_seed), _ledger, lingerMs: 500, _stop.Token);
        var players = Enumerable.Range(0, _players)
            .Select(number => new CampaignPlayer(arena.Address, launch, number, new Random((_seed * 10_007) + number), _ledger, this, _stop.Token))
            .ToArray();
        var game = Task.WhenAll(players.Select(player => player.RunAsync()).Append(host.RunAsync()));
        await host.Attached;
        await Task.WhenAll(players.Select(player => player.Seated));
        await host.StartAsync();
        await _moment.Task.WaitAsync(_stop.Token);

        var before = arena.ResidentBytes;
        var log = arena.LogLines;
        var stopped = Stopwatch.GetTimestamp();
        await server.CrashAsync();
        var gone = Stopwatch.GetTimestamp();
        var peak = before;
        var waiting = 0;
        while (Stopwatch.GetElapsedTime(gone) < outage)
        {
            await Task.Delay(Sampled, _stop.Token);
            (peak, waiting) = (Math.Max(peak, arena.ResidentBytes), Math.Max(waiting, _undecided.Count));
        }
        var backlog = _undecided.Keys.ToHashSet();
        var heldAtTheEnd = _held.Count;
        var starting = Stopwatch.GetTimestamp();
        await server.RestartAsync();
        var ready = Stopwatch.GetTimestamp();
        while (backlog.Any(_undecided.ContainsKey) || !_held.IsEmpty)
        {
            await Task.Delay(10, _stop.Token);
            peak = Math.Max(peak, arena.ResidentBytes);
        }
        var after = arena.ResidentBytes;
        var logged = arena.LogLines - log;
        await game;
        await Task.WhenAll(players.Select(player => player.DecidedAsync()));
        await arena.DisposeAsync();
        var audit = await Audit.OfAsync(database, launch.SessionId, _ledger, host.Podium);
        var decided = _acknowledged.Where(acknowledgement => backlog.Contains(acknowledgement.Answer)).Select(acknowledgement => acknowledgement.At).ToArray();
        return new OutageReport(
            _ledger.Acknowledged, _ledger.Answers.Count,
            _acknowledged.Count(acknowledgement => acknowledgement.At > gone && acknowledgement.At < starting),
            waiting, backlog.Count, backlog.Count(answer => answer.Acknowledged), _heldEver, heldAtTheEnd,
            Since(stopped, _allHeld), Since(ready, decided.DefaultIfEmpty(0).Min()), Since(ready, _noneHeld), Since(ready, decided.DefaultIfEmpty(0).Max()),
            before, peak, after, logged, audit, _ledger.Faults);
    }

    private static TimeSpan? Since(long from, long at) => at == 0 ? null : Stopwatch.GetElapsedTime(from, at);

    private async Task<Launch> LaunchAsync(ArenaProcess arena)
    {
        using var http = arena.Http();
        var api = await new ArenaApi(http).SignInAsync();
        return await api.LaunchAsync(await api.CreateQuizAsync(_questions, timeLimitMs: 10_000), new { getReadyMs = 0, questionCount = _questions });
    }
}
