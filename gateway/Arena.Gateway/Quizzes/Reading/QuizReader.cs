using System.IO.Compression;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>
/// Bytes in, a sound quiz or the list of its errors out. Pure, and never throws, whatever the bytes are. The work grows linearly with the file.
/// </summary>
internal static class QuizReader
{
    /// <param name="file">The whole file.</param>
    /// <param name="format">What it is written in.</param>
    /// <param name="work">Counts the work and stops it.</param>
    /// <param name="limit">How many questions the quiz may have.</param>
    /// <param name="title">The quiz's title; wins over the file's.</param>
    /// <param name="skipInvalid">Whether unsound questions are left out; else one of them refuses the quiz.</param>
    /// <param name="fallbackTitle">The title of a quiz whose file has none that is sound.</param>
    public static QuizReading Read(
        ReadOnlyMemory<byte> file, QuizFormat format, ReadingWork work, QuestionLimit limit, string? title = null, bool skipInvalid = false, string? fallbackTitle = null)
    {
        var faults = new ValidationErrors();
        if (SourceFile.TryOpen(file, out OpenedFile opened) is { } fault)
        {
            faults.AddToQuiz(new(1), fault);
            return Refused(faults, []);
        }
        return Read(opened, format, faults, work, limit, title, skipInvalid, fallbackTitle);
    }

    /// <summary>The same of a package on the disk, whose list of entries was checked.</summary>
    public static QuizReading ReadPackage(
        ZipArchive package, ReadingWork work, QuestionLimit limit, string? title = null, bool skipInvalid = false, string? fallbackTitle = null) =>
        Read(new(SourceKind.Package, default) { Archive = package }, QuizFormat.Auto, new(), work, limit, title, skipInvalid, fallbackTitle);

    private static QuizReading Read(
        OpenedFile opened, QuizFormat format, ValidationErrors faults, ReadingWork work, QuestionLimit limit, string? title, bool skipInvalid, string? fallbackTitle)
    {
        DraftReading reading = new FormatReaders(faults, work).Read(opened, format);
        if (reading.Draft is not { } draft)
            return Refused(faults, reading.Warnings);
        string? named = title ?? (HasTitle(draft) ? null : fallbackTitle);
        QuizDraft titled = named is null ? draft : draft with { Title = new(named, SourceMark.TitleParameter) };
        var validator = new QuizValidator(faults, work, limit);
        QuizContent? content = validator.Validate(titled);
        return content is null || (faults.Count > 0 && !skipInvalid)
            ? Refused(faults, reading.Warnings)
            : new(content, faults.InOrder(), faults.Count, reading.Unread + draft.Questions.Count - content.Questions.Length, reading.Warnings)
            {
                Files = reading.Files,
                MissingMedia = validator.LeftOut,
            };
    }

    private static bool HasTitle(QuizDraft draft) =>
        draft.Title is { Value: var title } && QuizText.TryNormaliseLine(title, GameLimits.MaxTitleLength, out _) is null;

    private static QuizReading Refused(ValidationErrors faults, IReadOnlyList<QuizWarning> warnings) =>
        new(null, faults.InOrder(), faults.Count, 0, warnings);
}
