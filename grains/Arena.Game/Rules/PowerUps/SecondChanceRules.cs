using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.PowerUps;

/// <summary>
/// The player can give a second answer until the question closes, without learning whether the first is right. The better one counts; the second
/// earns a share of its points.
/// </summary>
internal sealed class SecondChanceRules(SecondChanceEffect effect) : PowerUpRules
{
    public override bool IsForAnswered => true;

    public override bool AllowsSecond => true;

    public override int Points(int points, bool isSecond) =>
        isSecond && points > 0 ? (int)Math.Round(points * effect.Percent / 100.0, MidpointRounding.AwayFromZero) : points;
}
