using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Bytes in, a sound quiz or the list of what is wrong out. Pure, and never throws for what the bytes are.</summary>
internal static class QuizReader
{
    /// <param name="file">The whole file.</param>
    /// <param name="format">What it is written in.</param>
    /// <param name="title">The quiz's title; wins over the file's.</param>
    /// <param name="skipInvalid">Whether unsound questions are left out; else one of them refuses the quiz.</param>
    public static QuizReading Read(ReadOnlyMemory<byte> file, QuizFormat format, string? title = null, bool skipInvalid = false)
    {
        var faults = new FaultList();
        ReadOnlyMemory<byte> text = SourceText.WithoutByteOrderMark(file);
        (QuizDraft? draft, int unread) = IsArenaJson(text.Span, format)
            ? new ArenaJsonReader(faults).Read(text.Span)
            : new OpenTriviaReader(faults).Read(text);
        if (draft is null)
            return new(null, faults.InOrder(), faults.Count, 0);
        QuizDraft titled = title is null ? draft : draft with { Title = new(title, new(1, null, "title")) };
        QuizContent? content = new QuizValidator(faults).Validate(titled);
        if (content is null || (faults.Count > 0 && !skipInvalid))
            return new(null, faults.InOrder(), faults.Count, 0);
        return new(content, faults.InOrder(), faults.Count, unread + draft.Questions.Count - content.Questions.Length);
    }

    private static bool IsArenaJson(ReadOnlySpan<byte> text, QuizFormat format) =>
        format == QuizFormat.Arena || (format == QuizFormat.Auto && text.TrimStart(" \t\r\n"u8).StartsWith("{"u8));
}
