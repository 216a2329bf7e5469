namespace Arena.Storage.Model;

/// <summary>A group of players, such as a class (table <c>player_group</c>). Its leaderboard is of the games that its host hosts.</summary>
public sealed class GroupRow
{
    public Guid Id { get; set; }

    /// <summary>The account that made it.</summary>
    public Guid HostId { get; set; }

    public required string Name { get; set; }

    /// <summary>By which players join: who knows it may. Its host can replace it.</summary>
    public required string Code { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
