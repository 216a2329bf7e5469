using System.Collections.Immutable;
using static Arena.Game.Profiles.ProfileFigure;

namespace Arena.Game.Profiles;

/// <summary>
/// What a player has gained in all games: computed from them whenever it is read, and the same in whatever order and however often they came. Nothing is
/// added up that could be added twice.
/// </summary>
/// <param name="Experience">The sum of what the games brought.</param>
/// <param name="Games">How many count.</param>
/// <param name="Wins">How many were won.</param>
/// <param name="Right">Right answers.</param>
/// <param name="Earned">The achievements, in the order in which they were earned.</param>
/// <param name="Awards">What each game brought, the first first.</param>
public sealed record Profile(
    long Experience, int Games, int Wins, int Right, ImmutableArray<EarnedAchievement> Earned, ImmutableArray<GameAward> Awards)
{
    /// <summary>So many games count, the first ones.</summary>
    public const int MaxGames = 5_000;

    private static readonly ImmutableArray<ProfileFigure> Added =
        [ProfileFigure.Games, Players, ProfileFigure.Wins, Podiums, Asked, ProfileFigure.Right, Answers, NotRight, Missed, Opinions, Quick, Streak, Climbed];

    /// <summary>From 1.</summary>
    public int Level => Profiles.Experience.LevelOf(Experience);

    /// <summary>Of several seats in one game the best counts.</summary>
    public static Profile Of(IEnumerable<PlayedGame> games)
    {
        ArgumentNullException.ThrowIfNull(games);
        var counted = games
            .OrderBy(game => game.EndedAtMs).ThenBy(game => game.SessionId).ThenByDescending(game => game.Points).ThenByDescending(Profiles.Experience.Of)
            // Equals in both may differ in the rest: which one counts does not depend on which came first.
            .ThenByDescending(game => (game.Right, game.Partly, game.Wrong, game.Opinions, game.Quick, game.Streak, game.Climbed, game.Asked, game.Rank, game.Players))
            .DistinctBy(game => game.SessionId).Take(MaxGames);
        var sums = new int[Enum.GetValues<ProfileFigure>().Length];
        var open = Achievement.All;
        var earned = ImmutableArray.CreateBuilder<EarnedAchievement>();
        var awards = ImmutableArray.CreateBuilder<GameAward>();
        long experience = 0, lastDay = -1;
        foreach (var game in counted)
        {
            foreach (var figure in Added)
                sums[(int)figure] = (int)Math.Min(int.MaxValue, (long)sums[(int)figure] + FigureOf(game, figure));
            var day = game.EndedAtMs / (long)TimeSpan.FromDays(1).TotalMilliseconds;
            sums[(int)Days] += day == lastDay ? 0 : 1;
            lastDay = day;
            var (levelBefore, brought) = (Profiles.Experience.LevelOf(experience), Profiles.Experience.Of(game));
            experience += brought;
            sums[(int)ProfileFigure.Level] = Profiles.Experience.LevelOf(experience);
            var met = open.Where(one => one.Conditions.All(condition => IsMet(
                condition, one.InOneGame ? FigureOf(game, condition.Figure) : sums[(int)condition.Figure]))).ToImmutableArray();
            open = open.RemoveRange(met);
            earned.AddRange(met.Select(one => new EarnedAchievement(one.Code, game.SessionId, game.EndedAtMs)));
            awards.Add(new(game.SessionId, brought, levelBefore, sums[(int)ProfileFigure.Level], [.. met.Select(one => one.Code)]));
        }
        return new(
            experience, awards.Count, sums[(int)ProfileFigure.Wins], sums[(int)ProfileFigure.Right], earned.DrainToImmutable(), awards.DrainToImmutable());
    }

    private static bool IsMet(Condition condition, int value) => value >= condition.Least && value <= condition.Most;

    private static int FigureOf(PlayedGame game, ProfileFigure figure) => figure switch
    {
        ProfileFigure.Games => 1,
        Players => game.Players,
        ProfileFigure.Wins => game is { Rank: 1, Points: > 0, Players: >= 2 } ? 1 : 0,
        Podiums => game is { Rank: >= 1 and <= 3, Points: > 0, Players: >= 4 } ? 1 : 0,
        Asked => game.Asked,
        ProfileFigure.Right => game.Right,
        Answers => game.Right + game.Partly + game.Wrong + game.Opinions,
        NotRight => game.Asked - game.Right,
        Missed => game.Asked - game.Right - game.Partly - game.Wrong,
        Opinions => game.Opinions,
        Quick => game.Quick,
        Streak => game.Streak,
        Climbed => game.Climbed,
        _ => 0,
    };
}

/// <summary>An achievement that was earned.</summary>
/// <param name="Code">Which.</param>
/// <param name="SessionId">The game that brought it.</param>
/// <param name="AtMs">When that ended.</param>
public sealed record EarnedAchievement(AchievementCode Code, Guid SessionId, long AtMs);

/// <summary>What one game brought.</summary>
/// <param name="SessionId">The game.</param>
/// <param name="Experience">The experience that was added.</param>
/// <param name="LevelBefore">The level before it.</param>
/// <param name="Level">The level after it.</param>
/// <param name="Earned">The achievements that it brought.</param>
public sealed record GameAward(Guid SessionId, int Experience, int LevelBefore, int Level, ImmutableArray<AchievementCode> Earned);
