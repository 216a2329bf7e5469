namespace Arena.Storage.Model;

/// <summary>A medium in the library of an author (table <c>media_owner</c>), and in the author's quota.</summary>
public sealed class MediaOwnerRow
{
    public required string Name { get; set; }
    public Guid OwnerId { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}
