using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Gateway.Quizzes.Content;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Between a quiz and its rows.</summary>
internal static class QuizRows
{
    /// <summary>The row of a quiz without an owner yet.</summary>
    public static QuizRow ToRow(this QuizContent content, Guid id, DateTimeOffset createdAt, QuizVersion version, long size) => new()
    {
        Id = id,
        Title = content.Title,
        TitleKey = QuizTags.Key(content.Title),
        Description = content.Description,
        Tags = QuizTags.Write(content.Tags),
        TagKeys = QuizTags.Keys(content.Tags),
        Folder = content.Folder,
        FolderKey = QuizTags.Key(content.Folder ?? ""),
        CreatedAt = createdAt,
        UpdatedAt = version.UpdatedAt,
        StoredBytes = size,
    };

    /// <summary>What a row says, with the quiz's questions.</summary>
    public static QuizContent ToContent(this QuizRow row, ImmutableArray<Question> questions) =>
        new(row.Title, row.Description, questions) { Tags = QuizTags.Read(row.Tags), Folder = row.Folder };

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
