using System.Collections.Immutable;

namespace Arena.Game.State;

/// <summary>A skipped question as it was, so that the skip can be undone.</summary>
/// <param name="Phase">The phase that was skipped: <see cref="State.Phase.GetReady"/> or <see cref="State.Phase.Asking"/>.</param>
/// <param name="AtMs">When it was skipped.</param>
/// <param name="Answers">The answers that had been given, by seat.</param>
public sealed record SkippedQuestion(Phase Phase, long AtMs, ImmutableSortedDictionary<int, Answer> Answers)
{
    /// <summary>The power-ups that had been used on it, by seat: their players have them in hand again.</summary>
    public ImmutableSortedDictionary<int, PowerUpUse> PowerUps { get; init; } = ImmutableSortedDictionary<int, PowerUpUse>.Empty;

    /// <summary>Index of the question.</summary>
    public int Round => PhaseQuestion.RoundOf(Phase);
}
