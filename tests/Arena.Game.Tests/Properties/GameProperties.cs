using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Names;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Properties;

public sealed class GameProperties
{
    /// <summary>Where a game may go from each phase.</summary>
    private static readonly SortedDictionary<string, string[]> Next = new(StringComparer.Ordinal)
    {
        ["Lobby"] = ["GetReady", "Finished"],
        ["GetReady"] = ["Asking", "GetReady", "Standings", "Finished"],
        ["Asking"] = ["Revealing", "GetReady", "Standings", "Finished"],
        ["Revealing"] = ["Standings", "GetReady", "Finished"],
        ["Standings"] = ["GetReady", "Finished"],
        ["Finished"] = [],
    };

    [Fact]
    public void Random_games_reach_every_phase_and_every_event()
    {
        SortedSet<string> unseen = new(
            typeof(GameEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(GameEvent) || type.BaseType == typeof(Phase)).Select(type => type.Name),
            StringComparer.Ordinal);
        RandomGames.OfOne((_, play) => unseen.ExceptWith(play.Events.Select(happened => happened.GetType().Name)));
        RandomGames.UntilPowerful(play => Sees(play, nameof(PowerUpUsed), nameof(SecondAnswerAccepted)));
        RandomGames.Until(play => Sees(play));
        Assert.Empty(unseen);

        bool Sees(Playthrough play, params string[] wanted)
        {
            unseen.ExceptWith(play.Events.Select(happened => happened.GetType().Name));
            unseen.ExceptWith(play.Turns.Select(turn => turn.After!.Phase.GetType().Name));
            return wanted is [] ? unseen.Count == 0 : !unseen.Overlaps(wanted);
        }
    }

    [Fact]
    public void Replaying_the_events_as_a_journal_gives_them_back_gives_the_state() => RandomGames.All(play =>
        Assert.Equal(Text.State(play.Final), Text.State(Playthrough.Replay(play.Events.Select(Text.Reread)))));

    [Fact]
    public void A_decision_depends_on_nothing_but_state_command_and_time() => RandomGames.All(play =>
    {
        var again = play.Again(quiz => quiz);
        Assert.Equal(Text.Events(play.Events), Text.Events(again.Events));
    });

    [Fact]
    [Asvs("1.4.2")]
    public void Each_player_has_one_answer_a_question_and_the_score_is_their_sum() => RandomGames.All(play =>
        Assert.All(play.Turns.SelectMany(turn => turn.After!.Players), player =>
        {
            Assert.Equal(player.Answers.Count, player.Answers.Select(answer => answer.Round).Distinct().Count());
            Assert.DoesNotContain(player.Answers, answer => answer.Round == player.Pending?.Round);
            Assert.Equal(player.Score, player.Answers.Sum(answer => answer.Points + answer.StreakBonus));
            Assert.All(player.Answers, answer => Assert.True((answer.Points >= 0 || answer.Stake > 0) && answer.StreakBonus is >= 0 and <= 500));
        }));

    [Fact]
    [Asvs("1.4.2")]
    public void An_answer_is_worth_what_its_stamp_says() => RandomGames.All(play =>
        Assert.All(play.Turns.Where(turn => turn.Events.Any(one => one is AnswerAccepted)), turn =>
        {
            var state = turn.Before!;
            var asking = Assert.IsType<Phase.Asking>(state.Phase);
            var question = state.Quiz.Questions[asking.Round];
            var answer = Assert.IsType<AnswerAccepted>(Assert.Single(turn.Events)).Answer;
            var player = state.Players[((AnswerAccepted)turn.Events[0]).Seat];
            var powerUp = player.PowerUpOn(asking.Round)?.Kind;
            var longer = powerUp == PowerUpKind.ExtraTime ? 1.5m : 1;
            var ownMs = (long)((asking.ClosesAtMs - asking.OpensAtMs) * Share(player.Time) * longer);
            if (player.Time != PlayerTime.Unlimited)
                Assert.InRange(answer.StampMs, asking.OpensAtMs, Math.Min(turn.NowMs, asking.OpensAtMs + ownMs + answer.CompensationMs));
            Assert.InRange(answer.StampMs, asking.ResumedAtMs, state.Pause?.AtMs ?? long.MaxValue);
            Assert.InRange(answer.CompensationMs, 0, 150);
            Assert.Equal(question.Judge(answer.Value), new Judgement(answer.Verdict, answer.Share));
            var scored = player.Time == PlayerTime.Unlimited || state.Settings.Untimed || question.TimeLimitMs is null ? 0 : (int)((int)(answer.ElapsedMs / longer) / Share(player.Time));
            var points = Scoring.Points(state.Settings.Formula, question, question.Judge(answer.Value), scored);
            var cost = player.Hints.Contains(asking.Round) ? question.Hint!.CostPercent : 0;
            var earned = (int)Math.Round(points * (100 - cost) / 100.0, MidpointRounding.AwayFromZero);
            var expected = ModeOracle.Points(state, player, answer, powerUp == PowerUpKind.DoublePoints ? Math.Max(2 * earned, earned) : earned);
            Assert.Equal(powerUp == PowerUpKind.Shield ? Math.Max(expected, 0) : expected, answer.Points);
        }));

