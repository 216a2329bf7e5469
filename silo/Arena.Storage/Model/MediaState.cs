namespace Arena.Storage.Model;

/// <summary>
/// Whether the objects of a medium are in the media store. The row is written before the first object and removed after the last one, so that
/// no object is without a row.
/// </summary>
public enum MediaState
{
    /// <summary>An upload puts its objects: some may be there.</summary>
    Storing,
    /// <summary>All of its objects are there.</summary>
    Stored,
    /// <summary>A sweep removes its objects: some may be gone.</summary>
    Removing,
}
