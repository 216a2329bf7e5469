namespace Arena.Storage.Model;

/// <summary>A medium in the library of an author (table <c>media_owner</c>), and in the author's quota.</summary>
public sealed class MediaOwnerRow
{
    public required string Name { get; set; }
    public Guid OwnerId { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>What its file was called, or what the author calls it.</summary>
    public string? Title { get; set; }

    /// <summary>What it shows.</summary>
    public string? Alt { get; set; }

    /// <summary>Author and licence.</summary>
    public string? Credit { get; set; }

    /// <summary>What these texts are searched by.</summary>
    public string SearchKey { get; set; } = "";
}
