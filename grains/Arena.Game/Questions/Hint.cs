using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>A help that players can use while the question is open. Only those who use it see it.</summary>
/// <param name="Text">The help.</param>
/// <param name="CostPercent">How many per cent of the points it costs: 10, 25, 50, 75 or 100.</param>
public sealed record Hint(string Text, int CostPercent = GameLimits.DefaultHintCostPercent)
{
    internal bool IsComplete() => Text is not null && GameLimits.IsHintCost(CostPercent);
}
