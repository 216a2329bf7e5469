using System.Text.Json;

namespace Arena.Gateway.Quizzes.Reading.Json;

/// <summary>Recognises whose JSON a text is by the first member that only one program writes, within a beginning of bounded length.</summary>
internal static class JsonRecognition
{
    private const int SampleBytes = 64 * 1024;

    public static QuizFormat Of(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text[..Math.Min(text.Length, SampleBytes)], isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && FormatWith(ref reader) is { } format)
                    return format;
            }
        }
        catch (JsonException)
        {
            // The reader of the format reports where.
            return QuizFormat.Arena;
        }
        return QuizFormat.Arena;
    }

    private static QuizFormat? FormatWith(ref Utf8JsonReader reader)
    {
        if (reader.CurrentDepth == 1 && reader.ValueTextEquals("arena"u8))
            return QuizFormat.Arena;
        if (reader.ValueTextEquals("response_code"u8) || reader.ValueTextEquals("correct_answer"u8) || reader.ValueTextEquals("incorrect_answers"u8))
            return QuizFormat.OpenTriviaDb;
        if (reader.ValueTextEquals("solutions"u8) || reader.ValueTextEquals("cooldown"u8) || (reader.CurrentDepth == 1 && reader.ValueTextEquals("subject"u8)))
            return QuizFormat.Razzia;
        return reader.ValueTextEquals("right"u8) || reader.ValueTextEquals("cover_image"u8) ? QuizFormat.ClassQuiz : null;
    }
}
