using System.Text.Json;

namespace Arena.Load.Attacks;

/// <summary>A quiz as large as permitted, as a file.</summary>
internal static class LargeQuiz
{
    /// <summary>As many as a quiz may have.</summary>
    public const int MostQuestions = 5_000;

    /// <summary>With more, its options are too long for a file of four megabytes.</summary>
    public const int MostOptions = 7;

    public static byte[] ToJson(int questions = MostQuestions, int options = MostOptions) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        arena = 1,
        title = "Big",
        questions = Enumerable.Range(0, questions).Select(number => new
        {
            type = "singleChoice",
            prompt = $"Which of these is number {number}?",
            options = Enumerable.Range(0, options).Select(option => new
            {
                label = $"Option {option} of {number}, which is long enough for a file of almost four megabytes", correct = option == number % options,
            }),
        }),
    });
}
