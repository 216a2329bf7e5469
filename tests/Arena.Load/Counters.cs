using System.Collections.Concurrent;

namespace Arena.Load;

/// <summary>Observations, counted from many threads.</summary>
internal sealed class Counters
{
    private readonly ConcurrentBag<double> _answerMs = [];
    private readonly ConcurrentBag<int> _scores = [];
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private int _joined;

    public int Joins => _joined;

    public int Answers => _answerMs.Count;

    public IReadOnlyDictionary<string, int> Failures => _failures;

    public int LowestScore => _scores.DefaultIfEmpty(0).Min();

    public void Joined() => Interlocked.Increment(ref _joined);

    public void Answered(string? refusal, TimeSpan latency)
    {
        if (refusal is null)
            _answerMs.Add(latency.TotalMilliseconds);
        else
            Failed("answer refused: " + refusal);
    }

    public void Scored(int score) => _scores.Add(score);

    public void Failed(string what) => _failures.AddOrUpdate(what, 1, (_, count) => count + 1);

    public double AnswerMs(double percentile)
    {
        var sorted = _answerMs.Order().ToArray();
        return sorted.Length == 0 ? double.PositiveInfinity : sorted[(int)Math.Min(sorted.Length - 1, percentile / 100 * sorted.Length)];
    }
}
