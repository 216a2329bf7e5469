using System.Collections.Concurrent;

namespace Arena.Load.Attacks;

/// <summary>The responses, counted by outcome.</summary>
internal sealed class AttackTally
{
    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);

    public int Count => _answers.Values.Sum();

    public void Add(string answer) => _answers.AddOrUpdate(answer, 1, (_, count) => count + 1);

    public override string ToString() => string.Join(", ", _answers.OrderByDescending(answer => answer.Value).Take(5).Select(answer => $"{answer.Value} x {answer.Key}"));
}
