using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>
/// A zip archive whose entries are read by name and never unpacked to a disk. The number of entries is looked at before they are listed, and the
/// bytes are counted as they come out, whatever the archive says of their number.
/// </summary>
internal sealed class Package
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly ZipArchive _archive;
    private readonly UnpackBudget _budget;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private Package(ZipArchive archive, ReadingWork work)
    {
        _archive = archive;
        _budget = new(work);
        foreach (ZipArchiveEntry entry in _archive.Entries)
            _entries.TryAdd(entry.FullName, entry);
    }

    /// <summary>The names of the entries.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>Reads an archive; a fault of the archive itself refuses the file.</summary>
    public static DraftReading Read(ReadOnlyMemory<byte> file, ReadingWork work, ValidationErrors faults, Func<Package, DraftReading> read)
    {
        try
        {
            ArchiveEntries.CheckList(file.Span, file.Length);
            using var archive = new ZipArchive(StreamOf(file), ZipArchiveMode.Read);
            return Read(archive, work, faults, read);
        }
        catch (UnpackLimitException large)
        {
            faults.AddToQuiz(new(1), QuizErrorCode.ArchiveTooLarge, limit: large.Limit);
        }
        catch (InvalidDataException)
        {
            faults.AddToQuiz(new(1), QuizErrorCode.BrokenArchive);
        }
        return DraftReading.None;
    }

    /// <summary>The same of an archive whose list of entries was checked.</summary>
    public static DraftReading Read(ZipArchive archive, ReadingWork work, ValidationErrors faults, Func<Package, DraftReading> read)
    {
        try
        {
            return read(new(archive, work));
        }
        catch (UnpackLimitException large)
        {
            faults.AddToQuiz(new(1), QuizErrorCode.ArchiveTooLarge, limit: large.Limit);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or XmlException or NotSupportedException)
        {
            faults.AddToQuiz(new(1), QuizErrorCode.BrokenArchive);
        }
        return DraftReading.None;
    }

    /// <returns>An entry to become a medium; null if there is no such entry.</returns>
    public PackedFile? File(string name) => _entries.TryGetValue(name, out ZipArchiveEntry? entry)
        ? new(MediaId.Of(Encoding.UTF8.GetBytes(entry.FullName)), entry.FullName, entry.Length, cancel => Sound(entry).OpenAsync(cancel))
        : null;

    /// <exception cref="InvalidDataException">It is encrypted.</exception>
    public static ZipArchiveEntry Sound(ZipArchiveEntry entry) => entry.IsEncrypted ? throw new InvalidDataException("The entry is encrypted.") : entry;

    /// <summary>Opens an entry as XML without a document type.</summary>
    /// <returns>Null if there is no such entry.</returns>
    public XmlReader? OpenXml(string name)
    {
        if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry))
            return null;
        return XmlReader.Create(new UnpackStream(Sound(entry).Open(), _budget, new()), SettingsThatClose());
    }

    private static XmlReaderSettings SettingsThatClose()
    {
        XmlReaderSettings settings = Settings.Clone();
        settings.CloseInput = true;
        return settings;
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> file) => MemoryMarshal.TryGetArray(file, out ArraySegment<byte> bytes)
        ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
        : new(file.ToArray(), writable: false);
}
