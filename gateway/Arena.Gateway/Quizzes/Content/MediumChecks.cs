using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Content;

/// <summary>Checks what a file says of a medium. Whether there is such a medium is not said by a file.</summary>
internal static class MediumChecks
{
    /// <returns>The medium of a question.</returns>
    public static Medium Medium(this DraftChecks checks, MediumDraft draft) => new(Name(draft.Name, checks), checks.Word<MediumKind>(draft.Kind, "kind"))
    {
        Alt = draft.Alt is { } alt ? checks.Line(alt, "alt", GameLimits.MaxAltLength) : null,
        Credit = draft.Credit is { } credit ? checks.Line(credit, "credit", GameLimits.MaxCreditLength) : null,
        Width = draft.Width is { } width ? checks.Integer(width, "width", 1, GameLimits.MaxMediumSide) : null,
        Height = draft.Height is { } height ? checks.Integer(height, "height", 1, GameLimits.MaxMediumSide) : null,
        Seconds = draft.Seconds is { } seconds ? checks.Integer(seconds, "seconds", 0, GameLimits.MaxMediumSeconds) : null,
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
}
