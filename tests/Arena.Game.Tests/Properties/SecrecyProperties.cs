using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Properties;

/// <summary>
/// Non-interference: two games that differ only in the keys and explanations of the questions from some round on, given the same commands at
/// the same times, look the same to everyone until the first of those questions is revealed.
/// </summary>
public sealed class SecrecyProperties
{
    [Fact]
    public void Before_its_reveal_a_key_changes_nothing_that_anyone_sees() => RandomGames.All((script, play) =>
    {
        var asked = play.Turns[0].After!.Quiz.Questions;
        var first = script.Key % asked.Length;
        var secret = asked.Skip(first).Select(question => question.Id).ToArray();
        var other = play.Again(quiz => quiz with
        {
            Questions = [.. quiz.Questions.Select(question => secret.Contains(question.Id) ? EveryType.WithOtherKey(question) : question)],
        });
        foreach (var (one, two) in play.Turns.Zip(other.Turns))
        {
            if (one.Events.Any(happened => happened is QuestionClosed closed && closed.Round >= first))
                return;
            Assert.Equal(Told(one, HasAllOptions), Told(two, HasAllOptions));
        }
    });

    /// <summary>Of games with many power-ups too. Options that one player's 50:50 removed are not shown to the others, and nothing else depends on them.</summary>
    [Fact]
    public void With_power_ups_a_key_changes_nothing_that_anyone_sees_but_which_options_a_player_had_removed() => RandomGames.AllPowerful(play =>
    {
        var other = play.Again(quiz => quiz with { Questions = [.. quiz.Questions.Select(EveryType.WithOtherKey)] });
        foreach (var (one, two) in play.Turns.Zip(other.Turns).TakeWhile(pair => !pair.First.Events.Any(happened => happened is QuestionClosed)))
            Assert.Equal(Told(one, HasAllOptions), Told(two, HasAllOptions));
        foreach (var turn in play.Turns.Where(turn => turn.After!.Phase is Phase.Asking))
            Assert.All(turn.After!.Players, player => Assert.Null(Viewer.Seat(turn.After, player).Result));
    });

    /// <summary>The property above would say nothing if no game had something to hide: most have, and it shows with the reveal.</summary>
    [Fact]
    public void With_the_reveal_a_key_does_show()
    {
        var shown = 0;
        RandomGames.All(play =>
        {
            var other = play.Again(quiz => quiz with { Questions = [.. quiz.Questions.Select(EveryType.WithOtherKey)] });
            shown += play.Turns.Zip(other.Turns).Any(pair => Told(pair.First) != Told(pair.Second)) ? 1 : 0;
        });
        Assert.True(shown > 100, $"Only {shown} games revealed anything.");
    }

    /// <summary>Two games that differ only in the texts of their hints look the same to all but those who use the hint of the open question.</summary>
    [Fact]
    public void A_hint_changes_nothing_that_anyone_sees_but_players_who_use_it() => RandomGames.All(play =>
    {
        var other = play.Again(quiz => quiz with { Questions = [.. quiz.Questions.Select(EveryType.WithOtherHint)] });
        Assert.All(play.Turns.Zip(other.Turns), pair => Assert.Equal(Told(pair.First, HasNotUsed), Told(pair.Second, HasNotUsed)));

        static bool HasNotUsed(GameState state, Player player) => state.Phase is not Phase.Asking asking || !player.Hints.Contains(asking.Round);
    });

    [Fact]
    public void A_used_hint_does_show()
    {
        var shown = 0;
        RandomGames.All(play =>
        {
            var other = play.Again(quiz => quiz with { Questions = [.. quiz.Questions.Select(EveryType.WithOtherHint)] });
            shown += play.Turns.Zip(other.Turns).Any(pair => Told(pair.First) != Told(pair.Second)) ? 1 : 0;
        });
        Assert.True(shown > 20, $"Only {shown} games showed a hint.");
    }

    private static bool HasAllOptions(GameState state, Player player) =>
        state.Phase is not Phase.Asking asking || player.PowerUpOn(asking.Round)?.Kind != PowerUpKind.FiftyFifty;

    /// <summary>All that leaves the core after a turn: whether it was accepted, all views, and when it is due next.</summary>
    private static string Told(Turn turn, Func<GameState, Player, bool>? isTold = null)
    {
        var state = turn.After!;
        return string.Join('\n',
        [
            turn.Decision is Decision.Refused refused ? $"refused: {refused.Code}" : string.Join(' ', turn.Events.Select(one => one.GetType().Name)),
            $"due {Decider.NextDeadline(state)}",
            Text.View(Viewer.Everyone(state)),
            .. state.Players.Where(player => isTold?.Invoke(state, player) ?? true).Select(player => Text.View(Viewer.Seat(state, player))),
            .. state.Players.Select(player => Text.View(Viewer.Results(state, player))),
            .. state.Players.Select(player => Text.View(Viewer.Roster(state, player, connected: true))),
            Text.View(Viewer.Tally(state)),
        ]);
    }
}
