using System.Text.Json.Serialization;

namespace Arena.Game.Vocabulary;

/// <summary>
/// Which game is played with the questions. A closed family; on the wire, in the journal and in the settings of a session <c>kind</c> names the
/// case. The rules of each are one class in <c>Rules/Modes</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ClassicMode), "classic")]
[JsonDerivedType(typeof(SurvivorMode), "survivor")]
[JsonDerivedType(typeof(RaceMode), "race")]
[JsonDerivedType(typeof(ConfidenceMode), "confidence")]
[JsonDerivedType(typeof(SharedDeviceMode), "sharedDevice")]
public abstract record GameMode
{
    private protected GameMode()
    {
    }
}

/// <summary>The most points win, after all questions.</summary>
public sealed record ClassicMode : GameMode;

/// <summary>A player who has missed so many questions is out, and answers on without earning anything. The game ends when one player is left.</summary>
/// <param name="Misses">Questions that a player may miss until out, 1 to <see cref="GameLimits.MaxMisses"/>.</param>
public sealed record SurvivorMode(int Misses = 3) : GameMode;

/// <summary>The game ends after the question with which a player has so many points.</summary>
/// <param name="Points">The goal, <see cref="GameLimits.MinGoal"/> to <see cref="GameLimits.MaxGoal"/>.</param>
public sealed record RaceMode(int Points = 5_000) : GameMode;

/// <summary>A player bets points on an answer: a right one adds them, a wrong one takes them. <see cref="GameLimits.IsStake"/> says which there are.</summary>
public sealed record ConfidenceMode : GameMode;

/// <summary>A seat is a team around one device: it has time to talk while the question is shown and before it opens.</summary>
/// <param name="TalkMs">How long, in milliseconds, 0 to <see cref="GameLimits.MaxTalkMs"/>.</param>
public sealed record SharedDeviceMode(int TalkMs = 5_000) : GameMode;
