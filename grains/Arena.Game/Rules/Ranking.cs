using System.Collections.Immutable;
using Arena.Game.Rules.Modes;
using Arena.Game.State;

namespace Arena.Game.Rules;

/// <summary>Standard competition ranking by score, of players, teams and the lines of a board: equal scores share a rank (1, 1, 3).</summary>
public static class Ranking
{
    /// <summary>Ranks entries, best first; equals stay in the order in which they are given.</summary>
    public static ImmutableArray<Ranked<T>> Of<T>(IEnumerable<T> entries, Func<T, int> scoreOf)
    {
        var ranked = ImmutableArray.CreateBuilder<Ranked<T>>();
        int rank = 0, better = 0, last = 0;
        foreach (var entry in entries.OrderByDescending(scoreOf))
        {
            var score = scoreOf(entry);
            if (ranked.Count == 0 || score != last)
                (rank, better) = (ranked.Count + 1, ranked.Count == 0 ? score : last);
            ranked.Add(new(entry, rank, better - score));
            last = score;
        }
        return ranked.DrainToImmutable();
    }

    /// <summary>A question is revealed: everyone who plays has a rank, and remembers the one before.</summary>
    internal static ImmutableList<Player> AfterRound(ImmutableList<Player> players, ModeRules mode) =>
        Place(players.ConvertAll(player => player with { PreviousRank = player.Rank == 0 ? null : player.Rank }), player => !player.Kicked, mode);

    /// <summary>A ranked player is gone: those behind move up. Players without a rank get one at the next reveal.</summary>
    internal static ImmutableList<Player> CloseGap(ImmutableList<Player> players, ModeRules mode) =>
        Place(players, player => player is { Kicked: false, Rank: > 0 }, mode);

    /// <summary>The game is over: players who joined since the last reveal get a rank too. The others still compare with the rank before that reveal.</summary>
    internal static ImmutableList<Player> AtEnd(ImmutableList<Player> players, ModeRules mode) => Place(players, player => !player.Kicked, mode);

    /// <summary>Tier after tier, and within a tier by points. Points behind are counted within a tier.</summary>
    private static ImmutableList<Player> Place(ImmutableList<Player> players, Func<Player, bool> isRanked, ModeRules mode)
    {
        var placed = players.ToBuilder();
        var before = 0;
        foreach (var tier in players.Where(isRanked).GroupBy(mode.Tier).OrderByDescending(tier => tier.Key))
        {
            foreach (var (player, rank, toNext) in Of(tier, player => player.Score))
                placed[player.Seat] = player with { Rank = before + rank, ToNext = toNext };
            before += tier.Count();
        }
        return placed.ToImmutable();
    }
}

/// <summary>An entry of a ranking.</summary>
/// <param name="Entry">The ranked entry.</param>
/// <param name="Rank">From 1.</param>
/// <param name="ToNext">Points behind the next better rank; 0 for the first.</param>
public readonly record struct Ranked<T>(T Entry, int Rank, int ToNext);
