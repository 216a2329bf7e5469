using Arena.Grains.Ports;

namespace Arena.Grains;

/// <summary>What a session's rows must be according to its log.</summary>
/// <param name="SessionId">Whose.</param>
/// <param name="StartedAtMs">When the first question was announced, or null.</param>
/// <param name="EndedAtMs">When it ended, or null.</param>
/// <param name="Players">All players that took a seat, by player id.</param>
/// <param name="Answers">By answer id.</param>
/// <param name="Scores">By player id.</param>
public sealed record ReplayedSession(
    Guid SessionId,
    long? StartedAtMs,
    long? EndedAtMs,
    IReadOnlyDictionary<Guid, PlayerJoining> Players,
    IReadOnlyDictionary<Guid, AnswerGiven> Answers,
    IReadOnlyDictionary<Guid, PlayerScore> Scores)
{
    /// <summary>Where the replayed game and the sum of its answers disagree. Empty, unless there is a bug.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];
}
