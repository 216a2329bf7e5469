namespace Arena.Storage.Tests.PowerCut;

/// <summary>A file as it would be found after a power cut: synced writes, and some of the later ones.</summary>
internal sealed class SimulatedFile
{
    private const int SectorBytes = 512;

    private readonly List<Change> _unsynced = [];
    private byte[]? _synced;

    public void Write(ReadOnlySpan<byte> bytes, long offset) => _unsynced.Add(new(offset, bytes.ToArray()));

    public void Truncate(long length) => _unsynced.Add(new(length, null));

    public void Sync()
    {
        _synced = Content(_ => true) ?? [];
        _unsynced.Clear();
    }

    /// <summary>What the disk holds when of the unsynced sectors and truncations those survive that are chosen. Null: no file.</summary>
    public byte[]? Content(Func<int, bool> survives)
    {
        var content = _synced is null ? null : new MemoryStream();
        content?.Write(_synced);
        var sector = 0;
        foreach (var change in _unsynced)
        {
            if (change.Bytes is not { } bytes)
            {
                if (survives(sector++))
                    (content ??= new()).SetLength(change.Offset);
                continue;
            }
            for (var at = 0; at < bytes.Length; at += SectorBytes)
            {
                if (!survives(sector++))
                    continue;
                (content ??= new()).Position = change.Offset + at;
                content.Write(bytes, at, Math.Min(SectorBytes, bytes.Length - at));
            }
        }
        return content?.ToArray();
    }

    /// <param name="Offset">Of the bytes, or the new length.</param>
    /// <param name="Bytes">Null for a truncation.</param>
    private sealed record Change(long Offset, byte[]? Bytes);
}
