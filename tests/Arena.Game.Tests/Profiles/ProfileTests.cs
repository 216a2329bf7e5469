using System.Collections.Immutable;
using Arena.Game.Profiles;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Profiles;

public sealed class ProfileTests
{
    private const long Day = 86_400_000;

    private static readonly PlayedGame Plain = new(Guid.NewGuid(), Day, 0, 2, 3, 10, 0, 0, 0, 0, 0, 0, 0);

    [Fact]
    public void Every_achievement_has_one_row_and_there_are_at_least_twenty()
    {
        Assert.Equal(Enum.GetValues<AchievementCode>(), Achievement.All.Select(one => one.Code).Order());
        Assert.True(Achievement.All.Length >= 20);
        Assert.All(Achievement.All, one => Assert.NotEmpty(one.Conditions));
    }

    /// <summary>For each achievement a history that earns it with its last game, and not before.</summary>
    public static TheoryData<AchievementCode, int> Earning => new()
    {
        { AchievementCode.FirstGame, 1 }, { AchievementCode.Regular, 10 }, { AchievementCode.Veteran, 50 }, { AchievementCode.ThreeDays, 3 },
        { AchievementCode.ThirtyDays, 30 }, { AchievementCode.FirstWin, 1 }, { AchievementCode.Champion, 10 }, { AchievementCode.OnThePodium, 1 },
        { AchievementCode.PodiumRegular, 20 }, { AchievementCode.BigCrowd, 1 }, { AchievementCode.BestOfTheCrowd, 1 }, { AchievementCode.FiveInARow, 1 },
        { AchievementCode.TenInARow, 1 }, { AchievementCode.Flawless, 1 }, { AchievementCode.FlawlessMarathon, 1 }, { AchievementCode.Comeback, 1 },
        { AchievementCode.GreatComeback, 1 }, { AchievementCode.Quickness, 1 }, { AchievementCode.Lightning, 1 }, { AchievementCode.AllAnswered, 1 },
        { AchievementCode.NeverGaveUp, 1 }, { AchievementCode.Marathon, 1 }, { AchievementCode.HundredRight, 10 }, { AchievementCode.ThousandRight, 50 },
        { AchievementCode.OpinionGiver, 5 }, { AchievementCode.LevelFive, 2 }, { AchievementCode.LevelTen, 9 }, { AchievementCode.LevelTwenty, 38 },
    };

    [Theory]
    [MemberData(nameof(Earning))]
    public void An_achievement_comes_with_the_game_that_satisfies_it_and_once(AchievementCode code, int games)
    {
        var history = Enumerable.Range(0, games).Select(number => For(code) with { SessionId = Guid.NewGuid(), EndedAtMs = number * Day }).ToList();
        Assert.DoesNotContain(Profile.Of(history.Take(games - 1)).Earned, earned => earned.Code == code);

        var earned = Assert.Single(Profile.Of(history).Earned, earned => earned.Code == code);

        Assert.Equal((history[^1].SessionId, history[^1].EndedAtMs), (earned.SessionId, earned.AtMs));
        var again = history.Append(history[^1] with { SessionId = Guid.NewGuid(), EndedAtMs = games * Day });
        Assert.Single(Profile.Of(again).Earned, earned => earned.Code == code);
    }

    [Fact]
    public void Every_achievement_can_be_earned() =>
        Assert.Equal(Enum.GetValues<AchievementCode>(), Earning.Select(row => row.Data.Item1).Order());

    [Fact]
    public void A_game_without_points_wins_nothing_and_reaches_no_podium()
    {
        var profile = Profile.Of([Plain with { Rank = 1, Points = 0, Players = 30, Wrong = 10 }]);
        Assert.Equal(
            [AchievementCode.FirstGame, AchievementCode.BigCrowd, AchievementCode.AllAnswered, AchievementCode.NeverGaveUp],
            profile.Earned.Select(earned => earned.Code));
        Assert.Equal((0, 20L), (profile.Wins, profile.Experience));
    }

    [Fact]
    public void A_game_alone_wins_nothing() => Assert.Equal(0, Profile.Of([Plain with { Rank = 1, Points = 1_000, Players = 1, Right = 1 }]).Wins);

