namespace Arena.Game.Vocabulary;

/// <summary>How a medium is shown. On the wire and in logs it is its name in camelCase: kinds are added, never renamed.</summary>
public enum MediumKind
{
    /// <summary>A still picture, stored in a few widths.</summary>
    Picture,
    /// <summary>Sound.</summary>
    Audio,
    /// <summary>Moving pictures, with sound or without.</summary>
    Video,
}
