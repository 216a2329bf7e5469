using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.PowerUps;

/// <summary>
/// What a power-up changes. Every member is as without one, so that a power-up is written as what it changes, and only for the player who uses it.
/// Whether it fits never depends on whether an answer is right.
/// </summary>
internal class PowerUpRules
{
    private static readonly PowerUpRules None = new();

    private protected PowerUpRules()
    {
    }

    public static PowerUpRules Of(PowerUpEffect? effect) => effect switch
    {
        DoublePointsEffect doubled => new DoublePointsRules(doubled),
        FiftyFiftyEffect halved => new FiftyFiftyRules(halved),
        ExtraTimeEffect longer => new ExtraTimeRules(longer),
        StreakFreezeEffect => StreakFreezeRules.Instance,
        SecondChanceEffect second => new SecondChanceRules(second),
        ShieldEffect => ShieldRules.Instance,
        _ => None,
    };

    /// <summary>What a player has in effect on a round.</summary>
    public static PowerUpRules On(Player player, int round) => Of(player.PowerUpOn(round)?.Effect);

    /// <summary>Whether it can be used after the answer too.</summary>
    public virtual bool IsForAnswered => false;

    /// <summary>Whether it can have an effect in a game.</summary>
    public virtual bool Fits(SessionSettings settings) => true;

    /// <summary>Whether it has an effect on a question of a type that the catalogue names.</summary>
    public virtual bool Fits(GameState state, Question question) => true;

    /// <summary>Whether it has an effect for a player now.</summary>
    public virtual bool Fits(GameState state, Player player) => true;

    /// <summary>The options that it removes.</summary>
    public virtual ImmutableArray<int> Remove(GameState state, int round) => [];

    /// <summary>What an answer earns, given the points of the formula and the hint. The mode decides after that.</summary>
    /// <param name="points">So far.</param>
    /// <param name="isSecond">Whether it is the second answer.</param>
    public virtual int Points(int points, bool isSecond) => points;

    /// <summary>What an answer earns, given what the mode has decided.</summary>
    public virtual Earning AfterMode(Earning earned) => earned;

    /// <summary>How long the question is open to the player, given the player's own time.</summary>
    public virtual long LengthMs(long ownMs) => ownMs;

    /// <summary>The time that earns points: of the player's own time the share that it is of the longer one.</summary>
    public virtual int ScoredMs(int elapsedMs) => elapsedMs;

    /// <summary>Whether the question may stay open to the player after it has closed for most.</summary>
    public virtual bool GivesTime => false;

    /// <summary>Whether a miss leaves the row as it is.</summary>
    public virtual bool KeepsStreak => false;

    /// <summary>Whether a miss counts neither for the mode nor in the team's average.</summary>
    public virtual bool ForgivesMiss => false;

    /// <summary>Whether the player can answer twice.</summary>
    public virtual bool AllowsSecond => false;
}
