using System.Collections.Immutable;
using Arena.Game;
using Arena.Gateway.Quizzes.Content;
using Arena.Storage;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Between what is stored and what is read.</summary>
internal static class QuizRows
{
    public static QuizContent ToContent(LoadedQuiz quiz) => new(quiz.Row.Title, quiz.Row.Description, [.. quiz.Questions.Select(ToContent)]);

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

    private static QuestionContent ToContent(Question question) =>
        new(question.Type, question.Prompt, question.Options, question.TimeLimitMs, question.Points, question.Explanation);
}