    [Fact]
    public void Of_two_seats_in_one_game_the_better_counts()
    {
        var profile = Profile.Of([Plain with { Points = 100, Right = 1 }, Plain with { Points = 900, Rank = 1, Right = 3, Streak = 3 }, Plain]);
        Assert.Equal((1, 1, 3), (profile.Games, profile.Wins, profile.Right));
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 1, 1, 0)]
    [InlineData(0, 5, 0, 0, 0, 3, 3, 50)]
    [InlineData(0, 0, 4, 0, 0, 3, 3, 20)]
    [InlineData(0, 0, 0, 3, 2, 3, 3, 10)]
    [InlineData(0, 0, 0, 3, 2, 1, 3, 10)]
    [InlineData(10, 1, 0, 0, 0, 1, 3, 60)]
    [InlineData(10, 1, 0, 0, 0, 2, 4, 43)]
    [InlineData(10, 1, 0, 0, 0, 4, 4, 10)]
    [InlineData(10, 1, 0, 0, 0, 1, 1, 10)]
    [InlineData(10, 60, 0, 0, 0, 1, 9, 500)]
    public void A_game_brings_what_the_formula_says(int points, int right, int partly, int wrong, int opinions, int rank, int players, int experience) =>
        Assert.Equal(experience, Experience.Of(Plain with
        {
            Points = points,
            Right = right,
            Partly = partly,
            Wrong = wrong,
            Opinions = opinions,
            Rank = rank,
            Players = players,
        }));

    [Fact]
    public void Levels_begin_where_the_formula_says()
    {
        Assert.Equal([0, 100, 300, 600, 1_000, 1_500], Enumerable.Range(1, 6).Select(Experience.Of));
        for (var level = 1; level < Experience.MaxLevel; level++)
            Assert.Equal((level, level + 1), (Experience.LevelOf(Experience.Of(level + 1) - 1), Experience.LevelOf(Experience.Of(level + 1))));
        Assert.Equal(Experience.MaxLevel, Experience.LevelOf(long.MaxValue));
    }

    [Fact]
    public void A_profile_is_the_same_however_often_and_in_which_order_its_games_came()
    {
        List<PlayedGame> history = [];
        RandomGames.All((script, play) =>
        {
            if (!play.Final.Ended)
                return;
            var own = PlayedGame.AllOf(play.Final).Select(played => played.Game with { SessionId = Session(script.Key, played.Seat), EndedAtMs = script.Key * Day });
            history.AddRange(own);
            if (history.Count > 40)
                history.RemoveRange(0, 20);
            var profile = Text(Profile.Of(history));
            Assert.Equal(profile, Text(Profile.Of(Enumerable.Reverse(history))));
            Assert.Equal(profile, Text(Profile.Of([.. history, .. history])));
            Assert.Equal(profile, Text(Profile.Of(history.OrderBy(game => game.Points))));
        });
    }

    [Fact]
    public void What_a_player_made_of_a_random_game_is_what_its_ledger_says() => RandomGames.All(play =>
    {
        // Ranks are there when it is over.
        if (!play.Final.Ended)
            return;
        var played = PlayedGame.AllOf(play.Final).ToImmutableSortedDictionary(one => one.Seat, one => one.Game);
        Assert.Equal(play.Final.Players.Where(player => !player.Kicked && player.Answers.Count > 0).Select(player => player.Seat), played.Keys);
        foreach (var (seat, game) in played)
        {
            var player = play.Final.Players[seat];
            Assert.Equal((player.Score, player.Rank), (game.Points, game.Rank));
            Assert.True(game.Players <= play.Final.PlayerCount && game.Rank <= Math.Max(game.Players, 0));
            Assert.True(game.Right + game.Partly + game.Wrong <= game.Asked && game.Quick <= game.Right && game.Streak <= game.Right);
            Assert.True(game.Streak >= player.Streak, $"{game} of a player with the streak {player.Streak}");
            Assert.InRange(game.Climbed, 0, game.Players - 1);
            Assert.True(Experience.Of(game) is >= 0 and <= Experience.MostOfAGame);
        }
    });

    private static Guid Session(int key, int seat) => new(key, (short)seat, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static string Text(Profile profile) => string.Join('\n', [
        $"{profile.Experience} {profile.Level} {profile.Games} {profile.Wins} {profile.Right}", .. profile.Earned.Select(earned => $"{earned}"),
        .. profile.Awards.Select(award => $"{award.SessionId} {award.Experience} {award.LevelBefore} {award.Level} {string.Join(',', award.Earned)}")]);

    private static PlayedGame For(AchievementCode code) => code switch
    {
        AchievementCode.FirstWin or AchievementCode.Champion => Plain with { Rank = 1, Points = 1 },
        AchievementCode.OnThePodium or AchievementCode.PodiumRegular => Plain with { Rank = 3, Points = 1, Players = 4 },
        AchievementCode.BigCrowd => Plain with { Players = 20 },
        AchievementCode.BestOfTheCrowd => Plain with { Rank = 1, Points = 1, Players = 20 },
        AchievementCode.FiveInARow => Plain with { Streak = 5 },
        AchievementCode.TenInARow => Plain with { Streak = 10 },
        AchievementCode.Flawless => Plain with { Asked = 5, Right = 5 },
        AchievementCode.FlawlessMarathon => Plain with { Asked = 15, Right = 15 },
        AchievementCode.Comeback => Plain with { Climbed = 3 },
        AchievementCode.GreatComeback => Plain with { Climbed = 10 },
        AchievementCode.Quickness => Plain with { Quick = 1 },
        AchievementCode.Lightning => Plain with { Quick = 5 },
        AchievementCode.AllAnswered => Plain with { Right = 6, Partly = 4 },
        AchievementCode.NeverGaveUp => Plain with { Right = 5, Wrong = 5 },
        AchievementCode.Marathon => Plain with { Asked = 25, Right = 1, Wrong = 24, Opinions = 5 },
        AchievementCode.HundredRight => Plain with { Right = 10 },
        AchievementCode.ThousandRight => Plain with { Asked = 20, Right = 20 },
        AchievementCode.OpinionGiver => Plain with { Opinions = 2 },
        AchievementCode.LevelFive or AchievementCode.LevelTen => Plain with { Asked = 60, Right = 50 },
        AchievementCode.LevelTwenty => Plain with { Asked = 60, Right = 60 },
        _ => Plain,
    };
}
