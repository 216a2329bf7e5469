using System.Collections.Immutable;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

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
        var sizes = Tally(state.Settings.Teams, state.Players, PointsOf).Players;
        return Array.IndexOf(sizes, sizes.Min());
    }

    /// <summary>Where every team stands, in the order of the teams.</summary>
    public static ImmutableArray<TeamLine> Lines(GameState state) => Lines(state, PointsOf, isRanked: !state.Rounds.IsEmpty);

    /// <summary>
    /// The same in all games of the series: by what each team's players have earned in them. Without meaning, and so empty, where players were put
    /// into new teams.
    /// </summary>
    public static ImmutableArray<TeamLine> SeriesLines(GameState state) => state.Series is { MixesTeams: false }
        ? Lines(state, player => (int)Math.Clamp((long)PointsOf(player) + player.SeriesPoints, int.MinValue, int.MaxValue), isRanked: true)
        : [];

    private static ImmutableArray<TeamLine> Lines(GameState state, Func<Player, int> pointsOf, bool isRanked)
    {
        if (state.Settings.Teams == 0)
            return [];
        var (players, points) = Tally(state.Settings.Teams, state.Players, pointsOf);
        int[] scores = [.. players.Zip(points, Average)];
        var ranks = new int[players.Length];
        if (isRanked)
        {
            foreach (var (team, rank, _) in Ranking.Of(Enumerable.Range(0, players.Length).Where(team => players[team] > 0), team => scores[team]))
                ranks[team] = rank;
        }
        return [.. ranks.Select((rank, team) => new TeamLine(team, players[team], scores[team], rank))];
    }

    /// <summary>
    /// A player who missed a question behind a shield does not count in the team's average of it: the player's use of the shield is credited with the
    /// average that the others have earned, which has the same effect.
    /// </summary>
    public static ImmutableList<Player> Credit(GameState state, ImmutableList<Player> players, int round)
    {
        if (state.Settings.Teams == 0 || state.Settings.PowerUps is null)
            return players;
        List<Player> shielded = [.. players.Where(player => !player.Kicked && PowerUpRules.On(player, round).ForgivesMiss)];
        if (shielded.Count == 0)
            return players;
        var (sizes, points) = Tally(state.Settings.Teams, players, player => EarnedIn(player, round));
        var credited = players.ToBuilder();
        foreach (var player in shielded)
        {
            var isMiss = player.AnswerTo(round)?.Verdict is null or Verdict.Wrong;
            var credit = isMiss && player.Team is { } team && Exists(state, team) ? Average(sizes[team] - 1, points[team] - EarnedIn(player, round)) : 0;
            var at = player.PowerUpUses.FindIndex(use => use.Round == round);
            credited[player.Seat] = player with { PowerUpUses = player.PowerUpUses.SetItem(at, player.PowerUpUses[at] with { TeamCredit = credit }) };
        }
        return credited.ToImmutable();
    }

    private static int EarnedIn(Player player, int round) => player.AnswerTo(round) is { } answer ? answer.Points + answer.StreakBonus : 0;

    private static int Average(int players, long points) => players == 0 ? 0 : (int)(((2 * points) + players) / (2L * players));

    /// <summary>What a player adds to the team.</summary>
    private static int PointsOf(Player player) => player.Score + (player.PowerUpUses.IsEmpty ? 0 : player.PowerUpUses.Sum(use => use.TeamCredit));

    private static (int[] Players, long[] Points) Tally(int teams, ImmutableList<Player> all, Func<Player, int> pointsOf)
    {
        var players = new int[teams];
        var points = new long[teams];
        foreach (var player in all)
        {
            if (player is not { Kicked: false, Team: { } team } || team < 0 || team >= teams)
                continue;
            players[team]++;
            points[team] += pointsOf(player);
        }
        return (players, points);
    }
}
