using Arena.Game.Profiles;

namespace Arena.Gateway.Profiles;

/// <summary>What the caller has gained in games, for the caller alone.</summary>
/// <param name="Experience">By the formula of docs/profiles.md.</param>
/// <param name="Level">From 1.</param>
/// <param name="LevelFrom">The experience with which the level began.</param>
/// <param name="NextLevelAt">The experience with which the next one begins; left out at the last.</param>
/// <param name="Games">How many games count.</param>
/// <param name="Wins">How many were won.</param>
/// <param name="Right">Right answers in them.</param>
/// <param name="Achievements">All that there are, earned or not.</param>
/// <param name="FrameLevels">The level that unlocks each frame, from frame 1 on. Frame n of a plain face is the face plus n times <c>plainFaces</c>.</param>
/// <param name="FramePass">For <c>Join</c>: proves which frames are unlocked. Left out as long as there is none.</param>
public sealed record ProfileReply(
    long Experience, int Level, long LevelFrom, long? NextLevelAt, int Games, int Wins, int Right, IReadOnlyList<AchievementReply> Achievements,
    IReadOnlyList<int> FrameLevels, string? FramePass);

/// <param name="Code">Which.</param>
/// <param name="EarnedAt">The end of the game that brought it; left out for one that is still to be earned.</param>
public sealed record AchievementReply(AchievementCode Code, DateTimeOffset? EarnedAt);

/// <param name="SeatToken">Of a seat in a game that is over.</param>
public sealed record AwardRequest(string? SeatToken);

/// <param name="Award">What the game brought; left out until it is known, and for a game that does not count.</param>
public sealed record AwardReply(Award? Award);

/// <summary>What one game brought its player.</summary>
/// <param name="Experience">The experience that was added.</param>
/// <param name="LevelBefore">The level before it.</param>
/// <param name="Level">The level after it.</param>
/// <param name="Earned">The achievements that it brought.</param>
public sealed record Award(int Experience, int LevelBefore, int Level, IReadOnlyList<AchievementCode> Earned);
