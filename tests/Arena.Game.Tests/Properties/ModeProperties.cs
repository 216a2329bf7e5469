using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Properties;

/// <summary>What must hold in every mode, beside all that <see cref="GameProperties"/> say of all games.</summary>
public sealed class ModeProperties
{
    [Fact]
    public void A_player_who_is_out_never_earns_and_never_comes_back() => RandomGames.All(play =>
        Assert.All(play.Turns.Where(turn => turn.Before?.Settings.Mode is SurvivorMode), turn =>
        {
            var isRegraded = turn.Events.Any(happened => happened is TextAccepted);
            foreach (var player in turn.Before!.Players)
            {
                // A text that a host accepts while it is revealed may prove the last miss to have been none.
                if (ModeOracle.OutSince(turn.Before, player) is not { } since || (isRegraded && since == turn.Before.Rounds[^1].Round))
                    continue;
                Assert.Equal(since, ModeOracle.OutSince(turn.After!, turn.After!.Players[player.Seat]));
                Assert.Equal(player.Score, turn.After.Players[player.Seat].Score);
            }
        }));

    [Fact]
    public void A_game_of_survivors_that_is_decided_asks_nothing_more() => RandomGames.All(play =>
        Assert.All(play.Turns.Where(turn => turn.Before is { Settings.Mode: SurvivorMode, Phase: Phase.Revealing or Phase.Standings }), turn =>
        {
            var state = turn.Before!;
            var playing = state.Players.Where(player => !player.Kicked).ToList();
            var left = playing.Count(player => ModeOracle.OutSince(state, player) is null);
            if (left <= 1 && left < playing.Count)
                Assert.DoesNotContain(turn.Events, happened => happened is GetReadyShown or StandingsShown);
        }));

    [Fact]
    public void A_race_asks_nothing_more_once_a_player_has_reached_the_goal() => RandomGames.All(play =>
        Assert.All(play.Turns.Where(turn => turn.Before is { Settings.Mode: RaceMode, Phase: Phase.Revealing or Phase.Standings }), turn =>
        {
            var goal = ((RaceMode)turn.Before!.Settings.Mode).Points;
            if (turn.Before.Players.Any(player => !player.Kicked && player.Score >= goal))
                Assert.DoesNotContain(turn.Events, happened => happened is GetReadyShown or StandingsShown);
        }));

    [Fact]
    public void A_stake_never_makes_a_score_negative() => RandomGames.All(play =>
        Assert.All(play.Turns.Where(turn => turn.After!.Settings.Mode is ConfidenceMode).SelectMany(turn => turn.After!.Players), player =>
            Assert.True(player.Score >= 0)));

    [Fact]
    public void Only_a_game_with_bets_takes_a_stake() => RandomGames.All(play =>
        Assert.All(play.Events.OfType<AnswerAccepted>(), accepted =>
        {
            Assert.True(GameLimits.IsStake(accepted.Answer.Stake));
            if (play.Final.Settings.Mode is not ConfidenceMode)
                Assert.Equal(0, accepted.Answer.Stake);
        }));

    /// <summary>The same moves with and without naming the mode: so logs of releases that had only this one are games of it.</summary>
    [Fact]
    public void A_game_that_names_no_mode_is_a_classic_one() => RandomGames.All((script, play) =>
    {
        if (play.Final.Settings.Mode is not ClassicMode)
            return;
        var former = play.Events.Select(happened => happened is SessionLaunched launched ? launched with { Settings = launched.Settings with { Mode = null! } } : happened);
        var replayed = Playthrough.Replay(former)!;
        Assert.Equal(Text.State(play.Final), Text.State(replayed with { Settings = play.Final.Settings }));
    });
}
