using System.Collections.Concurrent;
using System.Text.Json;

namespace Arena.Load.Attacks;

/// <summary>The responses, counted by outcome.</summary>
internal sealed class AttackCounters
{
    /// <summary>Of a call of the hub that was done.</summary>
    public const string Accepted = "accepted";

    private readonly ConcurrentDictionary<string, int> _answers;

    public AttackCounters()
        : this([])
    {
    }

    private AttackCounters(Dictionary<string, int> answers) => _answers = new(answers, StringComparer.Ordinal);

    public int Count => _answers.Values.Sum();

    /// <summary>How many were not done.</summary>
    public int Refused => _answers.Where(answer => answer.Key != Accepted && !answer.Key.StartsWith('2')).Sum(answer => answer.Value);

    public static AttackCounters Parse(string json) => new(JsonSerializer.Deserialize<Dictionary<string, int>>(json)!);

    public void Add(string answer) => _answers.AddOrUpdate(answer, 1, (_, count) => count + 1);

    public string ToJson() => JsonSerializer.Serialize(_answers);

    public override string ToString() => string.Join(", ", _answers.OrderByDescending(answer => answer.Value).Take(5).Select(answer => $"{answer.Value} x {answer.Key}"));
}
