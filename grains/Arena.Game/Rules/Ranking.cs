using System.Collections.Immutable;

namespace Arena.Game;

/// <summary>Standard competition ranking by score: equal scores share a rank (1, 1, 3).</summary>
internal static class Ranking
{
    public static ImmutableList<Player> Rank(ImmutableList<Player>.Builder players)
    {
        var order = players.Where(player => !player.Kicked).OrderByDescending(player => player.Score).ToArray();
        int rank = 0, better = 0;
        for (var place = 0; place < order.Length; place++)
        {
            var player = order[place];
            if (place == 0 || order[place - 1].Score != player.Score)
            {
                better = place == 0 ? player.Score : order[place - 1].Score;
                rank = place + 1;
            }
            players[player.Seat] = player with
            {
                PreviousRank = player.Rank == 0 ? null : player.Rank,
                Rank = rank,
                ToNext = better - player.Score,
            };
        }
        return players.ToImmutable();
    }
}
