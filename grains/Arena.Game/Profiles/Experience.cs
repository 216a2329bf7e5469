namespace Arena.Game.Profiles;

/// <summary>The published formulas: what a game is worth, and which level that is (docs/profiles.md).</summary>
public static class Experience
{
    /// <summary>What one game brings at most.</summary>
    public const int MostOfAGame = 500;

    /// <summary>The last level; experience has no limit.</summary>
    public const int MaxLevel = 100;

    private const int OfAnAnswer = 2;
    private const int MoreIfRight = 8;
    private const int MoreIfPartlyRight = 3;
    private const int OfTheFirstPlace = 50;
    private const int OfALevel = 50;

    /// <summary>
    /// 10 for a right answer, 5 for one that is partly right and 2 for any other, whatever the question's points; and for a player with points
    /// 50 x (players - rank) / (players - 1), rounded down.
    /// </summary>
    public static int Of(PlayedGame game)
    {
        ArgumentNullException.ThrowIfNull(game);
        var answers = game.Right + game.Partly + game.Wrong + game.Opinions;
        var ofAnswers = (OfAnAnswer * answers) + (MoreIfRight * game.Right) + (MoreIfPartlyRight * game.Partly);
        var ofPlace = game.Points > 0 && game.Players > 1 ? OfTheFirstPlace * (game.Players - game.Rank) / (game.Players - 1) : 0;
        return Math.Min(MostOfAGame, ofAnswers + ofPlace);
    }

    /// <summary>Which experience a level begins with: 50 x level x (level - 1), so that each level takes 100 more than the one before.</summary>
    public static int Of(int level) => OfALevel * level * (level - 1);

    /// <summary>From 1.</summary>
    public static int LevelOf(long experience)
    {
        var level = 1;
        while (level < MaxLevel && Of(level + 1) <= experience)
            level++;
        return level;
    }
}
