using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>
/// The lines of a text file whose encoding is not told. Real question files are UTF-8 into which single lines of Windows-1252 were pasted, so
/// the encoding is decided line by line. Where characters were lost on the way, the line holds U+FFFD instead of a guess.
/// </summary>
internal static class SourceText
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> file) =>
        file.Span.StartsWith(Encoding.UTF8.Preamble) ? file[Encoding.UTF8.Preamble.Length..] : file;

    /// <summary>Whether this is UTF-16, which nothing here reads.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> file) =>
        file.StartsWith(Encoding.Unicode.Preamble) || file.StartsWith(Encoding.BigEndianUnicode.Preamble);

    /// <summary>Where the text stops being UTF-8, or null.</summary>
    public static int? FirstInvalidByte(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
            return null;
        int valid = 0;
        while (Rune.DecodeFromUtf8(text[valid..], out _, out int length) == OperationStatus.Done)
            valid += length;
        return valid;
    }

    /// <summary>Lines end with CRLF, LF or CR, as they come.</summary>
    public static IEnumerable<string> Lines(ReadOnlyMemory<byte> text)
    {
        ReadOnlyMemory<byte> rest = text;
        while (!rest.IsEmpty)
        {
            int end = rest.Span.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
                end = rest.Length;
            yield return Decode(rest.Span[..end]);
            rest = rest[end..];
            rest = rest[(rest.Span.StartsWith("\r\n"u8) ? 2 : Math.Min(1, rest.Length))..];
        }
    }

    private static string Decode(ReadOnlySpan<byte> line) =>
        Utf8.IsValid(line) || IsDamagedUtf8(line) ? Encoding.UTF8.GetString(line) : Windows1252.GetString(line);

    /// <summary>
    /// Whether a line that is not UTF-8 once was: it still holds whole UTF-8 sequences, or a broken one that ends in a question mark amid a
    /// word, which is what a converter puts for a byte that it does not know (<c>Ð?n oxygen tank</c>).
    /// </summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> line)
    {
        for (int at = 0; at < line.Length;)
        {
            OperationStatus status = Rune.DecodeFromUtf8(line[at..], out _, out int length);
            if (status == OperationStatus.Done ? length > 1 : IsCutAmidWord(line[at..]))
                return true;
            at += length;
        }
        return false;
    }

    private static bool IsCutAmidWord(ReadOnlySpan<byte> sequence)
    {
        bool isLead = sequence[0] is >= 0xC2 and <= 0xF4;
        int after = 1 + Math.Max(0, sequence[1..].IndexOfAnyExceptInRange((byte)0x80, (byte)0xBF));
        return isLead && after + 1 < sequence.Length && sequence[after] == '?' && char.IsAsciiLetter((char)sequence[after + 1]);
    }
}
