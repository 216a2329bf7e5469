using System.Text;
using Arena.Gateway.Quizzes.Reading.Json;
using Arena.Gateway.Quizzes.Reading.Lines;
using Arena.Gateway.Quizzes.Reading.Tables;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Recognises what a text is written in by its beginning, of which a bounded part is looked at.</summary>
internal static class FormatRecognition
{
    private const int EnoughRows = 2;

    /// <summary>A name in brackets is not longer.</summary>
    private const int FormatBytes = 16;

    public static QuizFormat Of(ReadOnlyMemory<byte> text)
    {
        ReadOnlySpan<byte> content = text.Span.TrimStart(" \t\r\n"u8);
        if (content.StartsWith("{"u8) || (content.StartsWith("["u8) && !NamesFormat(content)))
            return JsonRecognition.Of(content);
        IReadOnlyList<SourceLine> lines = SourceText.Sample(text);
        var shape = DelimitedText.Of(lines);
        if (!shape.BeginsWithHeader && lines.Any(line => line.Text.StartsWith("#Q", StringComparison.Ordinal)))
            return QuizFormat.OpenTriviaQa;
        if (shape.BeginsWithHeader || HasHeader(shape, lines) || (lines.Count > 0 && TableReader.IsFlashCardHeader(lines[0].Text)))
            return QuizFormat.Table;
        if (TextRecognition.IsAiken(lines))
            return QuizFormat.Aiken;
        if (TextRecognition.IsGift(lines))
            return QuizFormat.Gift;
        return IsRegular(shape, lines) ? QuizFormat.Table : QuizFormat.OpenTriviaQa;
    }

    /// <summary>What XML of a known root element is.</summary>
    public static QuizFormat OfMarkup(ReadOnlySpan<byte> markup) => markup.IndexOf("<quiz"u8) >= 0 ? QuizFormat.MoodleXml : QuizFormat.Qti;

    /// <summary>Whether a text of GIFT begins with the name of its format in brackets, as a list of JSON cannot.</summary>
    private static bool NamesFormat(ReadOnlySpan<byte> text) => GiftText.Format(Encoding.UTF8.GetString(text[..Math.Min(text.Length, FormatBytes)])).Format is not null;

    private static bool HasHeader(DelimitedText shape, IReadOnlyList<SourceLine> lines) =>
        shape.IsNamed || shape.Rows(lines).Take(TableReader.MaxRowsAbove).Any(row => TableHeader.Of(row) is not null);

    /// <summary>Lines that have the same number of cells are a table, be it one that cannot be read.</summary>
    private static bool IsRegular(DelimitedText shape, IReadOnlyList<SourceLine> lines) =>
        shape.IsRegular && lines.Count(line => !string.IsNullOrWhiteSpace(line.Text)) >= EnoughRows;
}
