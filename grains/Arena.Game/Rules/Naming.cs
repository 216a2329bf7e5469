using System.Collections.Immutable;
using Arena.Game.Names;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>Which name a player may have in a game, chosen by the player or by a host.</summary>
internal static class Naming
{
    /// <param name="state">The game.</param>
    /// <param name="typed">As it was typed.</param>
    /// <param name="unfit">Whether it holds a word that not every host wants to read.</param>
    /// <param name="seat">Whose name it will be, if that player has one already.</param>
    /// <param name="nickname">As it is kept.</param>
    /// <returns>Why it is refused, or null.</returns>
    public static GameErrorCode? Check(GameState state, string? typed, bool unfit, int? seat, out string nickname)
    {
        if (Nicknames.Clean(typed, out nickname) is { } refusal)
            return refusal;
        if (unfit && state.Settings.FilterNames)
            return GameErrorCode.NicknameUnfit;
        return IsFree(state, nickname, seat) ? null : GameErrorCode.NicknameTaken;
    }

    /// <summary>Whether no player but the one of <paramref name="seat"/> has the name, or one that looks the same. Removed players keep no name.</summary>
    public static bool IsFree(GameState state, string nickname, int? seat) => Nicknames.Looks(nickname).All(look =>
        !state.SeatByNickname.TryGetValue(look, out var taken) || taken == seat || state.PlayerAt(taken) is { Kicked: true });

    public static ImmutableSortedDictionary<string, int> Take(ImmutableSortedDictionary<string, int> taken, string nickname, int seat) =>
        taken.SetItems(Nicknames.Looks(nickname).Select(look => KeyValuePair.Create(look, seat)));

    public static ImmutableSortedDictionary<string, int> Free(ImmutableSortedDictionary<string, int> taken, Player player) =>
        taken.RemoveRange(Nicknames.Looks(player.Nickname).Where(look => taken.TryGetValue(look, out var seat) && seat == player.Seat));
}
