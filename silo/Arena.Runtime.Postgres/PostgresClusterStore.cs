using Npgsql;

namespace Arena.Runtime.Postgres;

/// <summary>
/// The cluster store on PostgreSQL, in the schema <c>cluster</c>. How it holds what <see cref="IClusterStore"/> promises:
/// <list type="number">
/// <item>All times are <c>clock_timestamp()</c>; how long a lease lasts is all that a caller says.</item>
/// <item>A renewal is one update of a lease that has not run out.</item>
/// <item>The dead are deleted, with what they owned. Declaring dead locks the lease against renewals, looks again, and waits for claims under way;
/// a claim holds its silo's row until it is committed.</item>
/// <item>A group belongs to whose row it is: its primary key decides among claimants. The row goes when the group is released or its owner
/// dies, so nothing piles up. An epoch is drawn from one sequence for all groups, after the row is there.</item>
/// <item>The server's start counts as a renewal of every lease. When it stopped is not known, so a lease that had run out shortly before, and had not been
/// acted upon, gets its time as well. A standby that is promoted has started before: there, leases run out as if it had been the primary.</item>
/// </list>
/// Each method is one round trip. Renewals have connections of their own, which nothing else can use up.
/// </summary>
public sealed class PostgresClusterStore : IClusterStore, IAsyncDisposable, IDisposable
{
    private const int RenewalConnections = 2;
    private const int RenewalCancellationMs = 500;

    // A renewal is given up when as much of the lease has passed: the next ones have their chance before it runs out.
    private const int RenewalShare = 3;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _renewals;
    private readonly TimeProvider _time;

