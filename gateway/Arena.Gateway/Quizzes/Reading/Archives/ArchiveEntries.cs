using System.Buffers.Binary;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>What is looked at of a zip archive before its entries are listed, and of their names.</summary>
internal static class ArchiveEntries
{
    /// <summary>Entries that an archive may have.</summary>
    public const int Most = 10_000;

    /// <summary>The end record is within so many bytes at the end.</summary>
    public const int EndLength = EndRecordLength + MaxCommentLength;

    /// <summary>Bytes that the list of entries may have: all of it is in memory while the archive is read.</summary>
    public const int MostListBytes = 4 * 1024 * 1024;

    private const int EndRecordLength = 22;
    private const int DiskOffset = 4;
    private const int EntryCountOffset = 10;
    private const int ListStartOffset = 16;
    private const int MaxCommentLength = 65_535;
    private const string ResourceForks = "__MACOSX/";

    /// <summary>
    /// Refuses an archive by the number of entries that its end names, and by the length of their list. Reading more than it names is an error. ZIP64,
    /// which would name them elsewhere, is for archives that are longer than any that is read here.
    /// </summary>
    /// <param name="tail">The last <see cref="EndLength"/> bytes of the archive, or more.</param>
    /// <param name="bytes">Of the whole archive.</param>
    /// <exception cref="InvalidDataException">There is no end, or it refers to one of ZIP64.</exception>
    /// <exception cref="UnpackLimitException">There are too many, or their list is too long.</exception>
    public static void CheckList(ReadOnlySpan<byte> tail, long bytes)
    {
        int start = Math.Max(0, tail.Length - EndLength);
        int at = tail[start..].LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || start + at + EndRecordLength > tail.Length)
            throw new InvalidDataException("The archive has no end.");
        ReadOnlySpan<byte> end = tail[(start + at)..];
        if (BinaryPrimitives.ReadUInt16LittleEndian(end[EntryCountOffset..]) > Most)
            throw new UnpackLimitException(Most);
        long listBytes = bytes - end.Length - BinaryPrimitives.ReadUInt32LittleEndian(end[ListStartOffset..]);
        if (listBytes < 0 || BinaryPrimitives.ReadUInt16LittleEndian(end[DiskOffset..]) == ushort.MaxValue)
            throw new InvalidDataException("The list of entries is not in the archive, or named by ZIP64.");
        if (listBytes > MostListBytes)
            throw new UnpackLimitException(MostListBytes);
    }

    /// <summary>Whether a name leads to an entry of its archive, and nowhere else.</summary>
    public static bool IsInside(string name) =>
        !name.StartsWith('/') && !name.Contains(':') && !name.Contains('\\') && !name.Split('/').Contains("..");

    /// <summary>The entry of a name, in the top folder or one folder or more down, where a folder was zipped.</summary>
    public static string? Topmost(IEnumerable<string> names, string name) => names
        .Where(entry => entry.EndsWith(name, StringComparison.Ordinal) && !entry.StartsWith(ResourceForks, StringComparison.Ordinal) && IsInside(entry))
        .MinBy(entry => entry.Count(character => character == '/'));
}
