using System.Text;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Finds out what a file is by its content, and makes UTF-8 text of it where a byte order mark leaves no doubt.</summary>
internal static class SourceFile
{
    // UTF-32's mark begins with that of UTF-16, so it is looked for first.
    private static readonly Encoding[] Marked = [Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <param name="file">The whole file.</param>
    /// <param name="text">Its text without a byte order mark: UTF-8, or lines in a code page.</param>
    /// <returns>Why it is no text that can be read, or null.</returns>
    public static QuizErrorCode? TryOpen(ReadOnlyMemory<byte> file, out ReadOnlyMemory<byte> text)
    {
        text = WithoutByteOrderMark(file);
        if (text.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return QuizErrorCode.NoQuestions;
        if (FileSignature.KindOf(text.Span) is { } kind)
            return kind;
        if (FileSignature.IsUnmarkedUtf16(text.Span))
            return QuizErrorCode.UnsupportedEncoding;
        return FileSignature.IsBinary(text.Span) ? QuizErrorCode.BinaryFile : null;
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> file)
    {
        if (file.Span.StartsWith(Encoding.UTF8.Preamble))
            return file[Encoding.UTF8.Preamble.Length..];
        return Array.Find(Marked, encoding => file.Span.StartsWith(encoding.Preamble)) is { } marked
            ? Encoding.UTF8.GetBytes(marked.GetString(file.Span[marked.Preamble.Length..]))
            : file;
    }
}
