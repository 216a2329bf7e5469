using System.Collections.Immutable;
using Arena.Game.State;
using Arena.Game.Views;

namespace Arena.Game.Rules;

/// <summary>
/// Teams of players. A team's score is the average of the scores of its players (those who were removed do not count), rounded to the nearest
/// whole, a half up: so it does not matter how many they are. Equal scores share a rank (1, 1, 3); an empty team has none.
/// </summary>
internal static class Teams
{
    public static bool Exists(GameState state, int team) => team >= 0 && team < state.Settings.Teams;

    /// <summary>The team with the fewest players, the first of several; null where there are no teams.</summary>
    public static int? Smallest(GameState state)
    {
        if (state.Settings.Teams == 0)
            return null;
        var sizes = Tally(state).Players;
        return Array.IndexOf(sizes, sizes.Min());
    }

    /// <summary>Where every team stands, in the order of the teams.</summary>
    public static ImmutableArray<TeamLine> Lines(GameState state)
    {
        if (state.Settings.Teams == 0)
            return [];
        var (players, points) = Tally(state);
        int[] scores = [.. players.Zip(points, Average)];
        var ranks = new int[players.Length];
        if (!state.Rounds.IsEmpty)
        {
            foreach (var (team, rank, _) in Ranking.Of(Enumerable.Range(0, players.Length).Where(team => players[team] > 0), team => scores[team]))
                ranks[team] = rank;
        }
        return [.. ranks.Select((rank, team) => new TeamLine(team, players[team], scores[team], rank))];
    }

    private static int Average(int players, long points) => players == 0 ? 0 : (int)(((2 * points) + players) / (2L * players));

    private static (int[] Players, long[] Points) Tally(GameState state)
    {
        var players = new int[state.Settings.Teams];
        var points = new long[state.Settings.Teams];
        foreach (var player in state.Players)
        {
            if (player is not { Kicked: false, Team: { } team } || !Exists(state, team))
                continue;
            players[team]++;
            points[team] += player.Score;
        }
        return (players, points);
    }
}
