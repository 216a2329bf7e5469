using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>A picture, sound or video of a question. What it shows is stored elsewhere, under its name.</summary>
/// <param name="Name">32 lower-case hexadecimal digits: the beginning of the hash of its content.</param>
/// <param name="Kind">How it is shown.</param>
public sealed record Medium(string Name, MediumKind Kind)
{
    /// <summary>Digits of a name.</summary>
    public const int NameLength = 32;

    /// <summary>What it shows, for those who do not see or hear it.</summary>
    public string? Alt { get; init; }

    /// <summary>Pixels, of what has any.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels, of what has any.</summary>
    public int? Height { get; init; }

    /// <summary>How long it plays.</summary>
    public int? Seconds { get; init; }

    /// <summary>Author and licence. Shown with the reveal: it often names what is asked for.</summary>
    public string? Credit { get; init; }

    /// <summary>Whether a text can be the name of a medium.</summary>
    public static bool IsName(string? name) => name is { Length: NameLength } && name.All(char.IsAsciiHexDigitLower);

    /// <summary>What players see of it while a question is open.</summary>
    public MediumView Show() => new(Name, Kind, Alt, Width, Height, Seconds);

    internal bool IsComplete() =>
        IsName(Name) && Enum.IsDefined(Kind) && IsSide(Width) && IsSide(Height) && Seconds is null or (>= 0 and <= GameLimits.MaxMediumSeconds);

    private static bool IsSide(int? pixels) => pixels is null or (> 0 and <= GameLimits.MaxMediumSide);
}
