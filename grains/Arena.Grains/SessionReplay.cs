using Arena.Game;
using Arena.Game.Events;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.Grains.Ports;
using Arena.Grains.Session;

namespace Arena.Grains;

/// <summary>Replays a session's log through the core: what its rows must be.</summary>
public static class SessionReplay
{
    /// <summary>Replays a log from its first entry.</summary>
    /// <exception cref="InvalidDataException">The log holds what this release cannot read, or does not begin with a launch.</exception>
    public static ReplayedSession Of(IEnumerable<JournalEntry> entries)
    {
        GameState? state = null;
        var players = new Dictionary<Guid, PlayerJoining>();
        var answers = new Dictionary<Guid, AnswerGiven>();
        var scores = new Dictionary<Guid, PlayerScore>();
        long? started = null, ended = null;
        foreach (var happened in entries.Select(EventCodec.Read))
        {
            if (state is null && happened is not SessionLaunched)
                throw new InvalidDataException("The log does not begin with the launch of a session.");
            var after = Decider.Evolve(state, happened);
            var changes = SessionProjection.Of(state, [happened], after);
            foreach (var joined in changes.Joined)
                players[joined.PlayerId] = joined;
            foreach (var renamed in changes.Renamed)
                players[renamed.PlayerId] = players[renamed.PlayerId] with { Nickname = renamed.Nickname };
            foreach (var answer in changes.Answers)
                answers[answer.AnswerId] = answer;
            foreach (var award in changes.Awards)
                answers[award.AnswerId] = Awarded(answers[award.AnswerId], award);
            foreach (var score in changes.Scores)
                scores[score.PlayerId] = score;
            (started, ended) = (started ?? changes.StartedAtMs, changes.EndedAtMs ?? ended);
            state = after;
        }
        return state is null
            ? throw new InvalidDataException("The log is empty.")
            : new(state.SessionId, started, ended, players, answers, scores) { Contradictions = Contradictions(state, answers.Values) };
    }

    private static AnswerGiven Awarded(AnswerGiven answer, AnswerAward award) => award.Counted is { } counted
        ? answer with { ScoreAwarded = award.ScoreAwarded, PayloadJson = counted.PayloadJson, AnsweredAtMs = counted.AnsweredAtMs, LatencyMs = counted.LatencyMs }
        : answer with { ScoreAwarded = award.ScoreAwarded };

    /// <summary>The game after one more entry of its log.</summary>
    /// <param name="before">The game before it, or null for the first entry.</param>
    /// <param name="entry">The entry that follows.</param>
    /// <exception cref="InvalidDataException">The entry is one that this release cannot read.</exception>
    public static GameState Next(GameState? before, JournalEntry entry) => Decider.Evolve(before, EventCodec.Read(entry));

    /// <summary>The settings of a session, as its row keeps them.</summary>
    public static SessionSettings ReadSettings(string json) => EventCodec.ReadSettings(json);

    /// <summary>The fault of a snapshot, by the log that it is of. Null if nothing is, or if its form is another release's, which is not used.</summary>
    public static string? FaultOf(SessionSnapshot snapshot, IReadOnlyList<JournalEntry> entries)
    {
        if (snapshot.Type != SnapshotCodec.Name)
            return null;
        if (snapshot.Version < 1 || snapshot.Version > entries.Count)
            return $"the snapshot is of version {snapshot.Version}, the log ends at {entries.Count}";
        var state = entries.Take((int)snapshot.Version).Aggregate((GameState?)null, Next)!;
        var told = SnapshotCodec.Write(state, snapshot.Version, entries[(int)snapshot.Version - 1].AtMs);
        return told.AtMs == snapshot.AtMs && told.Payload.Span.SequenceEqual(snapshot.Payload.Span)
            ? null
            : $"the snapshot of version {snapshot.Version} is not what the log tells";
    }

    /// <summary>The core keeps scores of its own: each must be what the player's answers award, those to the open question, or to one whose skip can be undone, aside.</summary>
    private static List<string> Contradictions(GameState state, IEnumerable<AnswerGiven> answers)
    {
        var undecided = (state.Phase as Phase.Asking)?.Round ?? state.Skipped?.Round;
        var open = undecided is { } round ? state.Quiz.Questions[round].Id : (Guid?)null;
        var sums = answers.Where(answer => answer.QuestionId != open).ToLookup(answer => answer.PlayerId, answer => (long)answer.ScoreAwarded);
        return
        [
            .. state.Players
                .Select(player => (player.Score, Id: RowIds.Player(state.SessionId, player.Seat)))
                .Where(player => player.Score != sums[player.Id].Sum())
                .Select(player => $"player {player.Id}: the replayed score is {player.Score}, but the answers award {sums[player.Id].Sum()}"),
        ];
    }
}
