using System.Collections.Immutable;
using Arena.Game.Questions;
using Arena.Storage.Model;

namespace Arena.Storage.Quizzes;

/// <summary>Between questions and their rows.</summary>
public static class QuestionRows
{
    /// <summary>In the column, no time limit is 0.</summary>
    private const int NoLimit = 0;

    /// <summary>The weight of a row that has no particular one.</summary>
    private const double WholeWeight = 1;

    /// <summary>The row of a question.</summary>
    public static QuestionRow ToRow(Question question, Guid id, Guid quizId, int order) => new()
    {
        Id = id,
        QuizId = quizId,
        Type = question.Type,
        Prompt = question.Prompt,
        PromptKey = QuizTags.Key(question.Prompt),
        TimeLimitMs = question.TimeLimitMs ?? NoLimit,
        Points = question.Points,
        Explanation = question.Explanation,
        Content = QuestionContent.Write(question),
        Order = order,
    };

    /// <summary>The rows of its options; none if its type has no options.</summary>
    public static IEnumerable<QuestionOptionRow> OptionsOf(Question question, Guid questionId) => question is OptionsQuestion { Options: var options }
        ? options.Select((option, order) => new QuestionOptionRow
        {
            Id = Guid.CreateVersion7(),
            QuestionId = questionId,
            Label = option.Label,
            IsCorrect = option.IsCorrect,
            Weight = option.Weight ?? WholeWeight,
            Order = order,
        })
        : [];

    /// <summary>The option of a row's columns.</summary>
    public static Option ToOption(string label, bool isCorrect, double weight) => new(label, isCorrect) { Weight = weight == WholeWeight ? null : weight };

    /// <summary>The question of a row and of its options.</summary>
    public static Question ToQuestion(QuestionRow row, ImmutableArray<Option> options)
    {
        var question = QuestionContent.Read(row.Type, row.Content) with
        {
            Id = row.Id,
            Prompt = row.Prompt,
            TimeLimitMs = row.TimeLimitMs == NoLimit ? null : row.TimeLimitMs,
            Points = row.Points,
            Explanation = row.Explanation,
        };
        return question is OptionsQuestion withOptions
            ? withOptions with { Options = WithPictures(options, QuestionContent.ReadPictures(row.Content)) }
            : question;
    }

    private static ImmutableArray<Option> WithPictures(ImmutableArray<Option> options, ImmutableArray<Medium?> pictures) => pictures.IsEmpty
        ? options
        : [.. options.Select((option, order) => order < pictures.Length ? option with { Picture = pictures[order] } : option)];
}
