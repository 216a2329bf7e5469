using System.Collections.Immutable;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.PowerUps;

/// <summary>The new game after an event of power-ups.</summary>
internal static class PowerUpEvolution
{
    public static GameState AnswerAgain(GameState state, SecondAnswerAccepted second)
    {
        if (state.PlayerAt(second.Seat) is not { Pending: { Other: null } first, Kicked: false } player
            || state.Phase is not Phase.Asking asking
            || second.Answer.Round != asking.Round)
        {
            return state;
        }
        return state with { Players = state.Players.SetItem(player.Seat, player with { Pending = first with { Other = second.Answer } }) };
    }

    public static GameState Use(GameState state, int seat, PowerUpUse use) => state.PlayerAt(seat) is { } player && player.PowerUpOn(use.Round) is null
        ? state with
        {
            Players = state.Players.SetItem(seat, player with { PowerUps = player.PowerUps.Remove(use.Kind), PowerUpUses = player.PowerUpUses.Add(use) }),
        }
        : state;

    public static GameState Earn(GameState state, PowerUpsEarned earned)
    {
        var players = state.Players.ToBuilder();
        foreach (var (seat, kind) in earned.Earned)
        {
            if (seat >= 0 && seat < players.Count && players[seat] is { Kicked: false } player && player.PowerUps.Count < GameLimits.MaxPowerUps && !player.PowerUps.Contains(kind))
                players[seat] = player with { PowerUps = player.PowerUps.Add(kind), PowerUpEarnedIn = earned.Round };
        }
        return state with { Players = players.ToImmutable() };
    }

    /// <summary>The power-ups that were used on the question that is skipped are in hand again.</summary>
    public static GameState TakeBack(GameState state)
    {
        if (state.Settings.PowerUps is null || state.Skipped is not { } skipped)
            return state;
        var used = state.Players.Where(player => player.PowerUpOn(skipped.Round) is not null)
            .ToImmutableSortedDictionary(player => player.Seat, player => player.PowerUpOn(skipped.Round)!);
        var players = state.Players.ToBuilder();
        foreach (var (seat, use) in used)
            players[seat] = players[seat] with { PowerUps = players[seat].PowerUps.Add(use.Kind), PowerUpUses = players[seat].PowerUpUses.Remove(use) };
        return state with { Players = players.ToImmutable(), Skipped = skipped with { PowerUps = used } };
    }

    /// <summary>The skip is undone: the power-ups of the question are used again.</summary>
    public static GameState UseAgain(SkippedQuestion skipped, GameState state) =>
        skipped.PowerUps.Aggregate(state, (again, used) => Use(again, used.Key, used.Value));
}
