namespace Arena.Game.Vocabulary;

/// <summary>Games one after the other that players stay for: their points add up.</summary>
/// <param name="PreviousId">The session whose players may come along.</param>
/// <param name="Number">Which game of the series it is: 2 for the first that continues another one.</param>
/// <param name="MixesTeams">Whether players are put into new teams, and do not stay in theirs.</param>
public sealed record GameSeries(Guid PreviousId, int Number, bool MixesTeams)
{
    /// <summary>How many games a series may have.</summary>
    public const int MaxGames = 100;
}

/// <summary>What a player brings along from the game that this one continues.</summary>
/// <param name="Seat">The player's seat there.</param>
/// <param name="Points">Of that game, and of those before it in the series.</param>
/// <param name="IsApproved">Whether everyone might see the name there.</param>
public sealed record PreviousSeat(int Seat, int Points, bool IsApproved);
