namespace Arena.Storage.Writing;

/// <summary>Writes bulk data in short transactions, in turn with the journals of games: a caller that writes much calls often.</summary>
public interface IBatchWriter
{
    /// <param name="statements">All or nothing; few enough to take milliseconds.</param>
    /// <param name="cancel">Stops the wait. A write that is already being committed takes effect nevertheless.</param>
    /// <returns>How many rows were changed.</returns>
    Task<int> WriteAsync(IReadOnlyList<BatchStatement> statements, CancellationToken cancel);

    /// <summary>Writes only if a first statement changes a row, in the same transaction: it claims what the others do.</summary>
    /// <returns>Whether they were run.</returns>
    Task<bool> TryWriteAsync(BatchStatement claim, IReadOnlyList<BatchStatement> statements, CancellationToken cancel);
}
