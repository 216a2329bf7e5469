namespace Arena.Storage.Model;

/// <summary>An account that opted in to boards (table <c>board_name</c>), with its name there. Without a row, no board shows the account.</summary>
public sealed class BoardNameRow
{
    public Guid UserId { get; set; }
    public required string Name { get; set; }

    /// <summary>Two names with the same key are the same to a reader.</summary>
    public required string NameKey { get; set; }
}
