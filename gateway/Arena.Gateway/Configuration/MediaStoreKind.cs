namespace Arena.Gateway.Configuration;

/// <summary>Where the objects of media are.</summary>
public enum MediaStoreKind
{
    /// <summary>In a folder.</summary>
    Folder,
    /// <summary>In an object store that speaks S3.</summary>
    S3,
}
