using Arena.Game.Vocabulary;
using Arena.Gateway.Media;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>
/// The pictures of one question. A question and each of its options have place for one: the first that came with the file. All others are listed. Nothing is
/// loaded from other sites.
/// </summary>
internal sealed class DraftPictures(DraftCollector draft)
{
    private const string Kind = "picture";

    private readonly List<LeftOutMedium> _leftOut = [];

    /// <summary>Those that the question lacks.</summary>
    public IReadOnlyList<LeftOutMedium> LeftOut => _leftOut;

    /// <summary>Whether it lacks media that are no pictures.</summary>
    public bool LackOthers { get; private set; }

    /// <summary>Keeps the picture of a text. A text of nothing else says what the picture shows.</summary>
    /// <param name="shown">What the text shows.</param>
    /// <param name="text">The text.</param>
    /// <param name="find">Finds a file by its address.</param>
    public (Sourced<string> Text, MediumDraft? Picture) Keep(ShownMedia shown, Sourced<string> text, Func<string, PackedFile?> find)
    {
        LackOthers |= shown.HasOthers;
        MediumDraft? kept = null;
        foreach (ShownPicture picture in shown.Pictures)
        {
            if (find(picture.Source) is not { } file)
                _leftOut.Add(new(picture.Source, MediaErrorCode.UnknownMedia));
            else if (kept is not null)
                _leftOut.Add(new(file.Name, MediaErrorCode.MediaWithoutPlace));
            else
            {
                draft.Files.TryAdd(file.Id, file);
                kept = new(new(file.Id, text.At), new(Kind, text.At)) { Alt = AltOf(picture.Alt) is { } alt ? new(alt, text.At) : null };
            }
        }
        return (text.Value.Length == 0 && kept?.Alt is { } described ? text with { Value = described.Value } : text, kept);
    }

    /// <summary>Lists the pictures of a text that has no place for one.</summary>
    public void LeaveOut(ShownMedia shown)
    {
        LackOthers |= shown.HasOthers;
        _leftOut.AddRange(shown.Pictures.Select(picture => new LeftOutMedium(picture.Source, MediaErrorCode.MediaWithoutPlace)));
    }

    /// <summary>The question as a draft, with what it lacks.</summary>
    public QuestionDraft Complete(QuestionDraft question, MediumDraft? medium)
    {
        if (LackOthers)
            draft.Assumptions.Note(QuizWarningCode.MediaLeftOut, question.Prompt.At.Line, question.Prompt.Value);
        return question with { Medium = medium, LeftOut = _leftOut };
    }

    /// <summary>One line, cut to its limit: what a page says of a picture is no reason to refuse its question.</summary>
    private static string? AltOf(string? alt)
    {
        if (alt is null)
            return null;
        string line = string.Join(' ', alt[..Math.Min(alt.Length, 4 * GameLimits.MaxAltLength)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > GameLimits.MaxAltLength)
            line = line[..(GameLimits.MaxAltLength - (char.IsHighSurrogate(line[GameLimits.MaxAltLength - 1]) ? 1 : 0))];
        return QuizText.TryNormaliseLine(line, GameLimits.MaxAltLength, out string normal) is null ? normal : null;
    }
}
