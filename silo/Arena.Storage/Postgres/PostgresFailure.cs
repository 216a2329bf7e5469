using Arena.Grains.Ports;
using Npgsql;

namespace Arena.Storage.Postgres;

/// <summary>What a failure says about the write that met it.</summary>
internal static class PostgresFailure
{
    /// <summary>
    /// An ERROR aborts the transaction: nothing was written. Anything else (the link broke, the server was stopped) after the statement was
    /// sent may have come on either side of the commit.
    /// </summary>
    public static Exception ToJournalFailure(this Exception failure, string database) => failure switch
    {
        JournalUnavailableException => failure,
        PostgresException { InvariantSeverity: "ERROR" } error when IsServersTrouble(error) =>
            new JournalUnavailableException($"{database}: {error.MessageText}", error),
        PostgresException { InvariantSeverity: "ERROR" } => failure,
        _ => new JournalOutcomeUnknownException(failure),
    };

    /// <summary>Whether one of the writes of a batch caused it for the others; deadlocks included, which need two batches.</summary>
    public static bool IsOneWritesFault(Exception failure) =>
        failure is PostgresException { InvariantSeverity: "ERROR" } error && !IsServersTrouble(error);

    // Classes 53 (resources), 57 (operator), 58 (system), XX (internal), and 25006, a server that only reads.
    private static bool IsServersTrouble(PostgresException error) =>
        error.SqlState[..2] is "53" or "57" or "58" or "XX" || error.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction;
}
