namespace Arena.Gateway.Boards;

/// <summary>Why something about boards was refused. Codes are added, never renamed.</summary>
public enum BoardErrorCode
{
    /// <summary>There is no such board, or it is not the caller's to see.</summary>
    UnknownBoard,
}
