using System.Buffers.Binary;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>What is looked at of a zip archive before its entries are listed, and of their names.</summary>
internal static class ArchiveEntries
{
    /// <summary>Entries that an archive may have.</summary>
    public const int Most = 10_000;

    /// <summary>The end record is within so many bytes at the end.</summary>
    public const int EndLength = EndRecordLength + MaxCommentLength;

    private const int EndRecordLength = 22;
    private const int EntryCountOffset = 10;
    private const int MaxCommentLength = 65_535;
    private const string ResourceForks = "__MACOSX/";

    /// <summary>Refuses an archive by the number of entries that its end names. Reading more than it names is an error.</summary>
    /// <exception cref="InvalidDataException">There is no end.</exception>
    /// <exception cref="UnpackLimitException">There are too many.</exception>
    public static void CheckCount(ReadOnlySpan<byte> file)
    {
        int start = Math.Max(0, file.Length - EndLength);
        int end = file[start..].LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || start + end + EndRecordLength > file.Length)
            throw new InvalidDataException("The archive has no end.");
        if (BinaryPrimitives.ReadUInt16LittleEndian(file[(start + end + EntryCountOffset)..]) > Most)
            throw new UnpackLimitException(Most);
    }

    /// <summary>Whether a name leads to an entry of its archive, and nowhere else.</summary>
    public static bool IsInside(string name) =>
        !name.StartsWith('/') && !name.Contains(':') && !name.Contains('\\') && !name.Split('/').Contains("..");

    /// <summary>The entry of a name, in the top folder or one folder or more down, where a folder was zipped.</summary>
    public static string? Topmost(IEnumerable<string> names, string name) => names
        .Where(entry => entry.EndsWith(name, StringComparison.Ordinal) && !entry.StartsWith(ResourceForks, StringComparison.Ordinal) && IsInside(entry))
        .MinBy(entry => entry.Count(character => character == '/'));
}
