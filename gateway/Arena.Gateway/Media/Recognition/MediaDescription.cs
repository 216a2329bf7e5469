using Arena.Game.Vocabulary;

namespace Arena.Gateway.Media.Recognition;

/// <summary>What a file contains.</summary>
/// <param name="Kind">What it is to those who see or hear it.</param>
/// <param name="ContentType">What it is served as.</param>
/// <param name="Width">In pixels, unless it is a sound.</param>
/// <param name="Height">In pixels, unless it is a sound.</param>
/// <param name="Seconds">How long it lasts, rounded up; null for a picture.</param>
internal sealed record MediaDescription(MediumKind Kind, string ContentType, int? Width, int? Height, int? Seconds);
