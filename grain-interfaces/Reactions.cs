using System.Collections.Immutable;

namespace Arena.GrainInterfaces;

/// <summary>How players react between the questions. Nothing of it is kept: it is shown on the big screen for a moment.</summary>
public enum Reaction
{
    /// <summary>Applause.</summary>
    Clap,
    /// <summary>A heart.</summary>
    Heart,
    /// <summary>Laughter.</summary>
    Laugh,
    /// <summary>Surprise.</summary>
    Wow,
    /// <summary>Sadness.</summary>
    Sad,
    /// <summary>A party popper.</summary>
    Party,
    /// <summary>No sign of its own: the player tapped the own face, which hops in the lobby as with every other reaction.</summary>
    Hop,
}

/// <summary>How often one reaction was sent.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Count">How often, at least once.</param>
[GenerateSerializer, Immutable, Alias("arena.ReactionCount")]
public sealed record ReactionCount([property: Id(0)] Reaction Kind, [property: Id(1)] int Count);

/// <summary>The reactions of a moment.</summary>
/// <param name="Counts">Each kind that was sent, once.</param>
/// <param name="Seats">Who sent them, each once; <see cref="MaxSeats"/> at most.</param>
[GenerateSerializer, Immutable, Alias("arena.ReactionBatch")]
public sealed record ReactionBatch([property: Id(0)] ImmutableArray<ReactionCount> Counts, [property: Id(1)] ImmutableArray<int> Seats)
{
    /// <summary>More faces than that cannot be followed on a screen.</summary>
    public const int MaxSeats = 40;
}
