using Arena.Game.Commands;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Properties;

/// <summary>What the core says is possible is what it accepts, in every state that a game reaches.</summary>
public sealed class PossibleActionProperties
{
    [Fact]
    public void An_action_is_possible_exactly_if_it_is_accepted_with_arguments_that_fit() => RandomGames.All(play =>
        Assert.All(play.Turns.Select(turn => turn.After!), state =>
        {
            var possible = Decider.PossibleActions(state);
            Assert.Equal(possible.Distinct().Order(), possible);
            foreach (var kind in Enum.GetValues<HostActionKind>())
            {
                var outcomes = Fitting(kind, state).Select(action => Decide(state, action)).ToArray();
                if (possible.Contains(kind))
                    Assert.NotEmpty(outcomes);
                Assert.All(outcomes, outcome => Assert.True(
                    possible.Contains(kind) == outcome is Decision.Accepted, $"{kind} in {state.Phase}, pause {state.Pause}: {outcome}"));
            }
        }));

    /// <summary>The property above would say nothing of an action that random games never allow, or always.</summary>
    [Fact]
    public void Every_action_is_possible_in_some_state_and_impossible_in_another()
    {
        SortedSet<HostActionKind> possible = [], impossible = [];
        RandomGames.All(play =>
        {
            foreach (var state in play.Turns.Select(turn => turn.After!))
            {
                possible.UnionWith(Decider.PossibleActions(state));
                impossible.UnionWith(Enum.GetValues<HostActionKind>().Except(Decider.PossibleActions(state)));
            }
        });
        Assert.Equal(Enum.GetValues<HostActionKind>(), possible);
        Assert.Equal(Enum.GetValues<HostActionKind>(), impossible);
    }

    /// <summary>After the half second in which a command is taken for a second press of the same key.</summary>
    private static Decision Decide(GameState state, HostAction action) => Decider.Decide(
        state, new GameCommand.Host(Scenario.Operation(-1), state.Step, action), state.PhaseSinceMs + GameLimits.RepeatGuardMs);

    /// <summary>The action for each player it can be for, and with the least and the most it can ask for.</summary>
    private static IEnumerable<HostAction> Fitting(HostActionKind kind, GameState state) => kind switch
    {
        HostActionKind.Kick => state.Players.Select(player => HostActions.Of(kind, player.Seat)),
        HostActionKind.Rename or HostActionKind.Approve or HostActionKind.GrantTime or HostActionKind.MoveToTeam =>
            state.Players.Where(player => !player.Kicked).Select(player => HostActions.Of(kind, player.Seat, nickname: "A name that is free")),
        HostActionKind.AcceptAnswer => [new HostAction.AcceptAnswer((state.Phase as Phase.Revealing)?.Round ?? 0, "A text that is new")],
        HostActionKind.Extend => [new HostAction.Extend(1), new HostAction.Extend(GameLimits.MaxExtendMs)],
        _ => [HostActions.Of(kind)],
    };
}
