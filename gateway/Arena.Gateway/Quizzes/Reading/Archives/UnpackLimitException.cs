namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>More would come out of an archive than may be unpacked.</summary>
internal sealed class UnpackLimitException(int limit) : Exception($"An archive holds more than {limit}.")
{
    /// <summary>The bytes or files that may be unpacked.</summary>
    public int Limit { get; } = limit;
}
