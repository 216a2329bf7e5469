using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.PowerUps;

/// <summary>Gives a share of the player's own time, so that it is worth the same to all. A fast answer is judged by its share of the longer time.</summary>
internal sealed class ExtraTimeRules(ExtraTimeEffect effect) : PowerUpRules
{
    public override bool GivesTime => true;

    public override bool Fits(SessionSettings settings) => !settings.Untimed;

    public override bool Fits(GameState state, Question question) => question.TimeLimitMs is not null;

    public override bool Fits(GameState state, Player player) => player.Time != PlayerTime.Unlimited;

    public override long LengthMs(long ownMs) => ownMs * (100 + effect.Percent) / 100;

    public override int ScoredMs(int elapsedMs) => (int)(elapsedMs * 100L / (100 + effect.Percent));
}
