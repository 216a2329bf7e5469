using Arena.Game.Vocabulary;

namespace Arena.Storage.Model;

/// <summary>A picture, a sound or a video (table <c>media</c>). The same content is stored once, for all who uploaded it.</summary>
public sealed class MediaRow
{
    /// <summary>32 lower-case hexadecimal digits of the SHA-256 of the stored content.</summary>
    public required string Name { get; set; }

    public MediumKind Kind { get; set; }
    public MediaState State { get; set; }

    /// <summary>What it is served as: recognised by its content.</summary>
    public required string ContentType { get; set; }

    /// <summary>In pixels; null for sounds.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }

    /// <summary>How long it lasts, rounded up; null for pictures.</summary>
    public int? Seconds { get; set; }

    /// <summary>Of the content itself.</summary>
    public long Bytes { get; set; }

    /// <summary>Of the content and its smaller sizes.</summary>
    public long StoredBytes { get; set; }

    /// <summary>The widths of its smaller sizes, ascending, separated by commas; empty for sounds and videos.</summary>
    public required string Widths { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last uploaded, or a quiz with it was saved. A sweep spares it for a day after that.</summary>
    public DateTimeOffset WantedAt { get; set; }
}
