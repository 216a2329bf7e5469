using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Properties;

/// <summary>Random sessions that one player plays alone.</summary>
public sealed class SelfPaceProperties
{
    [Fact]
    public void Replaying_the_events_as_a_journal_gives_them_back_gives_the_state() => RandomGames.OfOne((_, play) =>
        Assert.Equal(Text.State(play.Final), Text.State(Playthrough.Replay(play.Events.Select(Text.Reread)))));

    /// <summary>
    /// Non-interference, as of games with a host; with feedback at the end nothing shows a key before that. Which questions come again
    /// depends on keys, and only on those that were revealed.
    /// </summary>
    [Fact]
    public void A_key_changes_nothing_that_anyone_sees_before_it_is_revealed() => RandomGames.OfOne((script, play) =>
    {
        var first = script.Key % play.Turns[0].After!.Quiz.Questions.Length;
        var secret = play.Turns[0].After!.Quiz.Questions.Skip(first).Select(question => question.Id).ToArray();
        var other = play.Again(quiz => quiz with
        {
            Questions = [.. quiz.Questions.Select(question => secret.Contains(question.Id) ? EveryType.WithOtherKey(question) : question)],
        });
        foreach (var (one, two) in play.Turns.Zip(other.Turns))
        {
            var reveals = script.Pace!.FeedbackAtEnd
                ? one.Events.Any(happened => happened is SessionFinished or TextAccepted)
                : one.Events.Any(happened => happened is QuestionClosed closed && closed.Round >= first);
            if (reveals)
                return;
            Assert.Equal(Told(one), Told(two));
        }
    });

    [Fact]
    public void An_answer_closes_its_question_at_once() => RandomGames.OfOne((_, play) =>
        Assert.All(play.Turns.Where(turn => turn.Events.Any(one => one is AnswerAccepted)), turn =>
        {
            var round = ((AnswerAccepted)turn.Events[0]).Answer.Round;
            Assert.Equal(round, Assert.IsType<QuestionClosed>(turn.Events[1]).Round);
            Assert.DoesNotContain(turn.After!.Players, player => player.Pending is not null);
        }));

    [Fact]
    public void Nothing_is_due_but_a_question_with_a_time_limit_or_the_end_of_a_pause() => RandomGames.OfOne((_, play) =>
        Assert.All(play.Turns.Select(turn => turn.After!).Where(state => !state.AutoAdvance && !state.HostAway && state.Skipped is null), state =>
        {
            var isTimed = state is { Phase: Phase.Asking { Round: var round }, Settings.Untimed: false } && state.Quiz.Questions[round].TimeLimitMs is not null;
            var due = state.Pause is { } pause ? pause.ResumesAtMs is not null : isTimed || state.Phase is Phase.GetReady;
            Assert.Equal(due, Decider.NextDeadline(state) is not null);
        }));

    [Fact]
    public void A_player_who_continues_reaches_the_end_whatever_the_answers_are() => RandomGames.OfOne((_, play) =>
    {
        var (state, nowMs) = (play.Final, play.Turns[^1].NowMs);
        for (var steps = 0; !state.Ended; steps++)
        {
            Assert.True(steps < 5 * GameLimits.MaxQuestionsWithRepeats, "The session goes round in circles.");
            nowMs = Math.Max(nowMs + 10_000, Decider.NextDeadline(state) ?? 0);
            if (state.Players.IsEmpty || state.Players[0].Kicked)
                return;
            foreach (var command in (GameCommand[])
            [
                new GameCommand.Host(Scenario.Operation(900_000 + steps), state.Step, new HostAction.Resume()),
                new GameCommand.Tick(state.Step),
                new GameCommand.NextQuestion(0, state.Step, state.Players[0].Issue),
            ])
            {
                if (Decider.Decide(state, command, nowMs) is Decision.Accepted accepted)
                    state = accepted.Events.Aggregate(state, Decider.Evolve);
            }
            if (state.Phase is Phase.Asking { Round: var round } && Answer(state, round, nowMs + 5_000) is { } answered)
                state = answered.Events.Aggregate(state, Decider.Evolve);
        }
    });

    [Fact]
    public void A_question_comes_again_if_and_only_if_it_was_not_answered_right() => RandomGames.OfOne((script, play) =>
        Assert.All(play.Turns.Where(turn => turn.Events.Any(one => one is QuestionClosed)), turn =>
        {
            var closed = turn.Events.OfType<QuestionClosed>().First();
            var question = turn.Before!.Quiz.Questions[closed.Round];
            var verdict = turn.After!.Players.Select(player => player.AnswerTo(closed.Round)?.Verdict).FirstOrDefault(one => one is not null);
            var again = turn.Events.OfType<QuestionRepeated>().SingleOrDefault();
            Assert.Equal(script.Pace!.RepeatsWrong && question.IsScored() && verdict != Verdict.Correct, again is not null);
            if (again is null)
                return;
            var copy = turn.After.Quiz.Questions[^1];
            Assert.Equal((question.Prompt, 0), (copy.Prompt, copy.Points));
            Assert.Equal(turn.After.Quiz.Questions.Length, turn.After.Quiz.Questions.Select(one => one.Id).Distinct().Count());
        }));

    [Fact]
    public void A_review_shows_every_question_that_was_asked_and_only_once_the_session_is_over() => RandomGames.OfOne((_, play) =>
        Assert.All(play.Turns.Select(turn => turn.After!).Where(state => !state.Players.IsEmpty), state =>
        {
            var review = Reviews.Of(state, state.Players[0]);
            var shown = state.Ended ? state.Rounds.Where(round => !round.Skipped && round.Round >= state.Players[0].FirstRound).Select(round => round.Round) : [];
            Assert.Equal(shown, review.Select(one => one.Result.Round));
            Assert.All(review, one => Assert.Equal(state.Quiz.Questions[one.Result.Round].Explanation, one.Reveal.Explanation));
        }));

    private static Decision.Accepted? Answer(GameState state, int round, long nowMs) => ((AnswerValue[])
    [
        ChoiceAnswer.Of(0), new ChoicesAnswer([0]), new TextAnswer("x"), new NumberAnswer(1_900), new OrderAnswer([0, 1, 2]), new OrderAnswer([0, 1, 2, 3]),
        new PointAnswer(0.9, 0.1), new WordsAnswer(["x"]),
    ])
        .Select(value => Decider.Decide(state, new GameCommand.SubmitAnswer(Scenario.Operation(800_000 + round), 0, round, value, nowMs, 0) { Issue = state.Players[0].Issue }, nowMs))
        .OfType<Decision.Accepted>().FirstOrDefault();

    private static string Told(Turn turn)
    {
        var state = turn.After!;
        return string.Join('\n',
        [
            turn.Decision is Decision.Refused refused ? $"refused: {refused.Code}" : "accepted",
            $"due {Decider.NextDeadline(state)}",
            Text.View(Viewer.Everyone(state)),
            .. state.Players.Select(player => Text.View(Viewer.Seat(state, player))),
            .. state.Players.Select(player => Text.View(Viewer.Results(state, player))),
            .. state.Players.Select(player => Text.View(Viewer.Roster(state, player, connected: true))),
            .. state.Players.Select(player => Text.View(Reviews.Of(state, player))),
        ]);
    }
}
