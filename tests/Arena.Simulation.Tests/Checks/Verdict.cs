using Arena.Game;
using Arena.Game.Events;
using Arena.Game.Rules;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Grains;
using Arena.Grains.Ports;
using Arena.Grains.Session;

namespace Arena.Simulation.Tests.Checks;

/// <summary>What must hold when all games are over.</summary>
internal sealed class Verdict(World world)
{
    private Violations Violations => world.Violations;

    public async Task PassAsync()
    {
        foreach (var session in world.Sessions)
        {
            var entries = world.Journal.Entries(session);
            var states = Replay(entries);
            GameEvent[] events = [.. entries.Select(EventCodec.Read)];
            Counted(session, events);
            Held(session, events);
            Scored(session, entries, states[^1]);
            Shown(session, states);
            await ToldAsync(session, states[^1]);
        }
    }

    private static List<GameState> Replay(IReadOnlyList<JournalEntry> entries)
    {
        var states = new List<GameState>();
        GameState? state = null;
        foreach (var happened in entries.Select(EventCodec.Read))
            states.Add(state = Decider.Evolve(state, happened));
        return states;
    }

    /// <summary>Every acknowledged call is in the journal, once.</summary>
    private void Counted(Guid session, IReadOnlyList<GameEvent> events)
    {
        foreach (var (operation, joined) in world.Ledger.Joins.Where(join => join.Value.SessionId == session))
            Once(events.OfType<PlayerJoined>().Where(happened => happened.OperationId == operation), $"the join of seat {joined.Seat}", happened => happened.Seat == joined.Seat);
        foreach (var (operation, answer) in world.Ledger.Answers.Where(answer => answer.Value.Session == session))
        {
            Once(
                events.OfType<AnswerAccepted>().Where(happened => happened.Answer.OperationId == operation),
                $"the answer of seat {answer.Seat} to question {answer.Round}",
                happened => happened.Seat == answer.Seat && happened.Answer.Round == answer.Round && happened.Answer.Value == ChoiceAnswer.Of(answer.Choice));
        }
        foreach (var (operation, _) in world.Ledger.Commands.Where(command => command.Value == session))
            Once(events.OfType<HostCommanded>().Where(happened => happened.OperationId == operation), $"the command {operation:N}", _ => true);
        foreach (var (operation, joined) in world.Ledger.HandOvers.Where(taken => taken.Value.SessionId == session))
        {
            Once(
                events.OfType<SeatHandedOver>().Where(happened => happened.OperationId == operation),
                $"the hand-over of seat {joined.Seat}",
                happened => happened == events.OfType<SeatHandedOver>().Where(one => one.Seat == joined.Seat).ElementAtOrDefault(joined.Issue - 1));
        }
        foreach (var twice in events.OfType<AnswerAccepted>().GroupBy(happened => (happened.Seat, happened.Answer.Round)).Where(same => same.Count() > 1))
            Violations.Add($"session {session:N}: seat {twice.Key.Seat} has {twice.Count()} answers to question {twice.Key.Round}");

        void Once<T>(IEnumerable<T> found, string what, Func<T, bool> isIt)
        {
            var all = found.ToArray();
            if (all.Length != 1)
                Violations.Add($"session {session:N}: {what} was acknowledged and is in the journal {all.Length} times");
            else if (!isIt(all[0]))
                Violations.Add($"session {session:N}: {what} is in the journal as {all[0]}");
        }
    }

    /// <summary>A device answers only while it has the seat: after a hand-over no answer of an earlier one counts.</summary>
    private void Held(Guid session, IReadOnlyList<GameEvent> events)
    {
        var issues = new Dictionary<int, int>();
        foreach (var happened in events)
        {
            if (happened is SeatHandedOver handedOver)
                issues[handedOver.Seat] = issues.GetValueOrDefault(handedOver.Seat) + 1;
            else if (happened is AnswerAccepted accepted && world.Ledger.Issues[accepted.Answer.OperationId] is var issue && issue != issues.GetValueOrDefault(accepted.Seat))
                Violations.Add($"session {session:N}: seat {accepted.Seat} has an answer of a device with issue {issue} after issue {issues.GetValueOrDefault(accepted.Seat)} was given out");
        }
    }

    /// <summary>The scores are the sums of the answers, by the log and by the rows beside it.</summary>
    private void Scored(Guid session, IReadOnlyList<JournalEntry> entries, GameState final)
    {
        var replayed = SessionReplay.Of(entries);
        foreach (var contradiction in replayed.Contradictions)
            Violations.Add($"session {session:N}: {contradiction}");
        var scores = new Dictionary<Guid, long>();
        var awarded = new Dictionary<Guid, (Guid Player, int Score)>();
        foreach (var changes in world.Appends.Where(append => append.SessionId == session).Select(append => append.Changes))
        {
            foreach (var answer in changes.Answers)
                awarded[answer.AnswerId] = (answer.PlayerId, answer.ScoreAwarded);
            foreach (var award in changes.Awards)
                awarded[award.AnswerId] = (awarded[award.AnswerId].Player, award.ScoreAwarded);
            foreach (var score in changes.Scores)
                scores[score.PlayerId] = score.Total;
        }
        foreach (var player in final.Players)
        {
            var id = RowIds.Player(session, player.Seat);
            var sum = awarded.Values.Where(answer => answer.Player == id).Sum(answer => (long)answer.Score);
            if (scores.GetValueOrDefault(id) != player.Score || sum != player.Score)
                Violations.Add($"session {session:N}: seat {player.Seat} has {player.Score} points, a row of {scores.GetValueOrDefault(id)} and answers of {sum}");
        }
    }

    /// <summary>
    /// Clients show durable state only, and never older state after newer: every view is that of some version of the journal, not before the one
    /// shown before.
    /// </summary>
    private void Shown(Guid session, List<GameState> states)
    {
        var views = states.ConvertAll(state => Reader.Text(Viewer.Everyone(state)));
        foreach (var reader in world.Readers.Where(reader => reader.Session == session).Select(reader => reader.Reader))
        {
            var at = 0;
            foreach (var (position, shown) in reader.Accepted)
            {
                var next = views.FindIndex(at, view => view == shown);
                if (next < 0)
                {
                    var was = views.FindLastIndex(view => view == shown);
                    Violations.Add(was < 0
                        ? $"{reader.Name} showed what was never durable, at {position}: {shown}"
                        : $"{reader.Name} went back from version {at + 1} to {was + 1}, at {position}");
                    break;
                }
                at = next;
            }
        }
    }

    /// <summary>A caller now gets the state of the journal, in any silo where the session is active.</summary>
    private async Task ToldAsync(Guid session, GameState final)
    {
        if (!final.Ended)
            Violations.Add($"session {session:N} is not over in the journal");
        var snapshot = await world.AskAsync(silo => silo.GrainFactory.GetGrain<IGameSessionGrain>(final.Code).HostSnapshot(session));
        var reader = new Reader("the verdict", takesAll: true, world.Reach);
        if (snapshot.Accepted)
            reader.Offer(snapshot.Value.Position, snapshot.Value.Session);
        if (reader.Shown is not { } told || Reader.Text(told) != Reader.Text(Viewer.Everyone(final)))
            Violations.Add($"session {session:N} tells something else than its journal: {snapshot.Refusal} {reader.Shown}");
    }
}
