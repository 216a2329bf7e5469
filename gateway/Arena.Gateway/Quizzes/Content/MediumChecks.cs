using System.Text.Json;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>Checks what a file says of a medium. Whether there is such a medium is not said by a file.</summary>
internal static class MediumChecks
{
    /// <returns>The medium of a question.</returns>
    public static Medium Medium(this DraftChecks checks, MediumDraft draft) => new(Name(draft.Name, checks), Kind(draft.Kind, checks))
    {
        Alt = draft.Alt is { } alt ? checks.Line(alt, "alt", GameLimits.MaxAltLength) : null,
        Credit = draft.Credit is { } credit ? checks.Line(credit, "credit", GameLimits.MaxCreditLength) : null,
        Width = Within(draft.Width, "width", 1, GameLimits.MaxMediumSide, checks),
        Height = Within(draft.Height, "height", 1, GameLimits.MaxMediumSide, checks),
        Seconds = Within(draft.Seconds, "seconds", 0, GameLimits.MaxMediumSeconds, checks),
    };

    /// <returns>The picture of an option.</returns>
    public static Medium Picture(this DraftChecks checks, MediumDraft draft)
    {
        Medium medium = checks.Medium(draft);
        if (medium.Kind != MediumKind.Picture)
            checks.Refuse(draft.Kind.At, QuizErrorCode.UnknownValue, draft.Kind.Value, "kind");
        return medium;
    }

    private static string Name(Sourced<string> name, DraftChecks checks)
    {
        if (!Game.Questions.Medium.IsName(name.Value))
            checks.Refuse(name.At, QuizErrorCode.UnknownValue, name.Value, "name");
        return name.Value;
    }

    private static MediumKind Kind(Sourced<string> kind, DraftChecks checks)
    {
        foreach (MediumKind known in Enum.GetValues<MediumKind>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName($"{known}") == kind.Value)
                return known;
        }
        checks.Refuse(kind.At, QuizErrorCode.UnknownValue, kind.Value, "kind");
        return default;
    }

    private static int? Within(Sourced<int>? number, string member, int least, int most, DraftChecks checks)
    {
        if (number is null)
            return null;
        if (number.Value < least || number.Value > most)
            checks.Refuse(number.At, QuizErrorCode.OutOfRange, $"{number.Value}", member, number.Value < least ? least : most);
        return number.Value;
    }
}
