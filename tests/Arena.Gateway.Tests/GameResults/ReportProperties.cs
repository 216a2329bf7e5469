using Arena.Game.Events;
using Arena.Game.Results;
using Arena.Game.Rules;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.Gateway.GameResults.Reports;
using Arena.TestKit.Games;

namespace Arena.Gateway.Tests.GameResults;

/// <summary>Random games of all types: every figure of the report is the one that a recount of the events gives.</summary>
public sealed class ReportProperties
{
    [Fact]
    public void The_outcomes_of_a_question_are_those_that_a_recount_of_the_events_gives() => RandomGames.All(play =>
    {
        var (recount, report) = (Recount.Of(play), GameReport.Of(play.Final));
        Assert.Equal(recount.Closed.Concat(recount.Skipped).Order(), report.Questions.Select(question => question.Round).Order());
        foreach (var question in report.Questions)
        {
            if (recount.Skipped.Contains(question.Round))
            {
                Assert.Equal((true, 0, null, null, null), (question.IsSkipped, question.Counts.Asked, question.Key, question.Tally, question.Task));
                continue;
            }
            var asked = recount.AskedIn(question.Round);
            var verdicts = asked.Select(seat => recount.AnswerOf(seat, question.Round)?.Verdict).ToList();
            Assert.Equal(
                new OutcomeCounts(
                    asked.Count, verdicts.Count(verdict => verdict == Verdict.Correct), verdicts.Count(verdict => verdict == Verdict.Partial),
                    verdicts.Count(verdict => verdict == Verdict.Wrong), verdicts.Count(verdict => verdict == Verdict.Unscored), verdicts.Count(verdict => verdict is null)),
                question.Counts);
            var times = asked.Select(seat => recount.AnswerOf(seat, question.Round)).OfType<Answer>().Select(answer => answer.ElapsedMs).Order().ToList();
            Assert.Equal(times.Count, question.Times?.Count ?? 0);
            if (times.Count > 0)
            {
                // Half up.
                Assert.Equal((int)Math.Floor(((times[(times.Count - 1) / 2] + (long)times[times.Count / 2]) / 2.0) + 0.5), question.Times!.MedianMs);
                Assert.True(times.Count(time => time <= question.Times.LowerQuartileMs) * 4 >= times.Count);
                Assert.True(times.Count(time => time >= question.Times.UpperQuartileMs) * 4 >= times.Count);
            }
            if (question is { Tally: CountsTally counts, Type: QuestionType.SingleChoice or QuestionType.TrueFalse or QuestionType.Poll or QuestionType.Rating })
                Assert.Equal(times.Count, counts.Counts.Sum());
        }
    });

    [Fact]
    public void The_figures_of_a_player_are_those_that_a_recount_of_the_events_gives() => RandomGames.All(play =>
    {
        var (recount, report) = (Recount.Of(play), GameReport.Of(play.Final));
        Assert.Equal(recount.Seats.Order(), report.Players.Select(player => player.Seat).Order());
        Assert.Equal(play.Final.Ranked().Select(player => (player.Seat, (int?)player.Rank)), report.Players.Where(player => player.Rank is not null).Select(player => (player.Seat, player.Rank)));
        foreach (var player in report.Players)
        {
            var asked = recount.Closed.Where(round => recount.AskedIn(round).Contains(player.Seat)).ToList();
            var answers = asked.Select(round => recount.AnswerOf(player.Seat, round)).ToList();
            Assert.Equal(answers.Sum(answer => answer is null ? 0 : answer.Points + answer.StreakBonus), player.Score);
            Assert.Equal((asked.Count, answers.Count(answer => answer is null)), (player.Counts.Asked, player.Counts.None));
            Assert.Equal(answers.Count(answer => answer?.Verdict == Verdict.Correct), player.Counts.Right);
            Assert.Equal(asked.Count(round => play.Final.Quiz.Questions[round].IsScored()), player.Scored);
            var last = answers.FindLastIndex(answer => answer is not null);
            Assert.Equal((last < 0 ? null : asked[last], last < 0 ? null : answers[last]!.StampMs), (player.LastRound, player.LastAnswerAtMs));
            Assert.Equal(last >= 0 && asked.Count - 1 - last >= 2, player.HasLeft);
            Assert.Equal(report.Questions.Length, player.Outcomes.Length);
            foreach (var (at, question) in report.Questions.Index())
            {
                var answer = recount.Closed.Contains(question.Round) && asked.Contains(question.Round) ? recount.AnswerOf(player.Seat, question.Round) : null;
                Assert.Equal(answer?.ElapsedMs, player.TimesMs[at]);
                if (!player.PowerUps.IsEmpty)
                    Assert.Equal(play.Final.Players[player.Seat].PowerUpOn(question.Round)?.Kind, player.PowerUps[at]);
                Assert.Equal(answer is not null, "rpwa".Contains(player.Outcomes[at], StringComparison.Ordinal));
            }
        }
    });

