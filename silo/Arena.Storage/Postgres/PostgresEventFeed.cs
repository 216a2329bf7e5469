using System.Globalization;
using Arena.Grains;
using Npgsql;

namespace Arena.Storage;

/// <summary>The feed on PostgreSQL, where several silos write at once and positions, drawn from a sequence, commit out of order.</summary>
/// <remarks>
/// The horizon is the last position below which every transaction has ended. It is found without holding up any writer:
/// <list type="number">
/// <item>Read the sequence: S was drawn by now.</item>
/// <item>Then take a snapshot: every transaction that drew a position up to S has an id below its xmax X, because a writer touches its
/// session's row, which gives it an id, before its entries draw positions.</item>
/// <item>As soon as a later snapshot's xmin, the oldest id still running, has reached X, all of them have ended, and every entry up to S
/// that will ever exist can be seen.</item>
/// </list>
/// When nothing is being written, xmin is X at once. Otherwise S is kept until a later read finds it reached. Positions survive a dump and
/// restore, which transaction ids stored in the rows would not.
/// </remarks>
internal sealed class PostgresEventFeed(PostgresDatabase database) : IEventFeed
{
    private Horizon _horizon = new(Safe: 0, Candidate: 0, CandidateXmax: 0);

    public async Task<IReadOnlyList<FeedEntry>> ReadAsync(long after, int limit, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(cancel);
        var horizon = await AdvanceAsync(connection, cancel);
        await using var select = connection.Command(
            """
            SELECT id, session_id, version, type, payload_json, created_at FROM event_log
            WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3
            """,
            after, horizon, limit);
        await using var reader = await select.ExecuteReaderAsync(cancel);
        var entries = new List<FeedEntry>();
        while (await reader.ReadAsync(cancel))
            entries.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetInt64(2), new(reader.GetString(3), reader.GetString(4), reader.GetInt64(5))));
        return entries;
    }

    private async Task<long> AdvanceAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        // Two statements, so that the snapshot is taken after the sequence was read.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM event_log_id_seq"),
                new("SELECT pg_snapshot_xmin(s)::text, pg_snapshot_xmax(s)::text FROM pg_current_snapshot() AS s"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var drawn = reader.GetInt64(0);
        await reader.NextResultAsync(cancel);
        await reader.ReadAsync(cancel);
        var xmin = ulong.Parse(reader.GetString(0), CultureInfo.InvariantCulture);
        var xmax = ulong.Parse(reader.GetString(1), CultureInfo.InvariantCulture);
        // Readers may race here. Every value they leave is true, only perhaps not the newest.
        var next = _horizon.Advance(drawn, xmin, xmax);
        _horizon = next;
        return next.Safe;
    }

    /// <param name="Safe">Every entry up to here that will ever exist can be seen.</param>
    /// <param name="Candidate">Will be safe when no transaction below <paramref name="CandidateXmax"/> runs.</param>
    /// <param name="CandidateXmax">The xmax of a snapshot that was taken after the candidate was drawn.</param>
    private sealed record Horizon(long Safe, long Candidate, ulong CandidateXmax)
    {
        public Horizon Advance(long drawn, ulong xmin, ulong xmax) =>
            xmin >= xmax ? new(drawn, drawn, xmax)
            : xmin >= CandidateXmax ? new(Candidate, drawn, xmax)
            : this;
    }
}
