using Arena.Grains.Ports;
using NpgsqlTypes;

namespace Arena.Storage.Postgres;

/// <summary>A batch of appends as the columns that <see cref="PostgresAppendStatement"/> takes, in the order of its parameters.</summary>
internal static class PostgresAppendValues
{
    public static IReadOnlyList<NpgsqlDbType> Types { get; } =
    [
        // The sessions.
        NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint,
        // The entries.
        NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bigint,
        // The players.
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Bigint,
        // The answers.
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Jsonb, NpgsqlDbType.Bigint,
        NpgsqlDbType.Integer, NpgsqlDbType.Integer,
        // The answers that award something else.
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Integer, NpgsqlDbType.Jsonb, NpgsqlDbType.Bigint, NpgsqlDbType.Integer,
        // The first scores of players, which come with them, and those that change.
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Integer, NpgsqlDbType.Bigint, NpgsqlDbType.Integer,
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Integer, NpgsqlDbType.Bigint, NpgsqlDbType.Integer,
        // The players with another name.
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text,
    ];

    public static Array[] Of(List<JournalAppend> appends)
    {
        var entries = Rows(appends, append => append.Entries.Select((entry, i) => (entry, version: append.ExpectedVersion + 1 + i)));
        var players = Rows(appends, append => append.Changes.Joined);
        var answers = Rows(appends, append => append.Changes.Answers);
        var awards = Rows(appends, append => append.Changes.Awards);
        var first = Rows(appends, append => Scores(append.Changes, ofJoined: true));
        var changed = Rows(appends, append => Scores(append.Changes, ofJoined: false));
        var renamed = Rows(appends, append => append.Changes.Renamed);
        return
        [
            Column(appends, append => append.SessionId),
            Column(appends, append => append.Epoch),
            Column(appends, append => append.ExpectedVersion),
            Column(appends, append => append.ExpectedVersion + append.Entries.Count),
            Column(appends, append => append.Changes.StartedAtMs),
            Column(appends, append => append.Changes.EndedAtMs),
            Column(entries, entry => entry.Of.SessionId),
            Column(entries, entry => entry.Row.version),
            Column(entries, entry => entry.Of.Epoch),
            Column(entries, entry => entry.Row.entry.Type),
            Column(entries, entry => entry.Row.entry.PayloadJson),
            Column(entries, entry => entry.Row.entry.AtMs),
            Column(players, player => player.Row.PlayerId),
            Column(players, player => player.Of.SessionId),
            Column(players, player => player.Row.Nickname),
            Column(players, player => player.Row.JoinedAtMs),
            Column(answers, answer => answer.Row.AnswerId),
            Column(answers, answer => answer.Of.SessionId),
            Column(answers, answer => answer.Row.QuestionId),
            Column(answers, answer => answer.Row.PlayerId),
            Column(answers, answer => answer.Row.PayloadJson),
            Column(answers, answer => answer.Row.AnsweredAtMs),
            Column(answers, answer => answer.Row.LatencyMs),
            Column(answers, answer => answer.Row.ScoreAwarded),
            Column(awards, award => award.Of.SessionId),
            Column(awards, award => award.Row.AnswerId),
            Column(awards, award => award.Row.ScoreAwarded),
            Column(awards, award => award.Row.Counted?.PayloadJson),
            Column(awards, award => award.Row.Counted?.AnsweredAtMs),
            Column(awards, award => award.Row.Counted?.LatencyMs),
            Column(first, score => score.Row.PlayerId),
            Column(first, score => score.Of.SessionId),
            Column(first, score => score.Row.Total),
            Column(first, score => score.Row.Streak),
            Column(first, score => score.Row.AtMs),
            Column(first, score => score.Row.FinalRank),
            Column(changed, score => score.Row.PlayerId),
            Column(changed, score => score.Of.SessionId),
            Column(changed, score => score.Row.Total),
            Column(changed, score => score.Row.Streak),
            Column(changed, score => score.Row.AtMs),
            Column(changed, score => score.Row.FinalRank),
            Column(renamed, player => player.Row.PlayerId),
            Column(renamed, player => player.Of.SessionId),
            Column(renamed, player => player.Row.Nickname),
        ];
    }

    /// <summary>A player who joins has no score yet: the row is inserted. All others have one.</summary>
    private static IEnumerable<PlayerScore> Scores(SessionChanges changes, bool ofJoined)
    {
        if (changes.Joined.Count == 0)
            return ofJoined ? [] : changes.Scores;
        var joined = changes.Joined.Select(player => player.PlayerId).ToHashSet();
        return changes.Scores.Where(score => joined.Contains(score.PlayerId) == ofJoined);
    }

    private static List<(JournalAppend Of, TRow Row)> Rows<TRow>(List<JournalAppend> appends, Func<JournalAppend, IEnumerable<TRow>> rows) =>
        [.. appends.SelectMany(append => rows(append).Select(row => (append, row)))];

    private static TValue[] Column<TRow, TValue>(List<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];
}
