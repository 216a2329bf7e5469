using System.Text;
using Arena.Game.Questions;
using Arena.Gateway.Quizzes.Content;
using Arena.Storage.Quizzes;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>
/// What a quiz takes in the database, about: its text, what can be searched a second time, and for each row its ids, keys and indexes.
/// </summary>
internal static class QuizSize
{
    private const int RowBytes = 150;

    public static long Of(QuizContent quiz) => RowBytes + Of(quiz.Title) + Bytes(quiz.Description) + (2 * Bytes(quiz.Folder)) + (2 * quiz.Tags.Sum(Bytes)) + quiz.Questions.Sum(Of);

    /// <summary>That of a title.</summary>
    public static long Of(string title) => 2 * Bytes(title);

    private static long Of(Question question) =>
        RowBytes + (2 * Bytes(question.Prompt)) + Bytes(question.Explanation) + Bytes(QuestionContent.Write(question))
        + (question is OptionsQuestion { Options: var options } ? options.Sum(option => RowBytes + (long)Bytes(option.Label)) : 0);

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
