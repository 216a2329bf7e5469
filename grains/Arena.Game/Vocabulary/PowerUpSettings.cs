using System.Collections.Immutable;

namespace Arena.Game.Vocabulary;

/// <summary>Which power-ups a game has, and how players earn them.</summary>
public sealed record PowerUpSettings
{
    /// <summary>At least one, each once.</summary>
    public ImmutableArray<PowerUpKind> Kinds { get; init; } = [.. Enum.GetValues<PowerUpKind>()];

    /// <summary>How players earn them.</summary>
    public PowerUpEarning Earning { get; init; } = PowerUpEarning.Both;

    /// <summary>Lists are equal by their content.</summary>
    public bool Equals(PowerUpSettings? other) =>
        other is not null && Earning == other.Earning && Kinds.AsSpan().SequenceEqual(other.Kinds.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Kinds.AsSpan().Length;
}

/// <summary>How players earn power-ups.</summary>
public enum PowerUpEarning
{
    /// <summary>By correct answers in a row and by comebacks.</summary>
    Both,
    /// <summary>By every third correct answer in a row.</summary>
    Streak,
    /// <summary>By a correct answer of a player in the last third.</summary>
    Comeback,
}
