using System.Text.Json.Serialization;

namespace Arena.Game.Vocabulary;

/// <summary>
/// What a power-up does, with its parameters. A closed family; on the wire and in the journal <c>kind</c> names the case. The rules of each are one
/// class in <c>Rules/PowerUps</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DoublePointsEffect), "doublePoints")]
[JsonDerivedType(typeof(FiftyFiftyEffect), "fiftyFifty")]
[JsonDerivedType(typeof(ExtraTimeEffect), "extraTime")]
[JsonDerivedType(typeof(StreakFreezeEffect), "streakFreeze")]
[JsonDerivedType(typeof(SecondChanceEffect), "secondChance")]
[JsonDerivedType(typeof(ShieldEffect), "shield")]
public abstract record PowerUpEffect
{
    private protected PowerUpEffect()
    {
    }
}

/// <summary>Points that the answer earns are multiplied.</summary>
/// <param name="Factor">By this.</param>
public sealed record DoublePointsEffect(int Factor) : PowerUpEffect;

/// <summary>Wrong options are removed.</summary>
/// <param name="Percent">So many per cent of all options, rounded down.</param>
public sealed record FiftyFiftyEffect(int Percent) : PowerUpEffect;

/// <summary>The question closes later for the player.</summary>
/// <param name="Percent">By so many per cent of the player's own time.</param>
public sealed record ExtraTimeEffect(int Percent) : PowerUpEffect;

/// <summary>A wrong answer, or none, leaves the row of correct answers as it is.</summary>
public sealed record StreakFreezeEffect : PowerUpEffect;

/// <summary>The player can give a second answer.</summary>
/// <param name="Percent">It earns so many per cent of its points.</param>
public sealed record SecondChanceEffect(int Percent) : PowerUpEffect;

/// <summary>A miss takes no points and no life, and does not count in the team's average.</summary>
public sealed record ShieldEffect : PowerUpEffect;
