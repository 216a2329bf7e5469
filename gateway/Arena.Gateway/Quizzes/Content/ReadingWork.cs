namespace Arena.Gateway.Quizzes.Content;

/// <summary>
/// Counts the characters that reading a file visits, and stops the reading when the request is cancelled. Every loop over input reports here,
/// so that tests can assert that the work grows linearly with the file.
/// </summary>
internal sealed class ReadingWork(CancellationToken cancel)
{
    private const int CheckEvery = 64 * 1024;

    private long _nextCheck = CheckEvery;

    /// <summary>Bytes and characters visited so far; one that is visited twice counts twice.</summary>
    public long Visited { get; private set; }

    /// <exception cref="OperationCanceledException">The request was cancelled or timed out.</exception>
    public void Visit(int characters)
    {
        Visited += characters;
        if (Visited < _nextCheck)
            return;
        cancel.ThrowIfCancellationRequested();
        _nextCheck = Visited + CheckEvery;
    }
}
