using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Gateway.Quizzes.Content;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Between stored rows and quizzes of the reader.</summary>
internal static class QuizRows
{
    public static QuizContent ToContent(LoadedQuiz quiz) => new(quiz.Row.Title, quiz.Row.Description, [.. quiz.Questions.Select(ToContent)]);

    /// <summary>Ids in ascending order: rows that are written in the order of an index change few of its pages.</summary>
    public static Guid[] NewIds(int count)
    {
        Guid[] ids = [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
        Array.Sort(ids);
        return ids;
    }

    /// <summary>The rows of questions, in their order, made when they are read.</summary>
    public static IEnumerable<QuestionRow> Questions(Guid quizId, IReadOnlyList<Guid> ids, ImmutableArray<QuestionContent> questions) =>
        questions.Select((question, order) => new QuestionRow
        {
            Id = ids[order],
            QuizId = quizId,
            Type = question.Type,
            Prompt = question.Prompt,
            TimeLimitMs = question.TimeLimitMs,
            Points = question.Points,
            Explanation = question.Explanation,
            Order = order,
        });

    /// <summary>The rows of their options, likewise.</summary>
    public static IEnumerable<QuestionOptionRow> Options(IReadOnlyList<Guid> questionIds, ImmutableArray<QuestionContent> questions) =>
        questions.SelectMany((question, number) => question.Options.Select((option, order) => new QuestionOptionRow
        {
            Id = Guid.CreateVersion7(),
            QuestionId = questionIds[number],
            Label = option.Label,
            IsCorrect = option.IsCorrect,
            Order = order,
        }));

    public static QuestionContent ToContent(Question question) =>
        new(question.Type, question.Prompt, question.Options, question.TimeLimitMs, question.Points, question.Explanation);
}
