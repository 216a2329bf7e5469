namespace Arena.Game.Views;

/// <summary>A question of a self-paced session that is over, for its player.</summary>
/// <param name="Result">What it brought.</param>
/// <param name="Reveal">The question with its key and explanation; its statistics are of the player's own answer.</param>
public sealed record ReviewedQuestion(RoundResult Result, RevealView Reveal);
