using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.PowerUps;

/// <summary>Multiplies the points of the answer, but neither what an answer takes, nor the bonus for the row, nor a stake.</summary>
internal sealed class DoublePointsRules(DoublePointsEffect effect) : PowerUpRules
{
    public override int Points(int points, bool isSecond) => points > 0 ? points * effect.Factor : points;
}
