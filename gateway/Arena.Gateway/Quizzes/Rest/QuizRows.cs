using System.Collections.Immutable;
using Arena.Game;
using Arena.Gateway.Quizzes.Content;
using Arena.Storage;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Between what is stored and what is read.</summary>
internal static class QuizRows
{
    public static QuizContent ToContent(QuizRow quiz) => new(quiz.Title, quiz.Description, [.. quiz.Questions.Select(ToContent)]);

    /// <summary>The questions in their order, with ids of their own.</summary>
    public static QuestionRow[] ToRows(Guid quizId, ImmutableArray<QuestionContent> questions) =>
        [.. questions.Select((question, order) => ToRow(quizId, question, order))];

    private static QuestionRow ToRow(Guid quizId, QuestionContent question, int order)
    {
        var row = new QuestionRow
        {
            Id = Guid.CreateVersion7(),
            QuizId = quizId,
            Type = question.Type,
            Prompt = question.Prompt,
            TimeLimitMs = question.TimeLimitMs,
            Points = question.Points,
            Explanation = question.Explanation,
            Order = order,
        };
        row.Options.AddRange(question.Options.Select((option, place) => new QuestionOptionRow
        {
            Id = Guid.CreateVersion7(),
            QuestionId = row.Id,
            Label = option.Label,
            IsCorrect = option.IsCorrect,
            Order = place,
        }));
        return row;
    }

    private static QuestionContent ToContent(QuestionRow row) => new(
        row.Type, row.Prompt, [.. row.Options.Select(option => new Option(option.Label, option.IsCorrect))], row.TimeLimitMs, row.Points,
        row.Explanation);
}
