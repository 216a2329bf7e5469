using System.Text;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Finds out what a file is by its content, and makes UTF-8 text of UTF-16 and UTF-32.</summary>
internal static class SourceFile
{
    // UTF-32's mark begins with that of UTF-16, so it is looked for first.
    private static readonly Encoding[] Marked = [Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.Unicode, Encoding.BigEndianUnicode];

    private static readonly UnicodeEncoding[] Unmarked = [new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: false), new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: false)];

    /// <param name="file">The whole file.</param>
    /// <param name="opened">What it is, if it can be read.</param>
    /// <returns>Why it is nothing that can be read, or null.</returns>
    public static QuizErrorCode? TryOpen(ReadOnlyMemory<byte> file, out OpenedFile opened)
    {
        ReadOnlyMemory<byte> text = WithoutByteOrderMark(file);
        opened = new(FileSignature.ContainerOf(text.Span) ?? SourceKind.Text, text);
        if (text.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return QuizErrorCode.NoQuestions;
        if (opened.Kind != SourceKind.Text)
            return null;
        if (FileSignature.KindOf(text.Span) is { } kind)
            return kind;
        if (FileSignature.IsUnmarkedUtf16(text.Span))
            return TryOpenUtf16(text, out opened);
        return FileSignature.IsBinary(text.Span) ? QuizErrorCode.BinaryFile : null;
    }

    /// <summary>Text is UTF-16 in that order of bytes in which its line ends and letters are; it is read with a warning.</summary>
    private static QuizErrorCode? TryOpenUtf16(ReadOnlyMemory<byte> file, out OpenedFile opened)
    {
        bool isBigEndian = FileSignature.IsBigEndian(file.Span);
        string text = Unmarked[isBigEndian ? 1 : 0].GetString(file.Span);
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        opened = new(FileSignature.ContainerOf(utf8) ?? SourceKind.Text, utf8, QuizWarningCode.AssumedUtf16);
        if (text.Contains('\uFFFD'))
            return QuizErrorCode.UnsupportedEncoding;
        return FileSignature.IsBinary(utf8) ? QuizErrorCode.BinaryFile : null;
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
