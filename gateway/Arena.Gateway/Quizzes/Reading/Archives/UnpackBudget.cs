using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>What all streams of one archive may bring out together, counted as it comes.</summary>
/// <param name="work">Counts it, too.</param>
/// <param name="most">How many bytes.</param>
internal sealed class UnpackBudget(ReadingWork work, int most = UnpackBudget.MaxBytes)
{
    /// <summary>Bytes that may come out of an archive of text.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private readonly int _most = most;
    private int _left = most;

    /// <exception cref="UnpackLimitException">It is too much.</exception>
    public void Spend(int bytes)
    {
        work.Visit(bytes);
        _left -= bytes;
        if (_left < 0)
            throw new UnpackLimitException(_most);
    }
}
