using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>The rows of a quiz that is written.</summary>
internal static class QuizRows
{
    /// <summary>Ids in ascending order: rows that are written in the order of an index change few of its pages.</summary>
    public static Guid[] NewIds(int count)
    {
        Guid[] ids = [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
        Array.Sort(ids);
        return ids;
    }

    /// <summary>The rows of questions, in their order, made when they are read.</summary>
    public static IEnumerable<QuestionRow> Questions(Guid quizId, IReadOnlyList<Guid> ids, ImmutableArray<Question> questions) =>
        questions.Select((question, order) => QuestionRows.ToRow(question, ids[order], quizId, order));

    /// <summary>The rows of their options, likewise.</summary>
    public static IEnumerable<QuestionOptionRow> Options(IReadOnlyList<Guid> questionIds, ImmutableArray<Question> questions) =>
        questions.SelectMany((question, number) => QuestionRows.OptionsOf(question, questionIds[number]));
}
