using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Arena.Game.Results;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.GameResults.Reports;

/// <summary>How a player did.</summary>
/// <param name="Seat">The player's seat.</param>
/// <param name="Nickname">As it was accepted.</param>
/// <param name="Team">The player's team, from 0, or null where there are none.</param>
/// <param name="Score">Sum of all points.</param>
/// <param name="Rank">As on the podium: from 1, equal scores share one; null before the first question is closed.</param>
/// <param name="Counts">The answers to the questions that the player could answer.</param>
/// <param name="Scored">How many of those questions the player could get right.</param>
/// <param name="MedianMs">Half of the answers took no longer; null without answers.</param>
/// <param name="LastRound">The last question that was answered, or null.</param>
/// <param name="LastAnswerAtMs">When that answer reached the server, in Unix milliseconds.</param>
/// <param name="HasLeft">Whether the player answered before, but none of the last two questions or more.</param>
/// <param name="Outcomes">
/// A letter for each question of the report, in its order: <c>r</c> right, <c>p</c> partly right, <c>w</c> wrong, <c>a</c> answered where nothing is right
/// or wrong, <c>n</c> no answer, <c>-</c> not for this player to answer.
/// </param>
/// <param name="TimesMs">The time that was scored of each of those questions, or null.</param>
internal sealed record PlayerReport(
    int Seat,
    string Nickname,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Team,
    int Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Rank,
    OutcomeCounts Counts,
    int Scored,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? MedianMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? LastRound,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? LastAnswerAtMs,
    bool HasLeft,
    string Outcomes,
    ImmutableArray<int?> TimesMs)
{
    /// <summary>How many questions the player could still miss, in the survivor mode; else null.</summary>
    public int? Lives { get; init; }

    /// <summary>Index of the question after which the player was out, or null.</summary>
    public int? OutRound { get; init; }

    /// <summary>Points that the player bet on each of those questions, null where no answer counts; empty but in the confidence mode.</summary>
    public ImmutableArray<int?> Stakes { get; init; } = [];
    /// <summary>The power-up that was used on each of those questions, or null; empty if the player used none.</summary>
    public ImmutableArray<PowerUpKind?> PowerUps { get; init; } = [];
}
