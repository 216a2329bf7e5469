using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>The numbers that are asked for and answered.</summary>
internal static class NumberLimits
{
    public static bool Has(decimal number) => number is >= -GameLimits.MaxNumber and <= GameLimits.MaxNumber;
}
