using Microsoft.EntityFrameworkCore;

namespace Arena.Storage;

/// <summary>Loads a quiz with its questions and options, each row once: a join would repeat the quiz and the question for every option.</summary>
public static class QuizLoading
{
    /// <param name="context">The database.</param>
    /// <param name="quizzes">Those that the caller may see.</param>
    /// <param name="id">The quiz.</param>
    /// <param name="cancel">Stops the loading.</param>
    /// <returns>The quiz as it was at one instant, its lists in order; null if it is not among them.</returns>
    public static async Task<QuizRow?> FindAsync(ArenaDbContext context, IQueryable<QuizRow> quizzes, Guid id, CancellationToken cancel)
    {
        while (await quizzes.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } quiz)
        {
            var questions = await context.Questions.AsNoTracking()
                .Where(question => question.QuizId == id).OrderBy(question => question.Order).ToListAsync(cancel);
            var options = await context.QuestionOptions.AsNoTracking()
                .Where(option => context.Questions.Any(question => question.Id == option.QuestionId && question.QuizId == id))
                .OrderBy(option => option.Order).ToListAsync(cancel);
            // Every replacement changes the instant with the content: the same instant before and after means that nothing was mixed.
            if (!await context.Quizzes.AnyAsync(row => row.Id == id && row.UpdatedAt == quiz.UpdatedAt, cancel))
                continue;
            var ofQuestion = options.ToLookup(option => option.QuestionId);
            questions.ForEach(question => question.Options.AddRange(ofQuestion[question.Id]));
            quiz.Questions.AddRange(questions);
            return quiz;
        }
        return null;
    }
}
