using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Properties;

/// <summary>What must hold in every game with power-ups, beside all that <see cref="GameProperties"/> say of all games.</summary>
public sealed class PowerUpProperties
{
    [Fact]
    public void Every_kind_is_earned_and_used_in_random_games()
    {
        SortedSet<PowerUpKind> used = [];
        var isSecond = false;
        RandomGames.UntilPowerful(play =>
        {
            used.UnionWith(play.Events.OfType<PowerUpUsed>().Select(happened => happened.Use.Kind));
            isSecond |= play.Final.Players.Any(player => player.Answers.Exists(answer => answer.IsSecond));
            return isSecond && used.Count == Enum.GetValues<PowerUpKind>().Length;
        });
        Assert.Equal(Enum.GetValues<PowerUpKind>(), used);
        Assert.True(isSecond, "No second answer counted.");
    }

    [Fact]
    public void An_earned_power_up_is_in_hand_or_used_once() => RandomGames.AllPowerful(play =>
    {
        var state = play.Turns[0].After!;
        List<int> earned = [];
        foreach (var happened in play.Events.Skip(1))
        {
            if (happened is PowerUpsEarned { Earned: var some })
                earned.AddRange(some.Select(one => one.Seat));
            state = Decider.Evolve(state, happened);
            Assert.All(state.Players, player =>
            {
                Assert.True(player.PowerUps.Count <= GameLimits.MaxPowerUps);
                Assert.Equal(player.PowerUps.Count, player.PowerUps.Distinct().Count());
                Assert.Equal(player.PowerUpUses.Count, player.PowerUpUses.Select(use => use.Round).Distinct().Count());
                Assert.Equal(earned.Count(seat => seat == player.Seat), player.PowerUps.Count + player.PowerUpUses.Count);
                Assert.DoesNotContain(player.PowerUpUses, use => state.Rounds.Exists(round => round.Round == use.Round && round.Skipped));
            });
        }
    });

    [Fact]
    public void A_power_up_is_used_only_where_it_has_an_effect_and_a_refused_one_stays_in_hand() => RandomGames.AllPowerful(play =>
        Assert.All(play.Turns.Where(turn => turn.Command is GameCommand.UsePowerUp), turn =>
        {
            if (turn.Events is not [PowerUpUsed { Use: var use, Seat: var seat }])
            {
                Assert.Same(turn.Before, turn.After);
                return;
            }
            var (state, after) = (turn.Before!, turn.After!);
            var asking = Assert.IsType<Phase.Asking>(state.Phase);
            var question = state.Quiz.Questions[use.Round];
            var player = state.Players[seat];
            Assert.Equal(asking.Round, use.Round);
            Assert.True(question.IsScored() && question.Points > 0);
            Assert.Contains(use.Kind, player.PowerUps);
            Assert.DoesNotContain(use.Kind, after.Players[seat].PowerUps);
            Assert.Null(ModeOracle.OutSince(state, player));
            Assert.Equal(use.Kind == PowerUpKind.FiftyFifty, !use.Removed.IsEmpty);
            Assert.True(use.Kind == PowerUpKind.SecondChance || player.Pending is null);
            switch (use.Kind)
            {
                case PowerUpKind.FiftyFifty:
                    var options = Assert.IsType<SingleChoiceQuestion>(question).Options;
                    Assert.Equal(options.Length / 2, use.Removed.Length);
                    Assert.DoesNotContain(use.Removed, option => options[option].IsCorrect);
                    Assert.True(options.Length - use.Removed.Length >= 2);
                    break;
                case PowerUpKind.ExtraTime:
                    Assert.True(Decider.MayAnswer(asking with { Overtime = true }, after.Players[seat]));
                    break;
                case PowerUpKind.StreakFreeze:
                    Assert.True(player.Streak > 0);
                    break;
                case PowerUpKind.SecondChance:
                    Assert.True(Decider.MayAnswer(asking, after.Players[seat]));
                    break;
                case PowerUpKind.Shield:
                    Assert.True(state.Settings is { Teams: > 0 } or { Mode: ConfidenceMode or SurvivorMode });
                    break;
                default:
                    Assert.Equal(PowerUpKind.DoublePoints, use.Kind);
                    break;
            }
        }));

