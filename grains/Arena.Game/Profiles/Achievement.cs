using System.Collections.Immutable;
using static Arena.Game.Profiles.AchievementCode;
using static Arena.Game.Profiles.ProfileFigure;

namespace Arena.Game.Profiles;

/// <summary>Something to achieve, as data. A new one is a code, a row of <see cref="All"/> and a text in each language.</summary>
/// <param name="Code">Its name, permanently: a client translates it.</param>
/// <param name="InOneGame">Whether one game has to satisfy the conditions, or the sums over all games so far.</param>
/// <param name="Conditions">All of them have to be met.</param>
public sealed record Achievement(AchievementCode Code, bool InOneGame, params ImmutableArray<Condition> Conditions)
{
    /// <summary>All there are, in the order in which a profile shows them.</summary>
    public static ImmutableArray<Achievement> All { get; } =
    [
        Total(FirstGame, AtLeast(Games, 1)),
        Total(Regular, AtLeast(Games, 10)),
        Total(Veteran, AtLeast(Games, 50)),
        Total(ThreeDays, AtLeast(Days, 3)),
        Total(ThirtyDays, AtLeast(Days, 30)),
        Total(FirstWin, AtLeast(Wins, 1)),
        Total(Champion, AtLeast(Wins, 10)),
        Total(OnThePodium, AtLeast(Podiums, 1)),
        Total(PodiumRegular, AtLeast(Podiums, 20)),
        Game(BigCrowd, AtLeast(Players, 20)),
        Game(BestOfTheCrowd, AtLeast(Wins, 1), AtLeast(Players, 20)),
        Game(FiveInARow, AtLeast(Streak, 5)),
        Game(TenInARow, AtLeast(Streak, 10)),
        Game(Flawless, AtLeast(Asked, 5), AtMost(NotRight, 0)),
        Game(FlawlessMarathon, AtLeast(Asked, 15), AtMost(NotRight, 0)),
        Game(Comeback, AtLeast(Climbed, 3)),
        Game(GreatComeback, AtLeast(Climbed, 10)),
        Game(Quickness, AtLeast(Quick, 1)),
        Game(Lightning, AtLeast(Quick, 5)),
        Game(AllAnswered, AtLeast(Asked, 10), AtMost(Missed, 0)),
        Game(NeverGaveUp, AtLeast(Asked, 10), AtMost(Missed, 0), AtLeast(NotRight, 5)),
        Game(Marathon, AtLeast(Answers, 30)),
        Total(HundredRight, AtLeast(Right, 100)),
        Total(ThousandRight, AtLeast(Right, 1_000)),
        Total(OpinionGiver, AtLeast(Opinions, 10)),
        Total(LevelFive, AtLeast(Level, 5)),
        Total(LevelTen, AtLeast(Level, 10)),
        Total(LevelTwenty, AtLeast(Level, 20)),
    ];

    private static Achievement Game(AchievementCode code, params ImmutableArray<Condition> conditions) => new(code, InOneGame: true, conditions);

    private static Achievement Total(AchievementCode code, params ImmutableArray<Condition> conditions) => new(code, InOneGame: false, conditions);

    private static Condition AtLeast(ProfileFigure figure, int value) => new(figure, value, int.MaxValue);

    private static Condition AtMost(ProfileFigure figure, int value) => new(figure, int.MinValue, value);
}

/// <summary>A figure within bounds.</summary>
/// <param name="Figure">Of one game, or the sum.</param>
/// <param name="Least">What it is at least.</param>
/// <param name="Most">What it is at most.</param>
public sealed record Condition(ProfileFigure Figure, int Least, int Most);
