namespace Arena.Game.Profiles;

/// <summary>Names of achievements. Codes are added, never renamed. What each asks for is its row of <see cref="Achievement.All"/>.</summary>
public enum AchievementCode
{
    FirstGame,
    Regular,
    Veteran,
    ThreeDays,
    ThirtyDays,
    FirstWin,
    Champion,
    OnThePodium,
    PodiumRegular,
    BigCrowd,
    BestOfTheCrowd,
    FiveInARow,
    TenInARow,
    Flawless,
    FlawlessMarathon,
    Comeback,
    GreatComeback,
    Quickness,
    Lightning,
    AllAnswered,
    NeverGaveUp,
    Marathon,
    HundredRight,
    ThousandRight,
    OpinionGiver,
    LevelFive,
    LevelTen,
    LevelTwenty,
}
