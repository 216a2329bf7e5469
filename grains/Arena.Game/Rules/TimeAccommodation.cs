using Arena.Game.Questions;
using Arena.Game.Rules.PowerUps;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>A player's own time for a question: as it was granted, and with what a power-up adds to it.</summary>
internal static class TimeAccommodation
{
    /// <summary>When the open question closes for this player.</summary>
    public static long ClosesAtMs(Phase.Asking asking, Player player)
    {
        var lengthMs = asking.ClosesAtMs - asking.OpensAtMs;
        var ownMs = player.Time switch
        {
            PlayerTime.Longer => lengthMs * 3 / 2,
            PlayerTime.Double => lengthMs * 2,
            PlayerTime.Unlimited => Math.Max(lengthMs, GameLimits.UntimedMs),
            _ => lengthMs,
        };
        return asking.OpensAtMs + PowerUpRules.On(player, asking.Round).LengthMs(ownMs);
    }

    /// <summary>Whether the question may still be open to a player once the time of most is over.</summary>
    public static bool HasMore(Player player, int round) => player.Time != PlayerTime.Normal || PowerUpRules.On(player, round).GivesTime;

    /// <summary>Whether a question closes only when everyone has answered or the host advances.</summary>
    public static bool IsUntimed(GameState state, Question question) => state.Settings.Untimed || question.TimeLimitMs is null;

    /// <summary>The time that earns points: of the common time the share that it is of this player's own.</summary>
    public static int ScoredMs(GameState state, Question question, Player player, Answer answer)
    {
        var elapsedMs = PowerUpRules.On(player, answer.Round).ScoredMs(answer.RawMs - answer.CompensationMs);
        return player.Time switch
        {
            _ when IsUntimed(state, question) => 0,
            PlayerTime.Longer => (int)(elapsedMs * 2L / 3),
            PlayerTime.Double => elapsedMs / 2,
            PlayerTime.Unlimited => 0,
            _ => elapsedMs,
        };
    }

    /// <summary>When the open question closes for the last of those with more time and without an answer; null if there are none.</summary>
    public static long? LastClosesAtMs(GameState state, Phase.Asking asking)
    {
        long? lastMs = null;
        foreach (var player in state.Players)
        {
            if (!player.Kicked && !Answering.IsDone(player, asking.Round) && HasMore(player, asking.Round))
                lastMs = Math.Max(lastMs ?? long.MinValue, ClosesAtMs(asking, player));
        }
        return lastMs;
    }
}
