using System.Text.Json;

namespace Arena.Load.Attacks;

/// <summary>A quiz as large as permitted without an account, as a file.</summary>
internal static class LargeQuiz
{
    /// <summary>As many as a quiz of an author without an account may have.</summary>
    public const int MostQuestions = 2_000;

    public const int MostOptions = 8;

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
                label = $"Option {option} of {number}, which is as long as those of a quiz that wants to be in the way, and longer than any that is meant to be read",
                correct = option == number % options,
            }),
        }),
    });
}
