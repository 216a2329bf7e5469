namespace Arena.Load.Crowds;

/// <summary>The figures of one crowd: medians over its questions, and the worst where stated.</summary>
internal sealed class CrowdFigures(string fixture, CrowdPlan plan, Latencies joined, double joinSeconds)
{
    private const int FairLowest = 950;
    private readonly List<double> _reached = [];
    private readonly List<Latencies> _acknowledged = [];
    private readonly List<double> _cpu = [];
    private readonly List<double> _wholeCpu = [];
    private readonly List<double> _frames = [];
    private readonly List<double> _late = [];
    private readonly List<double> _own = [];
    private readonly List<double> _off = [];

    public string Fixture { get; } = fixture;

    public CrowdPlan Plan { get; } = plan;

    public double JoinSeconds { get; } = joinSeconds;

    public int JoinsFailed { get; } = (int)(joined.Count - Enumerable.Range(1, joined.Count).Count(rank => !double.IsInfinity(joined.At(100.0 * rank / joined.Count))));

    /// <summary>From the end of the joining to the end.</summary>
    public double PlayedMs { get; set; }

    public long ConnectionBytes { get; set; }

    /// <summary>What the server allocated for a player and question, including background work; null if not measured.</summary>
    public double? AllocatedBytes { get; set; }

    /// <summary>For how long the collector stopped everything, a question.</summary>
    public double PausedMs { get; set; }

    /// <summary>Of the heap after the newest collection, a connection.</summary>
    public double HeapBytes { get; set; }

    public Dictionary<string, int> Faults { get; set; } = [];

    /// <summary>Answers that were never acknowledged.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Scores under 950 of 1000, though every answer was right and within a second.</summary>
    public int Unfair { get; private set; }

    /// <summary>From the server's telling to the last one's hearing, in milliseconds.</summary>
    public double ReachedMs => Median(_reached);

    public double ReachedWorstMs => _reached.Max();

    public double AcknowledgedMs(double percentile) => Median(_acknowledged.Select(question => question.At(percentile)));

    /// <summary>Processor seconds of the server from the asking to the last acknowledgement.</summary>
    public double CpuSeconds => Median(_cpu);

    /// <summary>Processor seconds of the server for all that a question brings.</summary>
    public double WholeCpuSeconds => Median(_wholeCpu);

    public double Frames => Median(_frames);

    /// <summary>How late the generator itself was, 99th percentile, worst question.</summary>
    public double LateMs => _late.Max();

    /// <summary>Share of one processor that the generator took.</summary>
    public double GeneratorCores => Median(_own);

    /// <summary>How far scores are from what the moment of sending earns, in points, 99th percentile over all answers; null without scores.</summary>
    public double? OffPoints => _off.Count == 0 ? null : new Latencies(_off).At(99);

    public double? OffPointsWorst => _off.Count == 0 ? null : _off.Max();

    /// <summary>A generator that was late itself has measured itself.</summary>
    public bool IsVoid => LateMs > 50;

    /// <summary>Joins and answers that failed, and all other failures.</summary>
    public int Failed => Unanswered + JoinsFailed + Faults.Values.Sum();

    public void Tell(Figures figures)
    {
        figures
            .Row("joined in s (failed)", $"{JoinSeconds:F2} ({JoinsFailed})")
            .Row("question to the last, ms (worst)", $"{ReachedMs:F0} ({ReachedWorstMs:F0})")
            .Row("acknowledged, p50 / p99 / max ms", $"{AcknowledgedMs(50):F1} / {AcknowledgedMs(99):F1} / {AcknowledgedMs(100):F1}")
            .Row("acknowledged, p99 ms of each question", $"{string.Join(' ', _acknowledged.Select(question => Math.Round(question.At(99))))}")
            .Row("never acknowledged", $"{Unanswered}");
        if (OffPoints is not null)
        {
            figures
                .Row("scores under 950", $"{Unfair}")
                .Row("points off the moment of sending, p99 / max", $"{OffPoints:F0} / {OffPointsWorst:F0}");
        }
        figures
            .Row("server CPU s to the last acknowledgement", $"{CpuSeconds:F2}")
            .Row("server CPU s, all of the question", $"{WholeCpuSeconds:F2}")
            .Row("us of it a player", $"{WholeCpuSeconds * 1e6 / Plan.Players:F0}")
            .Row("frames a player and question", $"{Frames:F2}")
            .Row("KiB a connection", $"{ConnectionBytes / 1_024.0:F1}")
            .Row("generator: late p99 ms, cores", $"{LateMs:F1}, {GeneratorCores:F2}");
        if (AllocatedBytes is not null)
        {
            figures
                .Row("KiB allocated a player and question", $"{AllocatedBytes / 1_024:F1}")
                .Row("collector: stops ms a question, heap KiB a connection", $"{PausedMs:F0}, {HeapBytes / 1_024:F1}");
        }
        foreach (var (fault, count) in Faults)
            figures.Row(fault, $"{count}");
        if (IsVoid)
            figures.Row("void", $"the generator was late itself");
    }

    public void Add(Question question, TimeSpan cpu, TimeSpan wholeCpu, double own, double frames, Latencies late)
    {
        _reached.Add(Timeline.Milliseconds(question.Told, question.Heard[..^Plan.Silent].Max()));
        var waits = new double[Plan.Players - Plan.Silent];
        for (var number = 0; number < waits.Length; number++)
        {
            waits[number] = question.Acknowledged[number] == 0
                ? double.PositiveInfinity
                : Timeline.Milliseconds(question.Due[number], question.Acknowledged[number]);
            if (double.IsInfinity(waits[number]))
                Unanswered++;
            if (question.Points[number] < 0)
                continue;
            if (question.Points[number] < FairLowest)
                Unfair++;
            _off.Add(Math.Abs(question.Points[number] - CrowdRun.Fair(Timeline.Milliseconds(question.Opens, question.Sent[number]))));
        }
        _acknowledged.Add(new(waits));
        _cpu.Add(cpu.TotalSeconds);
        _wholeCpu.Add(wholeCpu.TotalSeconds);
        _own.Add(own);
        _frames.Add(frames);
        _late.Add(late.At(99));
    }

    private static double Median(IEnumerable<double> values) => new Latencies(values).At(50);
}
