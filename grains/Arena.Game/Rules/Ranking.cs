using System.Collections.Immutable;

namespace Arena.Game;

/// <summary>Standard competition ranking by score: equal scores share a rank (1, 1, 3).</summary>
internal static class Ranking
{
    /// <summary>A question is revealed: everyone who plays has a rank, and remembers the one before.</summary>
    public static ImmutableList<Player> AfterRound(ImmutableList<Player> players) =>
        Place(players.ConvertAll(player => player with { PreviousRank = player.Rank == 0 ? null : player.Rank }), player => !player.Kicked);

    /// <summary>A ranked player is gone: those behind move up. Players without a rank get one at the next reveal.</summary>
    public static ImmutableList<Player> CloseGap(ImmutableList<Player> players) => Place(players, player => player is { Kicked: false, Rank: > 0 });

    /// <summary>The game is over: who joined since the last reveal gets a rank too. The others still compare with the rank before that reveal.</summary>
    public static ImmutableList<Player> AtEnd(ImmutableList<Player> players) => Place(players, player => !player.Kicked);

    private static ImmutableList<Player> Place(ImmutableList<Player> players, Func<Player, bool> isRanked)
    {
        var placed = players.ToBuilder();
        var order = players.Where(isRanked).OrderByDescending(player => player.Score).ToArray();
        int rank = 0, better = 0;
        for (var place = 0; place < order.Length; place++)
        {
            var player = order[place];
            if (place == 0 || order[place - 1].Score != player.Score)
            {
                better = place == 0 ? player.Score : order[place - 1].Score;
                rank = place + 1;
            }
            placed[player.Seat] = player with { Rank = rank, ToNext = better - player.Score };
        }
        return placed.ToImmutable();
    }
}
