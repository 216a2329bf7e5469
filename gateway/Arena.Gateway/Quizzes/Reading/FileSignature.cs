using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>Recognises files that are not text by their first bytes, regardless of their name.</summary>
internal static class FileSignature
{
    private const int SampleLength = 8 * 1024;
    private const int FewControls = 8;
    private const int TarMarkOffset = 257;
    private const int MediaBoxOffset = 4;

    /// <summary>What holds questions that Arena reads, other than text; null for everything else.</summary>
    public static SourceKind? ContainerOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\x03\x04"u8))
            return ZipContainer(file);
        if (HasAt(file, 0, [0x1F, 0x8B]))
            return SourceKind.Gzip;
        return IsMarkup(file) && IsKnownMarkup(file[..Math.Min(file.Length, SampleLength)]) ? SourceKind.Markup : null;
    }

    /// <summary>What the file is, as the fault that refuses it; null for what may be text.</summary>
    public static QuizErrorCode? KindOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8))
            return ZipKind(file);
        if (HasAt(file, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return QuizErrorCode.OldOfficeFile;
        if (file.StartsWith(@"{\rtf"u8))
            return QuizErrorCode.DocumentFile;
        if (file.StartsWith("%PDF-"u8))
            return QuizErrorCode.PdfFile;
        if (file.StartsWith("SQLite format 3\0"u8))
            return QuizErrorCode.DatabaseFile;
        if (IsImage(file))
            return QuizErrorCode.ImageFile;
        if (IsMedia(file))
            return QuizErrorCode.MediaFile;
        if (IsOtherArchive(file))
            return QuizErrorCode.ArchiveFile;
        return IsMarkup(file) ? QuizErrorCode.MarkupFile : null;
    }

    /// <summary>Whether the file is compressed or an archive, of whatever kind.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> file) => file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8) || IsOtherArchive(file);

    /// <summary>Whether the text, decoded as UTF-8, holds so many control characters that it was never text.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> sample = text[..Math.Min(text.Length, SampleLength)];
        int controls = 0;
        foreach (byte value in sample)
            controls += value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\v' or (byte)'\f' or (byte)'\r') ? 1 : 0;
        return controls > FewControls && controls * 10 > sample.Length;
    }

    /// <summary>Whether every second byte of a text without a byte order mark is zero, as UTF-16 writes Latin letters.</summary>
    public static bool IsUnmarkedUtf16(ReadOnlySpan<byte> file)
    {
        (int even, int odd, int length) = ZerosOf(file);
        return Math.Max(even, odd) * 4 > length && Math.Min(even, odd) * 20 < length;
    }

    /// <summary>Whether of such a text the first byte of each two is the higher one.</summary>
    public static bool IsBigEndian(ReadOnlySpan<byte> file)
    {
        (int even, int odd, _) = ZerosOf(file);
        return even > odd;
    }

    private static (int Even, int Odd, int Length) ZerosOf(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> sample = file[..(Math.Min(file.Length, SampleLength) & ~1)];
        int even = 0, odd = 0;
        for (int at = 0; at < sample.Length; at += 2)
        {
            even += sample[at] == 0 ? 1 : 0;
            odd += sample[at + 1] == 0 ? 1 : 0;
        }
        return (even, odd, sample.Length);
    }

    private static QuizErrorCode ZipKind(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf("xl/workbook."u8) >= 0 || file.IndexOf("opendocument.spreadsheet"u8) >= 0)
            return QuizErrorCode.SpreadsheetFile;
        if (file.IndexOf("word/document."u8) >= 0 || file.IndexOf("opendocument.text"u8) >= 0)
            return QuizErrorCode.DocumentFile;
        return file.IndexOf("ppt/presentation."u8) >= 0 || file.IndexOf("opendocument.presentation"u8) >= 0
            ? QuizErrorCode.PresentationFile
            : QuizErrorCode.ArchiveFile;
    }

    private static bool IsImage(ReadOnlySpan<byte> file) =>
        HasAt(file, 0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) || HasAt(file, 0, [0xFF, 0xD8, 0xFF])
        || file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) || file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8)
        || (file.StartsWith("RIFF"u8) && HasAt(file, 8, "WEBP"u8))
        || (HasAt(file, MediaBoxOffset, "ftyp"u8) && (HasAt(file, 8, "heic"u8) || HasAt(file, 8, "avif"u8) || HasAt(file, 8, "mif1"u8)))
        || (file.StartsWith("BM"u8) && HasAt(file, 6, [0, 0, 0, 0]));

    private static bool IsMedia(ReadOnlySpan<byte> file) =>
        file.StartsWith("ID3"u8) || file.StartsWith("OggS"u8) || file.StartsWith("fLaC"u8) || file.StartsWith("RIFF"u8)
        || HasAt(file, MediaBoxOffset, "ftyp"u8) || HasAt(file, 0, [0x1A, 0x45, 0xDF, 0xA3]) || HasAt(file, 0, [0xFF, 0xFB]);

    private static bool IsOtherArchive(ReadOnlySpan<byte> file) =>
        HasAt(file, 0, [0x1F, 0x8B]) || file.StartsWith("BZh"u8) || HasAt(file, 0, [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0])
        || HasAt(file, 0, [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C]) || file.StartsWith("Rar!\x1A\x07"u8)
        || HasAt(file, 0, [0x28, 0xB5, 0x2F, 0xFD]) || HasAt(file, TarMarkOffset, "ustar"u8);

    /// <summary>Neither format begins with an angle bracket.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> text = file.TrimStart(" \t\r\n"u8);
        return text.Length > 1 && text[0] == '<' && (text[1] is (byte)'?' or (byte)'!' || char.IsAsciiLetter((char)text[1]));
    }

    /// <summary>A document or presentation may hold a whole workbook.</summary>
    private static SourceKind? ZipContainer(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf("word/document."u8) >= 0 || file.IndexOf("ppt/presentation."u8) >= 0)
            return null;
        return file.IndexOf("xl/workbook.xml"u8) >= 0 ? SourceKind.Workbook : file.IndexOf("imsmanifest.xml"u8) >= 0 ? SourceKind.Package : null;
    }

    /// <summary>The root elements of Moodle's XML and of QTI.</summary>
    private static bool IsKnownMarkup(ReadOnlySpan<byte> start) =>
        start.IndexOf("<quiz>"u8) >= 0 || start.IndexOf("<quiz "u8) >= 0 || start.IndexOf("<questestinterop"u8) >= 0
        || start.IndexOf("<assessmentItem"u8) >= 0 || start.IndexOf("<qti-assessment-item"u8) >= 0;

    private static bool HasAt(ReadOnlySpan<byte> file, int offset, ReadOnlySpan<byte> mark) =>
        file.Length >= offset + mark.Length && file[offset..].StartsWith(mark);
}
