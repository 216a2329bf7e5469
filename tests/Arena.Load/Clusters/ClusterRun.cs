using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Arena.Load.Campaigns;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;

namespace Arena.Load.Clusters;

/// <summary>Many games on a cluster, and one fault among them at a moment that the seed draws.</summary>
[SuppressMessage("Security", "CA5394", Justification = "A seed must reproduce it")]
internal sealed class ClusterRun(ClusterFixture fixture, ClusterFault fault, ClusterLoad load, int seed)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    /// <summary>Beyond the death vote: a silo that does not answer is probed three times, for up to two seconds each under load.</summary>
    private static readonly TimeSpan PauseOfSilo = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan CatchUp = TimeSpan.FromMinutes(3);

    private readonly Random _random = new(seed);

    public async Task<ClusterReport> RunAsync()
    {
        using var stop = new CancellationTokenSource(Longest);
        var started = Stopwatch.GetTimestamp();
        var games = await LaunchAsync(stop.Token);
        var plays = new List<Func<Task>>();
        foreach (var some in games.Chunk(10))
            plays.AddRange(await Task.WhenAll(some.Select(game => game.SeatAsync(fixture.Address, load.Players, load.LingerMs))));
        var placed = await fixture.SessionsPerSiloAsync();
        var cpuBefore = Cpu();
        fixture.ConsumerSilo?.Measure();
        var playing = Stopwatch.GetTimestamp();
        var games1 = Task.WhenAll(plays.Select(play => play()));
        var notes = new List<string>();
        try
        {
            await Task.Delay(1_000 + _random.Next(load.FaultWithinMs), stop.Token);
            await Task.WhenAll(StrikeAsync(games, notes), fixture.Relayed?.RestartAsync(TimeSpan.FromMilliseconds(load.RecoveryMs)) ?? Task.CompletedTask);
            await games1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            notes.Add($"not over after {Longest}");
        }
        var elapsed = Stopwatch.GetElapsedTime(playing);
        var cpu = Cpu() - cpuBefore;
        var consumed = fixture.HasConsumers ? await ConsumedAsync(games) : ConsumedEvents.None;
        var audits = await AuditAsync(games, notes);
        return new ClusterReport(
            seed, games, audits, await fixture.StaleWritesAsync(), placed, elapsed, cpu, Stopwatch.GetElapsedTime(started), consumed, notes)
        {
            HasPowerUps = load.HasPowerUps,
        };
    }

    private async Task<List<ClusterGame>> LaunchAsync(CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = fixture.Address };
        var api = await new ArenaApi(http).SignInAsync();
        var quiz = await api.CreateQuizAsync(load.Questions, timeLimitMs: 10_000);
        // Every kind that is used before the answer: a second answer would make the questions longer.
        object settings = load.HasPowerUps
            ? new { getReadyMs = 0, questionCount = load.Questions, powerUps = new { kinds = new[] { "doublePoints", "fiftyFifty", "extraTime", "streakFreeze" } } }
            : new { getReadyMs = 0, questionCount = load.Questions };
        var games = new List<ClusterGame>();
        for (var i = 0; i < load.Sessions; i++)
            games.Add(new(await api.LaunchAsync(quiz, settings), (seed * 1_009) + i, load.SpreadMs, load.HasPowerUps, stop));
        return games;
    }

    private async Task StrikeAsync(List<ClusterGame> games, List<string> notes)
    {
        switch (fault)
        {
            case ClusterFault.None:
                break;
            case ClusterFault.Silo:
                var silo = _random.Next(fixture.Silos.Count);
                games.ForEach(game => game.Strike());
                fixture.Silos[silo].Kill();
                await Task.Delay(load.RecoveryMs);
                await fixture.ReplaceSiloAsync(silo);
                break;
            case ClusterFault.Gateway:
                var gateway = _random.Next(fixture.Gateways.Count);
                games.ForEach(game => game.Strike());
                fixture.Gateways[gateway].Kill();
                await Task.Delay(load.RecoveryMs);
                await fixture.ReplaceGatewayAsync(gateway);
                break;
            case ClusterFault.Pause:
                await PauseAsync(games, notes);
                break;
            case ClusterFault.Rolling:
                games.ForEach(game => game.Strike());
                await RollAsync(notes);
                break;
            case ClusterFault.Postgres:
                games.ForEach(game => game.Strike());
                var down = Stopwatch.GetTimestamp();
                await fixture.Server.StopAsync();
                await fixture.Server.RestartAsync();
                Npgsql.NpgsqlConnection.ClearAllPools();
                notes.Add($"PostgreSQL was gone for {Stopwatch.GetElapsedTime(down).TotalMilliseconds:F0} ms");
                break;
            default:
                throw new InvalidOperationException($"{fault} is not known.");
        }
    }

    private async Task PauseAsync(List<ClusterGame> games, List<string> notes)
    {
        var index = _random.Next(fixture.Silos.Count);
        var silo = fixture.Silos[index];
        games.ForEach(game => game.Strike());
        await silo.SignalAsync("STOP");
        await Task.Delay(PauseOfSilo);
        await silo.SignalAsync("CONT");
        notes.Add($"the paused silo ended by itself with {await silo.EndedAsync().WaitAsync(TimeSpan.FromSeconds(60))}");
        await fixture.ReplaceSiloAsync(index);
    }

    private async Task RollAsync(List<string> notes)
    {
        for (var i = 0; i < fixture.Silos.Count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await fixture.Silos[i].SignalAsync("TERM");
            var code = await fixture.Silos[i].EndedAsync();
            notes.Add($"silo {i} stopped with {code} after {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
            await fixture.ReplaceSiloAsync(i);
        }
        for (var i = 0; i < fixture.Gateways.Count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await fixture.Gateways[i].SignalAsync("TERM");
            var code = await fixture.Gateways[i].EndedAsync();
            notes.Add($"gateway {i} stopped with {code} after {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
            await fixture.ReplaceGatewayAsync(i);
        }
    }

    private Task<List<Audit>> AuditAsync(List<ClusterGame> games, List<string> notes) => fixture.Database.ReadAsync(async (context, verifier) =>
    {
        await verifier.VerifyAsync("the campaign's database", notes.Add, CancellationToken.None);
        var audits = new List<Audit>();
        foreach (var game in games)
            audits.Add(await Audit.OfAsync(context, game.SessionId, game.Ledger, game.Podium));
        return audits;
    });

    private Task<ConsumedEvents> ConsumedAsync(List<ClusterGame> games) => fixture.Database.ReadAsync(async (context, _) =>
    {
        var began = Stopwatch.GetTimestamp();
        var ids = games.ConvertAll(game => game.SessionId);
        while (await context.GameSummaries.CountAsync(summary => ids.Contains(summary.SessionId)) < ids.Count && Stopwatch.GetElapsedTime(began) < CatchUp)
            await Task.Delay(50);
        var caught = Stopwatch.GetElapsedTime(began);
        var right = await context.GameSummaries.CountAsync(summary => ids.Contains(summary.SessionId)
            && summary.Players == context.GamePlayers.Count(player => player.SessionId == summary.SessionId)
            && summary.Answers == context.PlayerAnswers.Count(answer => answer.SessionId == summary.SessionId)
            && summary.Points == context.ScoreAggregates.Where(score => score.SessionId == summary.SessionId).Sum(score => (long)score.TotalScore));
        var events = await context.EventLog.LongCountAsync();
        var (ages, repeated) = fixture.ConsumerSilo is { } silo ? await silo.ReachedAsync(events) : ([], 0);
        var relayed = fixture.Relayed is null ? null : await fixture.Relayed.ReadAsync(events);
        return new ConsumedEvents(ages, repeated, right, ids.Count - right, caught, events, relayed);
    });

    private TimeSpan Cpu() => fixture.Silos.Concat(fixture.Gateways).Aggregate(TimeSpan.Zero, (sum, process) => sum + process.Cpu);
}

/// <summary>The games on the cluster.</summary>
/// <param name="Sessions">Games at once.</param>
/// <param name="Players">In each.</param>
/// <param name="Questions">In each.</param>
/// <param name="SpreadMs">Within how long after the opening a player answers.</param>
/// <param name="LingerMs">How long a host looks at a reveal.</param>
/// <param name="FaultWithinMs">The fault happens within so long after the first second.</param>
/// <param name="RecoveryMs">How long a killed process stays away.</param>
internal sealed record ClusterLoad(
    int Sessions, int Players, int Questions, int SpreadMs = 2_000, int LingerMs = 500, int FaultWithinMs = 8_000, int RecoveryMs = 6_000)
{
    /// <summary>Whether players earn and use power-ups.</summary>
    public bool HasPowerUps { get; init; }
}