    [Fact]
    public void A_repeated_answer_changes_nothing_and_names_the_accepted_answer() => RandomGames.All(play =>
        Assert.All(play.Turns.Where(turn => turn.Events.Any(one => one is AnswerAccepted)), turn =>
        {
            var first = (GameCommand.SubmitAnswer)turn.Command;
            var again = Decider.Decide(turn.After, first with { Value = ChoiceAnswer.Of(7), StampMs = first.StampMs + 7 }, turn.NowMs + 7);
            var accepted = Assert.IsType<Decision.Accepted>(again);
            Assert.Empty(accepted.Events);
            Assert.Equal(((AnswerAccepted)turn.Events[0]).Answer, accepted.Standing);
        }));

    [Fact]
    public void Backlog_changes_no_points() => RandomGames.All(play =>
        Assert.All(play.Turns.Where(turn => turn.Events.Any(one => one is AnswerAccepted)), turn =>
        {
            var accepted = (AnswerAccepted)turn.Events[0];
            var later = Decider.Decide(turn.Before, turn.Command, accepted.Answer.StampMs + 9_999);
            // A wrong clock's stamp is judged by when it was processed: only one that was believed stays.
            if (((GameCommand.SubmitAnswer)turn.Command).StampMs == accepted.Answer.StampMs)
                Assert.Equal(accepted.Answer, Assert.IsType<AnswerAccepted>(Assert.Single(Assert.IsType<Decision.Accepted>(later).Events)).Answer);
        }));

    [Fact]
    public void The_results_of_a_closed_question_never_change_but_by_a_host_who_accepts_a_text() => RandomGames.All(play =>
        Assert.All(play.Turns.Skip(1).Where(turn => !turn.Events.Any(one => one is TextAccepted)), turn =>
        {
            var kept = turn.Events.Any(one => one is SkipUndone) ? turn.Before!.Rounds.RemoveAt(turn.Before.Rounds.Count - 1) : turn.Before!.Rounds;
            Assert.Equal(kept, turn.After!.Rounds.Take(kept.Count));
            Assert.All(turn.Before.Rounds.Skip(kept.Count), undone => Assert.True(undone.Skipped));
            foreach (var player in turn.Before.Players)
                Assert.Equal(player.Answers, turn.After.Players[player.Seat].Answers.Take(player.Answers.Count));
        }));

    [Fact]
    public void Phases_move_forward_one_permitted_step_at_a_time() => RandomGames.All(play =>
    {
        var state = play.Turns[0].After!;
        foreach (var happened in play.Events.Skip(1))
        {
            var next = Decider.Evolve(state, happened);
            var steps = next.Step - state.Step;
            Assert.InRange(steps, 0, 1);
            if (happened is SkipUndone)
            {
                Assert.Equal((state.Skipped!.Phase.GetType(), state.Skipped.Round), (next.Phase.GetType(), (Order(next.Phase) - 1) / 4));
                state = next;
                continue;
            }
            if (steps == 0)
                Assert.Equal(state.Phase.GetType(), next.Phase.GetType());
            else
                Assert.Contains(next.Phase.GetType().Name, Next[state.Phase.GetType().Name]);
            Assert.True(Order(next.Phase) >= Order(state.Phase));
            state = next;
        }
    });

    [Fact]
    public void Nothing_is_due_if_and_only_if_the_game_is_over() => RandomGames.All(play =>
        Assert.All(play.Turns, turn => Assert.Equal(turn.After!.Ended, Decider.NextDeadline(turn.After) is null)));

    [Fact]
    public void A_tick_when_due_makes_progress_and_one_before_does_nothing() => RandomGames.All(play =>
        Assert.All(play.Turns.Where(turn => !turn.After!.Ended), turn =>
        {
            var due = Decider.NextDeadline(turn.After!)!.Value;
            var tick = new GameCommand.Tick(turn.After!.Step);
            Assert.NotEmpty(Assert.IsType<Decision.Accepted>(Decider.Decide(turn.After, tick, due)).Events);
            Assert.Empty(Assert.IsType<Decision.Accepted>(Decider.Decide(turn.After, tick, due - 1)).Events);
        }));

