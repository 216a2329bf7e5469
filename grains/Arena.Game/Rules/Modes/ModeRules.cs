using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.Modes;

/// <summary>
/// What a mode decides. Every member has the rule of a classic game, so that a mode is written as what differs from it. All of it is a
/// function of the state: a mode keeps nothing itself.
/// </summary>
internal abstract class ModeRules
{
    public static ModeRules Of(GameMode mode) => mode switch
    {
        SurvivorMode survivor => new SurvivorRules(survivor),
        RaceMode race => new RaceRules(race),
        ConfidenceMode => ConfidenceRules.Instance,
        SharedDeviceMode shared => new SharedDeviceRules(shared),
        _ => ClassicRules.Instance,
    };

    public static ModeRules Of(GameState state) => Of(state.Settings.Mode);

    /// <summary>Whether the mode's own settings are within their limits, and fit the others.</summary>
    public virtual bool Fits(SessionSettings settings) => true;

    /// <summary>How much longer than usual a question is shown before it opens, in milliseconds.</summary>
    public virtual int TalkMs => 0;

    /// <summary>Whether so many points can be bet on an answer to a question.</summary>
    public virtual bool Takes(int stake, Question question) => stake == 0;

    /// <summary>
    /// What an answer earns, given what it would earn in a classic game. The last step of <see cref="Scoring"/>: what changes an answer's points
    /// for other reasons, as a hint does, comes before.
    /// </summary>
    /// <param name="earned">Points and bonus so far.</param>
    /// <param name="player">Whose answer it is, as of before the answer.</param>
    /// <param name="round">Index of the question.</param>
    /// <param name="verdict">On the answer.</param>
    /// <param name="stake">Points that were bet on it.</param>
    public virtual Earning Earn(Earning earned, Player player, int round, Verdict verdict, int stake) => earned;

    /// <summary>
    /// What the mode remembers of a closed question for a player. Applied again when the answer is judged again: it must not count a question twice.
    /// </summary>
    /// <param name="player">Whose.</param>
    /// <param name="round">Index of the question.</param>
    /// <param name="question">The question.</param>
    /// <param name="verdict">On the answer, or null without one, as for a player who joined later.</param>
    public virtual Player Remember(Player player, int round, Question question, Verdict? verdict) => player;

    /// <summary>Players with a higher one are ranked before all others; among equal ones points decide.</summary>
    public virtual int Tier(Player player) => 0;

    /// <summary>Whether the game is over before its last question. Asked between two questions.</summary>
    public virtual bool IsDecided(GameState state) => false;

    /// <summary>How many questions the player can still miss, or null where that does not matter.</summary>
    public virtual int? LivesOf(Player player) => null;
}
