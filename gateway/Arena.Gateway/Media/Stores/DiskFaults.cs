namespace Arena.Gateway.Media.Stores;

/// <summary>What a failure of the file system means for a medium.</summary>
internal static class DiskFaults
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Whether a file could not be read or written.</summary>
    public static bool IsDisk(Exception exception) => exception is IOException or UnauthorizedAccessException;

    public static MediaErrorCode CodeOf(Exception exception) =>
        exception.HResult is NoSpace or QuotaExceeded or WindowsDiskFull ? MediaErrorCode.MediaStorageFull : MediaErrorCode.MediaStoreUnavailable;
}
