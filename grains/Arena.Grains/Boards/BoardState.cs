namespace Arena.Grains.Boards;

/// <summary>How often a board has changed. Its lines are in the database and nowhere else: a copy would outlive an account that opts out.</summary>
[GenerateSerializer, Alias("arena.BoardVersion")]
public sealed class BoardState
{
    /// <summary>Grows with every change.</summary>
    [Id(0)]
    public long Version { get; set; }

    /// <summary>Of the lines at that version.</summary>
    [Id(1)]
    public string Digest { get; set; } = "";
}
