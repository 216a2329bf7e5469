using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Arena.Game.Questions;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Quizzes;

/// <summary>
/// Loads a quiz with its questions and options, each row once: a join of all would repeat the quiz and the question for every option. Both lists
/// come in the order of an index, and of an option only used columns: a large quiz has forty thousand rows.
/// </summary>
public static class QuizLoading
{
    private const int QuestionsAPart = 64;

    /// <param name="context">The database.</param>
    /// <param name="quizzes">Those that the caller may see.</param>
    /// <param name="id">The quiz.</param>
    /// <param name="cancel">Stops the loading.</param>
    /// <returns>The quiz as it was at one instant; null if it is not among them.</returns>
    public static async Task<LoadedQuiz?> FindAsync(ArenaDbContext context, IQueryable<QuizRow> quizzes, Guid id, CancellationToken cancel)
    {
        while (await quizzes.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } quiz)
        {
            var all = context.Questions.Where(question => question.QuizId == id);
            var questions = await all.AsNoTracking().OrderBy(question => question.Order).ToListAsync(cancel);
            var loaded = await WithOptionsAsync(context, all, questions, cancel);
            // Every replacement changes the instant with the content: the same instant before and after means that nothing was mixed.
            if (!await context.Quizzes.AnyAsync(row => row.Id == id && row.UpdatedAt == quiz.UpdatedAt, cancel))
                continue;
            return new(quiz, loaded);
        }
        return null;
    }

    /// <summary>Loads the questions of a quiz in their order, some at a time, each part as it is then.</summary>
    public static async IAsyncEnumerable<ImmutableArray<Question>> PartsAsync(ArenaDbContext context, Guid id, [EnumeratorCancellation] CancellationToken cancel)
    {
        var last = -1;
        while (true)
        {
            var from = last;
            var rest = context.Questions.Where(question => question.QuizId == id && question.Order > from);
            var part = await rest.AsNoTracking().OrderBy(question => question.Order).Take(QuestionsAPart).ToListAsync(cancel);
            if (part.Count == 0)
                yield break;
            last = part[^1].Order;
            var upTo = last;
            yield return await WithOptionsAsync(context, rest.Where(question => question.Order <= upTo), part, cancel);
        }
    }

    /// <summary>Loads questions by their ids, in two short queries: of any quizzes, without those that are gone.</summary>
    public static async Task<FrozenDictionary<Guid, Question>> QuestionsAsync(ArenaDbContext context, Guid[] ids, CancellationToken cancel)
    {
        var questions = await context.Questions.AsNoTracking().Where(question => EF.Parameter(ids).Contains(question.Id)).ToListAsync(cancel);
        var options = await context.QuestionOptions.Where(option => EF.Parameter(ids).Contains(option.QuestionId))
            .OrderBy(option => option.QuestionId).ThenBy(option => option.Order)
            .Select(option => new { option.QuestionId, option.Label, option.IsCorrect, option.Weight })
            .ToListAsync(cancel);
        var ofQuestion = options.ToLookup(row => row.QuestionId, row => QuestionRows.ToOption(row.Label, row.IsCorrect, row.Weight));
        return questions.ToFrozenDictionary(row => row.Id, row => QuestionRows.ToQuestion(row, [.. ofQuestion[row.Id]]));
    }

    private static async Task<ImmutableArray<Question>> WithOptionsAsync(
        ArenaDbContext context, IQueryable<QuestionRow> questions, IEnumerable<QuestionRow> rows, CancellationToken cancel)
    {
        var options = await questions
            .Join(context.QuestionOptions, question => question.Id, option => option.QuestionId, (question, option) => new { question, option })
            .OrderBy(row => row.question.Order).ThenBy(row => row.option.Order)
            .Select(row => new { Question = row.question.Order, row.option.Label, row.option.IsCorrect, row.option.Weight })
            .ToListAsync(cancel);
        var ofQuestion = options.ToLookup(row => row.Question, row => QuestionRows.ToOption(row.Label, row.IsCorrect, row.Weight));
        return [.. rows.Select(row => QuestionRows.ToQuestion(row, [.. ofQuestion[row.Order]]))];
    }
}
