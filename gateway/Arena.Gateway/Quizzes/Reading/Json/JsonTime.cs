using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Tables;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>A time limit in seconds, as a number or a text.</summary>
internal static class JsonTime
{
    /// <returns>The limit; null if there is none, or if it is no time, which is reported.</returns>
    public static Sourced<int>? Read(ref JsonCursor json, Sourced<string>? seconds)
    {
        if (seconds is null || seconds.Value.Length == 0)
            return null;
        if (TableTime.Milliseconds(seconds.Value) is { } limit)
            return new(limit, seconds.At);
        json.Fault(seconds.At, QuizErrorCode.UnknownValue, seconds.Value);
        return null;
    }
}
