using System.Collections.Immutable;
using Arena.Game.State;
using Arena.Game.Views;

namespace Arena.Game.Rules;

/// <summary>
/// Games one after the other with the same players. Each player brings along what the earlier games brought; the series is ranked by that and
/// the score of the game that runs. Nothing in a game depends on it.
/// </summary>
public static class Series
{
    private const int Top = 10;

    /// <summary>The points of a player in all games of the series, this one included.</summary>
    public static int PointsOf(Player player) => (int)Math.Clamp((long)player.SeriesPoints + player.Score, int.MinValue, int.MaxValue);

    /// <summary>The game is over: its players are ranked in the series too.</summary>
    internal static ImmutableList<Player> AtEnd(GameState state, ImmutableList<Player> players)
    {
        if (state.Series is null)
            return players;
        var placed = players.ToBuilder();
        foreach (var (player, rank, _) in Ranked(players))
            placed[player.Seat] = player with { SeriesRank = rank };
        return placed.ToImmutable();
    }

    /// <summary>The series as everyone sees it before the first question and at the end; null at other times, and where there is none.</summary>
    internal static SeriesView? Of(GameState state) => state switch
    {
        { Series: { } series, Phase: Phase.Lobby or Phase.Finished } => new(series.Number, Lines(state), Teams.SeriesLines(state)),
        _ => null,
    };

    /// <summary>In the lobby, who brings nothing is no line yet.</summary>
    private static ImmutableArray<StandingLine> Lines(GameState state) =>
    [
        .. Ranked(state.Players.Where(player => state.Ended || player.SeriesPoints > 0)).Take(Top).Select(ranked => new StandingLine(
            ranked.Entry.Seat, ranked.Entry.PublicName, PointsOf(ranked.Entry), ranked.Rank, PreviousRank: null, Streak: 0, ranked.Entry.ShownFace, ranked.Entry.Team)),
    ];

    private static ImmutableArray<Ranked<Player>> Ranked(IEnumerable<Player> players) => Ranking.Of(players.Where(player => !player.Kicked), PointsOf);
}