    /// <summary>Without the power-ups of one player, and the second answers they allow, the log leads to the same for all others.</summary>
    [Fact]
    public void A_power_up_changes_nothing_for_other_players() => RandomGames.AllPowerful(play =>
    {
        foreach (var seat in play.Events.OfType<PowerUpUsed>().Select(happened => happened.Seat).Distinct())
        {
            var without = Playthrough.Replay(play.Events.Where(happened =>
                !(happened is PowerUpUsed used && used.Seat == seat) && !(happened is SecondAnswerAccepted second && second.Seat == seat)))!;
            Assert.Equal(play.Final.Players.Where(player => player.Seat != seat).Select(Own), without.Players.Where(player => player.Seat != seat).Select(Own));
        }

        static (int, int, int, string) Own(Player player) => (
            player.Score, player.Streak, player.Missed.Count, string.Join(' ', player.Answers.Select(answer => $"{answer.Round} {answer.Points} {answer.StreakBonus}")));
    });

    /// <summary>What an answer earns is fixed when it is accepted: by nothing that others have in effect.</summary>
    [Fact]
    public void An_answer_earns_the_same_whatever_others_have_in_effect() => RandomGames.AllPowerful(play =>
        Assert.All(play.Turns.Where(turn => turn.Events is [AnswerAccepted or SecondAnswerAccepted]), turn =>
        {
            var seat = ((GameCommand.SubmitAnswer)turn.Command).Seat;
            var alone = turn.Before! with
            {
                Players = turn.Before.Players.ConvertAll(player => player.Seat == seat ? player : player with { PowerUpUses = [] }),
            };
            Assert.Equal(Text.Events(turn.Events), Text.Events(((Decision.Accepted)Decider.Decide(alone, turn.Command, turn.NowMs)).Events));
        }));

    [Fact]
    public void Of_two_answers_the_better_one_counts() => RandomGames.AllPowerful(play =>
        Assert.All(play.Final.Players.SelectMany(player => player.Answers).Where(answer => answer.Other is not null), answer =>
            Assert.True(answer.Points + answer.StreakBonus >= answer.Other!.Points + answer.Other.StreakBonus)));

    [Fact]
    public void A_repeated_second_answer_changes_nothing_also_after_the_question() => RandomGames.AllPowerful(play =>
        Assert.All(play.Turns.Where(turn => turn.Events is [SecondAnswerAccepted]), turn =>
        {
            var accepted = ((SecondAnswerAccepted)turn.Events[0]).Answer;
            foreach (var later in play.Turns.SkipWhile(one => one != turn).Take(8).Where(later => later.After!.Skipped?.Round != accepted.Round))
            {
                if (later.After!.PlayerAt(((GameCommand.SubmitAnswer)turn.Command).Seat) is { Kicked: false } player && player.AnswerTo(accepted.Round) is not null)
                    Assert.Equal(accepted, Assert.IsType<Decision.Accepted>(Decider.Decide(later.After, turn.Command, later.NowMs)).Standing! with { Other = null });
            }
        }));

    /// <summary>
    /// The options that a 50:50 removes reveal nothing about those that it leaves: over many seeds, each pair of a right option and removed options
    /// is as frequent as any other.
    /// </summary>
    [Fact]
    public void Options_that_are_left_are_as_likely_to_be_right_as_before()
    {
        const int Seeds = 6_000;
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        for (var seed = 0; seed < Seeds; seed++)
        {
            for (var right = 0; right < 4; right++)
            {
                var quiz = Quizzes.Of(Quizzes.Question(0) with { Options = Quizzes.Options(4, right) });
                var game = Scenario.Given(
                    Scenario.Lobby(new() { PowerUps = new() }, quiz, "Ann"), Scenario.Earned(0, PowerUpKind.FiftyFifty), Scenario.Asked());
                var used = new Situation(game.State with { Seed = seed }).When(Scenario.UsePowerUp(0, PowerUpKind.FiftyFifty), at: 11_000);
                var removed = string.Join(',', used.The<PowerUpUsed>().Use.Removed);
                counts[$"{right} {removed}"] = counts.GetValueOrDefault($"{right} {removed}") + 1;
            }
        }
        Assert.Equal(12, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, (Seeds / 3) - 150, (Seeds / 3) + 150));
    }
}
