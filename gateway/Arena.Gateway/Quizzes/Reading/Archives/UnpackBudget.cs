using Arena.Gateway.Quizzes.Content;

namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>What all streams of one archive may bring out together, counted as it comes.</summary>
internal sealed class UnpackBudget(ReadingWork work)
{
    /// <summary>Bytes that may come out of one archive.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private int _left = MaxBytes;

    /// <exception cref="UnpackLimitException">It is too much.</exception>
    public void Spend(int bytes)
    {
        work.Visit(bytes);
        _left -= bytes;
        if (_left < 0)
            throw new UnpackLimitException(MaxBytes);
    }
}
