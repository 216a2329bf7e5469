using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>
/// The lines of a text file whose encoding is not known. Real question files are UTF-8 into which single lines of Windows-1252 were pasted, so
/// the encoding is decided line by line. Where characters were lost on the way, the line holds U+FFFD instead of a guess.
/// </summary>
internal static class SourceText
{
    private const int LongestSequence = 4;
    private const char ByteOrderMark = '\uFEFF';
    private const int SampleBytes = 16 * 1024;

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

    /// <summary>Lines end with CRLF, LF or CR, as they come. Byte order marks at their beginning, where files were joined, are no text.</summary>
    public static IEnumerable<SourceLine> Lines(ReadOnlyMemory<byte> text, ReadingWork work)
    {
        ReadOnlyMemory<byte> rest = text;
        for (int number = 1; !rest.IsEmpty; number++)
        {
            int end = rest.Span.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
                end = rest.Length;
            work.Visit(end + 1);
            (string content, LineEncoding encoding) = Decode(rest.Span[..end]);
            yield return new(number, content.TrimStart(ByteOrderMark), encoding);
            rest = rest[end..];
            rest = rest[(rest.Span.StartsWith("\r\n"u8) ? 2 : Math.Min(1, rest.Length))..];
        }
    }

    /// <summary>The first lines, from which a format is recognised. They are few, so they do not count as work.</summary>
    public static IReadOnlyList<SourceLine> Sample(ReadOnlyMemory<byte> text)
    {
        SourceLine[] lines = [.. Lines(text[..Math.Min(text.Length, SampleBytes)], new ReadingWork(CancellationToken.None))];
        return text.Length <= SampleBytes || lines.Length < 2 ? lines : lines[..^1];
    }

    /// <summary>
    /// A file in which nothing is UTF-8 and a line is nonsense as Windows-1252 is in another code page as a whole, so that the plausible
    /// lines are not trusted either. Amid UTF-8 such a line spoils only its question.
    /// </summary>
    public static int? FirstLineOfOtherCodePage(ReadOnlyMemory<byte> text, ReadingWork work)
    {
        int? first = null;
        bool isUnknown = false;
        foreach (SourceLine line in Lines(text, work))
        {
            if (line.Encoding == LineEncoding.Utf8)
                return null;
            if (line.Encoding != LineEncoding.Ascii)
                first ??= line.Number;
            isUnknown |= line.Encoding == LineEncoding.Unknown;
        }
        return isUnknown ? first : null;
    }

    private static (string Text, LineEncoding Encoding) Decode(ReadOnlySpan<byte> line)
    {
        if (Ascii.IsValid(line))
            return (Encoding.ASCII.GetString(line), LineEncoding.Ascii);
        if (Utf8.IsValid(line))
            return (Encoding.UTF8.GetString(line), LineEncoding.Utf8);
        if (IsDamagedUtf8(line))
            return (Encoding.UTF8.GetString(line), LineEncoding.DamagedUtf8);
        return (Windows1252.Decode(line), Windows1252.IsPlausible(line) ? LineEncoding.Windows1252 : LineEncoding.Unknown);
    }

    /// <summary>
    /// Whether a line that is not UTF-8 once was: most of its bytes beyond ASCII still are, or a broken sequence ends in a question mark amid a
    /// word, which is what a converter puts for a byte that it does not know (<c>Ð?n oxygen tank</c>). Text of a code page has such by accident.
    /// </summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> line)
    {
        int sound = 0, broken = 0, cut = 0;
        for (int at = 0; at < line.Length;)
        {
            bool isSound = Rune.DecodeFromUtf8(line[at..], out _, out int length) == OperationStatus.Done;
            if (!isSound)
            {
                cut += IsCutAmidWord(line[at..]) ? length : 0;
                broken += length;
            }
            else if (length > 1)
                sound += length;
            at += length;
        }
        return sound + cut >= broken;
    }

    private static bool IsCutAmidWord(ReadOnlySpan<byte> sequence)
    {
        if (sequence[0] is < 0xC2 or > 0xF4)
            return false;
        // At most three bytes follow the first one: the rest of a long run is not looked at again from each of its bytes.
        int after = 1;
        while (after < Math.Min(LongestSequence, sequence.Length) && sequence[after] is >= 0x80 and <= 0xBF)
            after++;
        return after + 1 < sequence.Length && sequence[after] == '?' && char.IsAsciiLetter((char)sequence[after + 1]);
    }
}
