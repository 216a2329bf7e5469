namespace Arena.Storage.Model;

/// <summary>A player of a homework (table <c>homework_player</c>): an account, or else who holds the key that a browser made.</summary>
public sealed class HomeworkPlayerRow
{
    public Guid Id { get; set; }
    public Guid HomeworkId { get; set; }
    public Guid? UserId { get; set; }

    /// <summary>The hash of the browser's key.</summary>
    public required string KeyHash { get; set; }

    /// <summary>As it was accepted, or <see cref="GamePlayerRow.ErasedName"/>.</summary>
    public required string Name { get; set; }

    /// <summary>The same for all names that look alike: unique in the homework. That of an erased name is its id.</summary>
    public required string NameKey { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
