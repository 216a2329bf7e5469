using System.Diagnostics;

namespace Arena.Storage.Load.Bench;

/// <summary>What the disk itself does: 4 KiB are written behind each other, each followed by an fsync.</summary>
internal static class BareSync
{
    private const int Syncs = 500;

    /// <returns>Syncs a second.</returns>
    public static double Run(string folder)
    {
        var block = new byte[4096];
        using var file = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        var started = Stopwatch.GetTimestamp();
        for (var sync = 0; sync < Syncs; sync++)
        {
            file.Write(block);
            file.Flush(flushToDisk: true);
        }
        return Syncs / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
