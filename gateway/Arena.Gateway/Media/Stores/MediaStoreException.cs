namespace Arena.Gateway.Media.Stores;

/// <summary>The store did not do what it was asked for.</summary>
/// <param name="code"><see cref="MediaErrorCode.MediaStorageFull"/> or <see cref="MediaErrorCode.MediaStoreUnavailable"/>.</param>
/// <param name="cause">What it said.</param>
internal sealed class MediaStoreException(MediaErrorCode code, Exception cause) : Exception(cause.Message, cause)
{
    public MediaErrorCode Code { get; } = code;
}
