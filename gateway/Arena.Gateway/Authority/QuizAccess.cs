using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
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
    /// Theirs, and what others published while no game or homework of it is under way: to read with its key. Otherwise a player would find the key by the
    /// title that the game shows.
    /// </summary>
    public static IQueryable<QuizRow> WithKey(ArenaDbContext context, Guid caller, DateTimeOffset now)
    {
        var since = now - LongestGame;
        return context.Quizzes.Where(quiz =>
            quiz.OwnerId == caller || context.QuizCoAuthors.Any(share => share.QuizId == quiz.Id && share.UserId == caller)
            || (quiz.Visibility != QuizVisibility.Private
                && !context.Homeworks.Any(homework => homework.QuizId == quiz.Id && homework.ClosedAt == null)
                && !context.GameSessions.Any(game => game.Status == SessionStatus.Live && game.CreatedAt > since && !game.Code.StartsWith(SoloCode.Prefix)
                    && (game.QuizId == quiz.Id || context.SessionSources.Any(source => source.SessionId == game.Id && source.QuizId == quiz.Id)))));
    }

    /// <summary>
    /// The questions that a game can draw from: those of one quiz to host, or of all theirs that have one of some tags, where another author's
    /// quiz does not come in by being shared. Information slides are no questions.
    /// </summary>
    public static async Task<IQueryable<QuestionRow>> DrawableAsync(
        ArenaDbContext context, Guid caller, Guid quiz, IReadOnlyCollection<string> tags, CancellationToken cancel)
    {
        var keys = tags.Select(QuizTags.KeyAmong).ToArray();
        var sources = keys.Length == 0
            ? Readable(context, caller).Where(row => row.Id == quiz)
            : Owned(context, caller).Where(row => EF.Parameter(keys).Any(key => row.TagKeys.Contains(key)));
        return (await QuestionsOfAsync(context, sources, cancel)).Where(question => question.Type != QuestionType.Slide);
    }

    /// <summary>
    /// The questions of an author's quizzes. Which quizzes these are is read first: in one query a database reads the questions of all authors.
    /// </summary>
    public static async Task<IQueryable<QuestionRow>> QuestionsOfAsync(ArenaDbContext context, IQueryable<QuizRow> quizzes, CancellationToken cancel)
    {
        var ids = await quizzes.Select(quiz => quiz.Id).ToArrayAsync(cancel);
        return context.Questions.Where(question => EF.Parameter(ids).Contains(question.QuizId));
    }
}
