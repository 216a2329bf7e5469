using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>A player's own time for a question, as it was granted.</summary>
internal static class TimeAccommodation
{
    /// <summary>When the open question closes for this player.</summary>
    public static long ClosesAtMs(Phase.Asking asking, Player player)
    {
        var lengthMs = asking.ClosesAtMs - asking.OpensAtMs;
        return asking.OpensAtMs + player.Time switch
        {
            PlayerTime.Longer => lengthMs * 3 / 2,
            PlayerTime.Double => lengthMs * 2,
            PlayerTime.Unlimited => Math.Max(lengthMs, GameLimits.UntimedMs),
            _ => lengthMs,
        };
    }

    /// <summary>Whether a question closes only when everyone has answered or the host advances.</summary>
    public static bool IsUntimed(GameState state, Question question) => state.Settings.Untimed || question.TimeLimitMs is null;

    /// <summary>The time that earns points: of the common time the share that it is of this player's own.</summary>
    public static int ScoredMs(GameState state, Question question, Player player, int elapsedMs) => player.Time switch
    {
        _ when IsUntimed(state, question) => 0,
        PlayerTime.Longer => (int)(elapsedMs * 2L / 3),
        PlayerTime.Double => elapsedMs / 2,
        PlayerTime.Unlimited => 0,
        _ => elapsedMs,
    };

    /// <summary>When the open question closes for the last of those with more time and without an answer; null if there are none.</summary>
    public static long? LastClosesAtMs(GameState state, Phase.Asking asking)
    {
        long? lastMs = null;
        foreach (var player in state.Players)
        {
            if (player is { Kicked: false, Pending: null, Time: not PlayerTime.Normal })
                lastMs = Math.Max(lastMs ?? long.MinValue, ClosesAtMs(asking, player));
        }
        return lastMs;
    }
}
