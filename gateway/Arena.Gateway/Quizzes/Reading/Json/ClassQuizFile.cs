using System.IO.Compression;
using System.Runtime.InteropServices;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Archives;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>
/// A ClassQuiz file (.cqa): JSON, in gzip or not, then pictures behind a mark. The format's description and its exports differ in whether the mark
/// is inside of the compressed part, so both are read.
/// </summary>
internal static class ClassQuizFile
{
    private const int PieceBytes = 16 * 1024;

    private static ReadOnlySpan<byte> EndOfJson => [0xC7, 0xC7, 0xC7, 0x00];

    /// <returns>The JSON; null if the file holds something else, which is reported.</returns>
    public static ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> file, ReadingWork work, ValidationErrors faults)
    {
        int end = file.Span.LastIndexOf(EndOfJson);
        try
        {
            ReadOnlyMemory<byte> json = Unpacked(end < 0 ? file : file[..end], new(work));
            if (json.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
                return json;
            faults.AddToQuiz(new(1), QuizErrorCode.ArchiveFile);
        }
        catch (UnpackLimitException large)
        {
            faults.AddToQuiz(new(1), QuizErrorCode.ArchiveTooLarge, limit: large.Limit);
        }
        catch (InvalidDataException)
        {
            faults.AddToQuiz(new(1), QuizErrorCode.ArchiveFile);
        }
        return null;
    }

    private static ReadOnlyMemory<byte> Unpacked(ReadOnlyMemory<byte> file, UnpackBudget budget)
    {
        using var packed = MemoryMarshal.TryGetArray(file, out ArraySegment<byte> bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(file.ToArray(), writable: false);
        using var unpacking = new UnpackStream(new GZipStream(packed, CompressionMode.Decompress), budget);
        using var json = new MemoryStream();
        unpacking.CopyTo(json, PieceBytes);
        ReadOnlyMemory<byte> all = json.GetBuffer().AsMemory(0, (int)json.Length);
        int end = all.Span.IndexOf(EndOfJson);
        return end < 0 ? all : all[..end];
    }
}
