using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Arena.Game.Vocabulary;

namespace Arena.Game.State;

/// <summary>A power-up that a player has used. What it does is fixed here, so that later releases replay the same.</summary>
/// <param name="Round">Index of the question.</param>
/// <param name="OperationId">Of the command that used it.</param>
/// <param name="Kind">Which one.</param>
/// <param name="Effect">What it does.</param>
public sealed record PowerUpUse(int Round, Guid OperationId, PowerUpKind Kind, PowerUpEffect Effect)
{
    /// <summary>The options that it removed, ascending.</summary>
    public ImmutableArray<int> Removed { get; init; } = [];

    /// <summary>What it adds to the player's score in the average of the team.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int TeamCredit { get; init; }
}
