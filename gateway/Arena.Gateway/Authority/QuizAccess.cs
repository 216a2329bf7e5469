using Arena.Game.Vocabulary;
using Arena.Storage.Model;
using Arena.Storage.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Authority;

/// <summary>Which quizzes a caller may see, change, and transfer. A quiz that a caller may not see answers as if it did not exist.</summary>
internal static class QuizAccess
{
    /// <summary>A session that its host left counts as a game under way for so long at most: the lifetime of host keys and seat tokens.</summary>
    private static readonly TimeSpan LongestGame = TimeSpan.FromDays(1);

    /// <summary>Theirs: to delete, to publish, to share.</summary>
    public static IQueryable<QuizRow> Owned(ArenaDbContext context, Guid caller) => context.Quizzes.Where(quiz => quiz.OwnerId == caller);

    /// <summary>Theirs, and those that are shared with them: to change.</summary>
    public static IQueryable<QuizRow> Writable(ArenaDbContext context, Guid caller) => context.Quizzes.Where(quiz =>
        quiz.OwnerId == caller || context.QuizCoAuthors.Any(share => share.QuizId == quiz.Id && share.UserId == caller));

    /// <summary>Those, and what others published: to see and to host.</summary>
    public static IQueryable<QuizRow> Readable(ArenaDbContext context, Guid caller) => context.Quizzes.Where(quiz =>
        quiz.OwnerId == caller || quiz.Visibility != QuizVisibility.Private
        || context.QuizCoAuthors.Any(share => share.QuizId == quiz.Id && share.UserId == caller));

    /// <summary>
    /// Theirs, and what others published while no game of it is under way: to read with its key. Otherwise a player would find the key by the
    /// title that the game shows.
    /// </summary>
    public static IQueryable<QuizRow> WithKey(ArenaDbContext context, Guid caller, DateTimeOffset now)
    {
        var since = now - LongestGame;
        return context.Quizzes.Where(quiz =>
            quiz.OwnerId == caller || context.QuizCoAuthors.Any(share => share.QuizId == quiz.Id && share.UserId == caller)
            || (quiz.Visibility != QuizVisibility.Private
                && !context.GameSessions.Any(game => game.Status == SessionStatus.Live && game.CreatedAt > since
                    && (game.QuizId == quiz.Id || context.SessionSources.Any(source => source.SessionId == game.Id && source.QuizId == quiz.Id)))));
    }

    /// <summary>
    /// The questions that a game can draw from: those of one quiz to host, or of all theirs and shared ones that have one of some tags.
    /// Information slides are no questions.
    /// </summary>
    public static IQueryable<QuestionRow> Drawable(ArenaDbContext context, Guid caller, Guid quiz, IReadOnlyCollection<string> tags)
    {
        var keys = tags.Select(QuizTags.KeyAmong).ToArray();
        var sources = keys.Length == 0
            ? Readable(context, caller).Where(row => row.Id == quiz)
            : Writable(context, caller).Where(row => EF.Parameter(keys).Any(key => row.TagKeys.Contains(key)));
        return context.Questions.Where(question => question.Type != QuestionType.Slide && sources.Any(row => row.Id == question.QuizId));
    }
}