    [Fact]
    public void Every_game_ends_without_further_commands() => RandomGames.All(play =>
    {
        var state = play.Final;
        for (var ticks = 0; Decider.NextDeadline(state) is { } due; ticks++)
        {
            Assert.True(ticks < 30, "The game goes round in circles.");
            state = ((Decision.Accepted)Decider.Decide(state, new GameCommand.Tick(state.Step), due)).Events.Aggregate(state, Decider.Evolve);
        }
        Assert.True(state.Ended);
    });

    [Fact]
    public void An_operation_that_took_effect_never_does_again() => RandomGames.All(play =>
    {
        SortedSet<string> done = new(StringComparer.Ordinal);
        foreach (var turn in play.Turns)
        {
            var identity = turn.Command switch
            {
                GameCommand.Join join => $"join {join.OperationId}",
                GameCommand.HandOverSeat handOver => $"handOver {handOver.OperationId}",
                GameCommand.SubmitAnswer answer => $"answer {answer.Seat} {answer.Round} {answer.OperationId}",
                GameCommand.UsePowerUp use => $"powerUp {use.Seat} {use.Round} {use.OperationId}",
                GameCommand.Host host => $"host {host.OperationId}",
                _ => null,
            };
            if (identity is null || turn.Events.IsEmpty)
                continue;
            Assert.True(done.Add(identity), $"{identity} took effect twice");
            Assert.Empty(Assert.IsType<Decision.Accepted>(Decider.Decide(turn.After, turn.Command, turn.NowMs + 5)).Events);
        }
    });

    [Fact]
    public void Counts_are_those_of_the_players() => RandomGames.All(play =>
        Assert.All(play.Turns.Select(turn => turn.After!), state =>
        {
            Assert.Equal(state.Players.Count(player => !player.Kicked), state.PlayerCount);
            var pending = state.Players.Count(player => player.Pending is not null);
            Assert.Equal(state.Phase is Phase.Asking asking ? asking.Answered : 0, pending);
            Assert.DoesNotContain(state.Players, player => player is { Kicked: true, Pending: not null });
        }));

    [Fact]
    public void A_skip_can_be_undone_only_in_the_phase_that_follows_it() => RandomGames.All(play =>
        Assert.All(play.Turns.Select(turn => turn.After!).Where(state => state.Skipped is not null), state =>
        {
            var skipped = state.Skipped!;
            Assert.True(state.Rounds[^1].Skipped);
            Assert.Equal(state.Rounds[^1].Round, skipped.Round);
            Assert.True(state.Phase is Phase.GetReady ready ? ready.Round == skipped.Round + 1 : state.Phase is Phase.Standings standings && standings.Round == skipped.Round);
            Assert.DoesNotContain(skipped.Answers.Keys, seat => state.Players[seat].Kicked);
        }));

    [Fact]
    public void No_two_players_have_the_same_name() => RandomGames.All(play =>
    {
        var looks = play.Final.Players.Where(player => !player.Kicked).SelectMany(player => Nicknames.Looks(player.Nickname)).ToArray();
        Assert.Equal(looks.Length, looks.Distinct().Count());
    });

    [Fact]
    public void Ranks_are_those_of_the_scores() => RandomGames.All(play =>
        Assert.All(play.Turns.Select(turn => turn.After!), state =>
        {
            var ranked = state.Players.Where(player => player.Rank > 0).ToArray();
            Assert.All(ranked, player =>
            {
                Assert.False(player.Kicked);
                var place = ModeOracle.Place(state, player);
                Assert.Equal(1 + ranked.Count(other => ModeOracle.Place(state, other).CompareTo(place) > 0), player.Rank);
                Assert.Equal(
                    ranked.Where(other => ModeOracle.Place(state, other).Tier == place.Tier && other.Score > player.Score)
                        .Select(other => other.Score - player.Score).DefaultIfEmpty().Min(),
                    player.ToNext);
            });
        }));

    /// <summary>A player's own time, of those of all players.</summary>
    private static decimal Share(PlayerTime time) => time switch
    {
        PlayerTime.Longer => 1.5m,
        PlayerTime.Double => 2,
        _ => 1,
    };

    private static int Order(Phase phase) => phase switch
    {
        Phase.GetReady ready => (ready.Round * 4) + 1,
        Phase.Asking asking => (asking.Round * 4) + 2,
        Phase.Revealing revealing => (revealing.Round * 4) + 3,
        Phase.Standings standings => (standings.Round * 4) + 4,
        Phase.Finished => int.MaxValue,
        _ => 0,
    };
}