    /// <summary>A store in a database.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="time">Measures how long a renewal takes; never compared with the database's.</param>
    public PostgresClusterStore(string connectionString, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _source = Source(connectionString, "arena cluster", static _ => { });
        _renewals = Source(connectionString, "arena lease", static parts =>
        {
            parts.MaxPoolSize = RenewalConnections;
            parts.MinPoolSize = 0;
            parts.CancellationTimeout = RenewalCancellationMs;
        });
    }

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await PostgresSchema.PrepareAsync(connection, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<SiloAddress> JoinAsync(string host, int port, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        var generations = await QueryAsync(
            static reader => reader.GetInt64(0),
            skip: 1,
            cancellationToken,
            Command(ClusterStatements.LockVersion),
            Command(ClusterStatements.Supersede, host, port),
            Command(ClusterStatements.Join, host, port, timeToLive));
        return new SiloAddress(host, port, generations[0]);
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(SiloAddress silo, int load, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(timeToLive / RenewalShare, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await using var connection = await _renewals.OpenConnectionAsync(limit.Token);
            await using var renew = Batch(connection, Of(silo, ClusterStatements.Renew, timeToLive, load));
            return await renew.ExecuteNonQueryAsync(limit.Token) > 0;
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The lease of {silo} was not renewed within {timeToLive / RenewalShare}.", exception);
        }
    }

    /// <inheritdoc/>
    public async Task<MembershipView> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await QueryAsync(
            static reader => (
                Version: reader.GetInt64(0),
                Silo: reader.IsDBNull(1) ? null : ReadSilo(reader),
                IsOverdue: !reader.IsDBNull(1) && reader.GetBoolean(6)),
            skip: 0,
            cancellationToken,
            Command(ClusterStatements.Read));
        return new MembershipView(
            rows[0].Version,
            [.. rows.Where(row => row.Silo is not null).Select(row => row.Silo!)],
            [.. rows.Where(row => row.IsOverdue).Select(row => row.Silo!.Address)]);

        static SiloEntry ReadSilo(NpgsqlDataReader reader) => new(
            ReadAddress(reader, 1), reader.GetBoolean(4) ? SiloState.Draining : SiloState.Active, reader.GetInt32(5));
    }

    /// <inheritdoc/>
    public async Task<bool> DeclareDeadAsync(SiloAddress silo, CancellationToken cancellationToken)
    {
        var dead = await QueryAsync(
            static reader => reader.GetBoolean(0),
            skip: 3,
            cancellationToken,
            Command(ClusterStatements.LockVersion),
            Command(ClusterStatements.LockLease, silo.Generation),
            Of(silo, ClusterStatements.DeleteOverdue),
            Of(silo, ClusterStatements.IsDead));
        return dead[0];
    }

    /// <inheritdoc/>
    public Task DrainAsync(SiloAddress silo, CancellationToken cancellationToken) =>
        ExecuteAsync(cancellationToken, Command(ClusterStatements.LockVersion), Of(silo, ClusterStatements.Drain));

    /// <inheritdoc/>
    public Task LeaveAsync(SiloAddress silo, CancellationToken cancellationToken) => ExecuteAsync(
        cancellationToken,
        Command(ClusterStatements.LockVersion),
        Command(ClusterStatements.LockLease, silo.Generation),
        Of(silo, ClusterStatements.Delete));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GroupOwner?>> ClaimAsync(
        IReadOnlyList<string> groups, SiloAddress silo, CancellationToken cancellationToken)
    {
        string[] asked = [.. groups];
        while (asked.Length > 0)
        {
            var owners = await QueryAsync(
                static reader => (
                    Owner: reader.IsDBNull(0) ? null : new GroupOwner(ReadAddress(reader, 0), reader.GetInt64(3)),
                    MayClaim: reader.GetBoolean(4)),
                skip: 0,
                cancellationToken,
                Of(silo, ClusterStatements.Claim, [asked]),
                Command(ClusterStatements.GiveEpochs, silo.Generation, asked),
                Of(silo, ClusterStatements.Owners, [asked]));

            // One that was taken when it was to be inserted, and given up before it was read, is free now.
            if (owners.TrueForAll(static owner => owner.Owner is not null || !owner.MayClaim)) return owners.ConvertAll(static owner => owner.Owner);
        }

        return [];
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(IReadOnlyList<string> groups, SiloAddress silo, CancellationToken cancellationToken) =>
        ExecuteAsync(cancellationToken, Of(silo, ClusterStatements.Release, [groups.ToArray()]));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _renewals.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        _renewals.Dispose();
    }

    private static NpgsqlDataSource Source(string connectionString, string applicationName, Action<NpgsqlConnectionStringBuilder> configure)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = applicationName, Enlist = false };

        // What was answered must survive a crash of the server, and each statement must see what was committed before it. No statement here is
        // worth compiling: that takes longer than a lease has time for.
        parts.Options = $"{parts.Options} -c synchronous_commit=on -c default_transaction_isolation=read\\ committed -c jit=off".TrimStart();
        configure(parts);
        return NpgsqlDataSource.Create(parts);
    }

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static NpgsqlBatchCommand Of(SiloAddress silo, string sql, params ReadOnlySpan<object> more) =>
        Command(sql, [silo.Generation, silo.Host, silo.Port, .. more]);

    private static SiloAddress ReadAddress(NpgsqlDataReader reader, int column) =>
        new(reader.GetString(column), reader.GetInt32(column + 1), reader.GetInt64(column + 2));

    private static NpgsqlBatch Batch(NpgsqlConnection connection, params ReadOnlySpan<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        return batch;
    }

    private async Task ExecuteAsync(CancellationToken cancellationToken, params NpgsqlBatchCommand[] commands)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var batch = Batch(connection, commands);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs a batch, which is one transaction, and reads the result after those to skip, which is its last.</summary>
    private async Task<List<T>> QueryAsync<T>(
        Func<NpgsqlDataReader, T> read, int skip, CancellationToken cancellationToken, params NpgsqlBatchCommand[] commands)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var batch = Batch(connection, commands);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        for (var i = 0; i < skip; i++) await reader.NextResultAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));

        // Reads on to the end of the transaction, which can still fail.
        await reader.NextResultAsync(cancellationToken);
        return rows;
    }
}
