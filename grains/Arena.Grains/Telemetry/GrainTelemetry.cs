using System.Diagnostics;
using System.Diagnostics.Metrics;
using Arena.Game.Events;

namespace Arena.Grains.Telemetry;

/// <summary>What the grains measure. No player, session or code is ever a label.</summary>
public static class GrainTelemetry
{
    /// <summary>The meter's name, for exporters.</summary>
    public const string MeterName = "Arena.Grains";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> ScoringDuration = Meter.CreateHistogram<double>(
        "scoring_duration", "s", "Time to judge and score one turn's answers, without waiting for storage",
        advice: new() { HistogramBucketBoundaries = [0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1] });

    private static readonly Counter<long> Answers = Meter.CreateCounter<long>("arena.answers", "{answer}", "Answers accepted");

    private static readonly UpDownCounter<long> LiveSessions =
        Meter.CreateUpDownCounter<long>("arena.sessions.live", "{session}", "Sessions that have not ended and are active here");

    internal static void SessionCame() => LiveSessions.Add(1);

    internal static void SessionWent() => LiveSessions.Add(-1);

    internal static void RecordScoring(long startedTimestamp, List<GameEvent> events)
    {
        var answers = 0;
        var scores = false;
        foreach (var happened in events)
        {
            answers += happened is AnswerAccepted ? 1 : 0;
            scores |= happened is AnswerAccepted or QuestionClosed;
        }
        if (answers > 0)
            Answers.Add(answers);
        if (scores)
            ScoringDuration.Record(Stopwatch.GetElapsedTime(startedTimestamp).TotalSeconds);
    }
}
