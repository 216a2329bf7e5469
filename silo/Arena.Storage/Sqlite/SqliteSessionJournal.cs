using Arena.Grains;

namespace Arena.Storage;

/// <summary>The journal on SQLite. Writes go through <see cref="SqliteWriter"/>, reads have connections of their own.</summary>
internal sealed class SqliteSessionJournal(SqliteWriter writer, SqliteDatabase database, StorageMetrics metrics) : ISessionJournal
{
    public Task<bool> CreateAsync(NewSession session, JournalEntry first, CancellationToken cancel) =>
        writer.WriteAsync(statements => SqliteJournalWrites.Create(statements, session, first), entries: 1, cancel);

    public async Task<OpenedJournal?> OpenAsync(string code, CancellationToken cancel)
    {
        if (await writer.WriteAsync(statements => SqliteJournalWrites.RaiseEpoch(statements, code), entries: 0, cancel) is not { } head)
            return null;
        // Nobody of an earlier epoch can append any more, so what is read up to this version is all there is. On the pool: SQLite blocks.
        var entries = await Task.Run(() => Read(head), cancel);
        return new(head.SessionId, head.Epoch, head.Version, entries);
    }

    public async Task<AppendResult> AppendAsync(JournalAppend append, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfZero(append.Entries.Count);
        var result = await writer.WriteAsync(
            statements => SqliteJournalWrites.Append(statements, append), append.Entries.Count, cancel);
        if (result == AppendResult.Fenced)
            metrics.Fenced();
        return result;
    }

    public Task<IReadOnlyList<string>> LiveCodesAsync(CancellationToken cancel) => Task.Run<IReadOnlyList<string>>(
        () =>
        {
            using var connection = database.Open();
            return connection.Strings("SELECT code FROM game_session WHERE status = 'Live' ORDER BY code");
        },
        cancel);

    private List<JournalEntry> Read(JournalHead head)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT type, payload_json, created_at FROM event_log WHERE session_id = $session AND version <= $version ORDER BY version";
        command.Parameters.AddWithValue("$session", head.SessionId);
        command.Parameters.AddWithValue("$version", head.Version);
        using var reader = command.ExecuteReader();
        var entries = new List<JournalEntry>(checked((int)head.Version));
        while (reader.Read())
            entries.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        return entries;
    }
}
