namespace Arena.Storage.Model;

/// <summary>Where a player stands in a game (table <c>score_aggregate</c>).</summary>
public sealed class ScoreAggregateRow
{
    public Guid Id { get; set; }
    public Guid SessionId { get; set; }
    public Guid PlayerId { get; set; }
    public long TotalScore { get; set; }
    public int StreakCount { get; set; }
    public DateTimeOffset LastUpdate { get; set; }

    /// <summary>From 1, once the game is over; null before, and for a player who was removed.</summary>
    public int? FinalRank { get; set; }
}