    [Fact]
    public void Lives_and_stakes_are_those_of_the_game_and_only_in_their_modes() => RandomGames.All(play =>
    {
        var (recount, report) = (Recount.Of(play), GameReport.Of(play.Final));
        Assert.Equal(GameRules.Of(play.Final.Settings), report.Rules);
        foreach (var player in report.Players)
        {
            Assert.Equal(Viewer.Seat(play.Final, play.Final.Players[player.Seat]).Lives, player.Lives);
            Assert.Equal(player.Lives == 0, player.OutRound is not null);
            Assert.Equal(report.Rules.Mode is ConfidenceMode ? report.Questions.Length : 0, player.Stakes.Length);
            foreach (var (at, stake) in player.Stakes.Index())
                Assert.Equal(player.TimesMs[at] is null ? null : recount.AnswerOf(player.Seat, report.Questions[at].Round)!.Stake, stake);
        }
    });

    [Fact]
    public void The_totals_are_the_sums_of_the_players() => RandomGames.All(play =>
    {
        var report = GameReport.Of(play.Final);
        Assert.Equal(
            new GameTotals(
                report.Players.Length, report.Players.Count(player => player.LastRound is not null),
                report.Players.Count(player => player is { LastRound: not null, HasLeft: false }),
                report.Players.Sum(player => player.Counts.Asked - player.Counts.None), report.Players.Sum(player => player.Counts.Asked),
                report.Players.Sum(player => player.Counts.Right),
                report.Questions.Where(question => question.IsScored).Sum(question => question.Counts.Asked)),
            report.Totals);
    });

    /// <summary>By Pearson's formula, of which the point-biserial one is the case of two values.</summary>
    [Fact]
    public void The_discrimination_is_the_correlation_of_the_question_with_the_rest() => RandomGames.All(play =>
    {
        var report = GameReport.Of(play.Final);
        foreach (var (at, question) in report.Questions.Index().Where(question => question.Item is { IsScored: true, IsSkipped: false }))
        {
            var pairs = new List<(double Item, double Others)>();
            foreach (var player in report.Players.Where(player => player.Outcomes[at] != '-'))
            {
                var rest = report.Questions.Index().Where(other => other.Index != at && other.Item.IsScored && player.Outcomes[other.Index] != '-').ToList();
                if (rest.Count > 0)
                    pairs.Add((player.Outcomes[at] == 'r' ? 1 : 0, rest.Count(other => player.Outcomes[other.Index] == 'r') / (double)rest.Count));
            }
            var expected = Pearson(pairs);
            Assert.Equal(expected is null, question.Discrimination is null);
            if (expected is { } value)
            {
                Assert.Equal(value, question.Discrimination!.Coefficient, tolerance: 0.00051);
                Assert.Equal(pairs.Count, question.Discrimination.Count);
            }
        }
    });

    [Fact]
    public void A_question_that_is_open_or_still_to_come_is_not_in_the_report() => RandomGames.All(play =>
    {
        var open = play.Final.Phase switch
        {
            Phase.GetReady ready => ready.Round,
            Phase.Asking asking => asking.Round,
            _ => int.MaxValue,
        };
        Assert.All(GameReport.Of(play.Final).Questions, question => Assert.True(question.Round < open || question is { IsSkipped: true, Key: null, Tally: null, Task: null }));
    });

    private static double? Pearson(List<(double Item, double Others)> pairs)
    {
        if (pairs.Count == 0)
            return null;
        var (item, rest) = (pairs.Average(pair => pair.Item), pairs.Average(pair => pair.Others));
        var (items, rests) = (pairs.Sum(pair => Math.Pow(pair.Item - item, 2)), pairs.Sum(pair => Math.Pow(pair.Others - rest, 2)));
        return items < 1e-9 || rests < 1e-9 ? null : pairs.Sum(pair => (pair.Item - item) * (pair.Others - rest)) / Math.Sqrt(items * rests);
    }

    /// <summary>What the events say, counted in the simplest way.</summary>
    private sealed record Recount(GameState Final, HashSet<int> Seats, HashSet<int> Closed, HashSet<int> Skipped, Dictionary<(int Seat, int Round), Answer> Answers)
    {
        public static Recount Of(Playthrough play)
        {
            var recount = new Recount(play.Final, [], [], [], []);
            foreach (var happened in play.Events)
                recount.Take(happened);
            return recount;
        }

        public Answer? AnswerOf(int seat, int round) => Answers.GetValueOrDefault((seat, round));

        public List<int> AskedIn(int round) => Final.Quiz.Questions[round].TakesAnswers()
            ? [.. Seats.Where(seat => Final.Players[seat].FirstRound <= round)]
            : [];

        private void Take(GameEvent happened)
        {
            switch (happened)
            {
                case PlayerJoined joined:
                    Seats.Add(joined.Seat);
                    break;
                case PlayerKicked kicked:
                    Seats.Remove(kicked.Seat);
                    break;
                case AnswerAccepted accepted:
                    Answers[(accepted.Seat, accepted.Answer.Round)] = accepted.Answer;
                    break;
                case SecondAnswerAccepted second:
                    var first = Answers[(second.Seat, second.Answer.Round)];
                    Answers[(second.Seat, second.Answer.Round)] = (first with { Other = second.Answer }).Better();
                    break;
                case TextAccepted accepted:
                    foreach (var regraded in accepted.Regraded)
                        Answers[(regraded.Seat, accepted.Round)] = regraded.Answer;
                    break;
                case QuestionClosed closed:
                    Closed.Add(closed.Round);
                    break;
                case QuestionSkipped skipped:
                    Skipped.Add(skipped.Round);
                    break;
                case SkipUndone undone:
                    Skipped.Remove(undone.Round);
                    break;
            }
        }
    }
}
