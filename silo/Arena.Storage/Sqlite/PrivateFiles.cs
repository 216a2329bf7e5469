using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;

namespace Arena.Storage.Sqlite;

/// <summary>
/// Files that hold what others must not read, on systems with file modes: made for their owner alone, and closed to others where they are not.
/// SQLite gives its write-ahead log the mode of the database.
/// </summary>
public static partial class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder where there is none. Those above it get the usual mode.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerFolder);
    }

    /// <summary>Makes an empty file where there is none.</summary>
    public static void CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        using var file = new FileStream(path, options);
    }

    /// <summary>Closes a file or a folder to all but its owner. Says in the log that it was open, or how to close it.</summary>
    public static void Close(string path, ILogger logger)
    {
        if (OperatingSystem.IsWindows() || !Path.Exists(path))
            return;
        var mode = File.GetUnixFileMode(path);
        var closed = mode & OwnerFolder;
        if (mode != closed)
            Close(path, mode, closed, logger);
    }

    /// <summary>A folder that others use as well stays as it is. Who may write in it can put another file in the place of one.</summary>
    public static void WarnOfWriters(string folder, ILogger logger)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(folder) is var mode && mode.HasFlag(UnixFileMode.OtherWrite) && !mode.HasFlag(UnixFileMode.StickyBit))
            LogWriters(logger, folder, Octal(mode));
    }

    [UnsupportedOSPlatform("windows")]
    private static void Close(string path, UnixFileMode mode, UnixFileMode closed, ILogger logger)
    {
        try
        {
            File.SetUnixFileMode(path, closed);
            LogClosed(logger, path, Octal(mode), Octal(closed));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogOpen(logger, path, Octal(mode), exception.Message);
        }
    }

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');

    [LoggerMessage(EventId = 160, Level = LogLevel.Warning, Message = "{Path} was open to other users of this machine (mode {Mode}) and has mode {Closed} now: copies of it may be open still")]
    private static partial void LogClosed(ILogger logger, string path, string mode, string closed);

    [LoggerMessage(EventId = 161, Level = LogLevel.Warning, Message = "{Path} is open to other users of this machine (mode {Mode}) and its mode cannot be changed ({Cause}). It holds secrets: as its owner, run chmod go= on it")]
    private static partial void LogOpen(ILogger logger, string path, string mode, string cause);

    [LoggerMessage(EventId = 162, Level = LogLevel.Warning, Message = "Other users of this machine may write in the folder of the database, {Path} (mode {Mode}), and replace it. Run chmod o-w on it, or choose another folder")]
    private static partial void LogWriters(ILogger logger, string path, string mode);
}
