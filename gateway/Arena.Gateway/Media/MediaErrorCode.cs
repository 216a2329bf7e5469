namespace Arena.Gateway.Media;

/// <summary>Why a medium was not taken, sent or removed. On the wire a code is its name in camelCase; codes are added, never renamed.</summary>
public enum MediaErrorCode
{
    /// <summary>The content is none of the known kinds of pictures, sounds and videos.</summary>
    MediaKindUnknown,
    /// <summary>It has more bytes than its kind may have.</summary>
    MediaTooLarge,
    /// <summary>A picture has more pixels than one may have.</summary>
    MediaTooManyPixels,
    /// <summary>A sound or a video lasts longer than one may.</summary>
    MediaTooLong,
    /// <summary>It cannot be read to its end.</summary>
    MediaDamaged,
    /// <summary>The author keeps as many bytes of media as one may.</summary>
    MediaQuota,
    /// <summary>The author's library, or the server, has no such medium.</summary>
    UnknownMedia,
    /// <summary>A quiz of the author uses it.</summary>
    MediaInUse,
    /// <summary>The server has no room for it.</summary>
    MediaStorageFull,
    /// <summary>The server cannot reach what it keeps media in.</summary>
    MediaStoreUnavailable,
    /// <summary>Of an imported file: the question, or that part of it, has no place for it.</summary>
    MediaWithoutPlace,
}
