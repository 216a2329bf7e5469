using Arena.Game.Vocabulary;

namespace Arena.Game.Views;

/// <summary>A medium as clients show it. They load it from <c>/media/{name}</c>, or <c>/media/{name}/{width}</c> for a smaller picture, and nowhere else.</summary>
/// <param name="Name">Says nothing about the content.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Alt">What it shows, for those who do not see or hear it; null if the author says nothing.</param>
/// <param name="Width">Pixels, or null.</param>
/// <param name="Height">Pixels, or null.</param>
/// <param name="Seconds">How long it plays, or null.</param>
public sealed record MediumView(string Name, MediumKind Kind, string? Alt, int? Width, int? Height, int? Seconds);

/// <summary>The picture of an option.</summary>
/// <param name="Option">Index of the option.</param>
/// <param name="Picture">Its picture.</param>
public sealed record OptionPicture(int Option, MediumView Picture);

/// <summary>A medium of the question to come, which clients load before it is asked.</summary>
/// <param name="Name">Says nothing about the content.</param>
/// <param name="Kind">How it will be shown.</param>
/// <param name="Width">Pixels, or null: which smaller pictures there are follows from it.</param>
/// <param name="IsOfOption">Whether it is the picture of an option, which is shown smaller.</param>
public sealed record NextMedium(string Name, MediumKind Kind, int? Width, bool IsOfOption);
