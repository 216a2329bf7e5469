using System.Diagnostics;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.Vocabulary;
using Arena.Load.Crowds.Floor;

namespace Arena.Load.Crowds;

/// <summary>How a crowd is to play.</summary>
/// <param name="Players">How many.</param>
/// <param name="Questions">That count.</param>
/// <param name="WithinMs">Everyone answers within so many milliseconds of the opening.</param>
/// <param name="AtOnce">Joins under way at once.</param>
/// <param name="Seed">Of the moments they answer at.</param>
/// <param name="Silent">So many of them never answer.</param>
/// <param name="Warming">Questions before them that do not count: a young process compiles what it runs.</param>
internal sealed record CrowdPlan(int Players, int Questions, int WithinMs, int AtOnce, int Seed, int Silent = 0, int Warming = 1)
{
    public int Rounds => Warming + Questions;
}

/// <summary>One crowd on one server: joins, plays questions that do not count, then those that do.</summary>
internal static class CrowdRun
{
    private const int TimeLimitMs = 20_000;
    private const double KeepAliveSeconds = 15;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public static async Task<CrowdFigures> PlayAsync(
        IFixture fixture, CrowdPlan plan, Func<Crowd, Task>? meanwhile = null, MetricsReceiver? metrics = null) => await LoadProgress.ShowAsync(
        $"{plan.Players} players on {fixture.Name}", plan.Rounds + 1, step => PlayAsync(fixture, plan, meanwhile, metrics, step));

    private static async Task<CrowdFigures> PlayAsync(IFixture fixture, CrowdPlan plan, Func<Crowd, Task>? meanwhile, MetricsReceiver? metrics, Action<double> step)
    {
        await using var stage = await fixture.OpenAsync(plan.Rounds + 1, plan.Players);
        using var crowd = new Crowd(fixture.Address, stage.Code, plan.Players, plan.Seed) { LatestMs = plan.WithinMs, Silent = plan.Silent, ServerClock = stage.Clock };
        var before = fixture.ResidentBytes;
        var began = Stopwatch.GetTimestamp();
        var joined = await crowd.JoinAllAsync(plan.AtOnce);
        var figures = new CrowdFigures(fixture.Name, plan, joined, Stopwatch.GetElapsedTime(began).TotalSeconds);
        step(1);
        using var playing = new CancellationTokenSource();
        var alive = KeepAliveAsync(crowd, playing.Token);
        await Task.Delay(Rest);
        var slowSince = Stopwatch.GetTimestamp();
        if (meanwhile is not null)
            await meanwhile(crowd);

        var (allocated, paused) = (0.0, 0.0);
        for (var round = 0; round < plan.Rounds; round++)
        {
            if (round == plan.Warming && metrics is not null)
                (allocated, paused) = (await metrics.NextAsync(MetricsReceiver.Allocated), await metrics.NextAsync(MetricsReceiver.Paused));
            var frames = crowd.Frames;
            var (cpu, own, wall) = (fixture.Cpu, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            await stage.AskAsync(crowd, round);
            await crowd.SeenAsync(Crowd.Acknowledgement, round, crowd.Healthy);
            var acknowledged = fixture.Cpu - cpu;
            await stage.FinishAsync(crowd, round);
            if (round >= plan.Warming)
            {
                figures.Add(
                    crowd.Questions[round], acknowledged, fixture.Cpu - cpu, (Environment.CpuUsage.TotalTime - own) / Stopwatch.GetElapsedTime(wall),
                    (crowd.Frames - frames) / (double)plan.Players, await crowd.Late[round]);
            }
            step(1);
            await Task.Delay(Rest);
        }
        if (metrics is not null)
        {
            figures.AllocatedBytes = (await metrics.NextAsync(MetricsReceiver.Allocated) - allocated) / (plan.Questions * plan.Players);
            figures.PausedMs = (await metrics.NextAsync(MetricsReceiver.Paused) - paused) * 1_000 / plan.Questions;
            figures.HeapBytes = await metrics.NextAsync(MetricsReceiver.Heap) / plan.Players;
        }
        figures.ConnectionBytes = (fixture.ResidentBytes - before) / plan.Players;
        figures.Faults = new(crowd.Faults);
        figures.PlayedMs = Stopwatch.GetElapsedTime(slowSince).TotalMilliseconds;
        await playing.CancelAsync();
        await alive;
        return figures;
    }

    /// <summary>What a right answer earns if nothing but its own sending counts.</summary>
    public static int Fair(double sentMs) => Scoring.Points(
        ScoringFormula.Speed, new SingleChoiceQuestion(Guid.Empty, "", [], TimeLimitMs, 1_000), (int)sentMs);

    public static async Task<IFixture> StartAsync(bool floor, Uri? server) => floor ? await FloorFixture.StartAsync() : await ArenaFixture.StartAsync(server);

    private static async Task KeepAliveAsync(Crowd crowd, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            await crowd.KeepAliveAsync(TimeSpan.FromSeconds(Math.Min(KeepAliveSeconds, Math.Max(1, crowd.Players / 500.0))));
    }
}
