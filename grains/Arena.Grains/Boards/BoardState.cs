namespace Arena.Grains.Boards;

/// <summary>The lines of a board, best first.</summary>
[GenerateSerializer, Alias("arena.BoardState")]
public sealed class BoardState
{
    [Id(0)]
    public List<BoardStateLine> Lines { get; set; } = [];
}

/// <summary>One player's score in one game.</summary>
[GenerateSerializer, Alias("arena.BoardStateLine")]
public sealed class BoardStateLine
{
    /// <summary>The game.</summary>
    [Id(0)]
    public string Source { get; set; } = "";

    /// <summary>Of the record that added it.</summary>
    [Id(1)]
    public long Version { get; set; }

    [Id(2)]
    public int Seat { get; set; }

    [Id(3)]
    public string Nickname { get; set; } = "";

    [Id(4)]
    public int Score { get; set; }
}
