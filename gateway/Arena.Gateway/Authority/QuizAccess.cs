using Arena.Storage;

namespace Arena.Gateway.Authority;

/// <summary>Which quizzes somebody may see, change, and give away. What one may not see answers as if it did not exist.</summary>
internal static class QuizAccess
{
    /// <summary>Theirs: to delete, to publish, to share.</summary>
    public static IQueryable<QuizRow> Owned(ArenaDbContext context, Guid caller) => context.Quizzes.Where(quiz => quiz.OwnerId == caller);

    /// <summary>Theirs, and those that are shared with them: to change.</summary>
    public static IQueryable<QuizRow> Writable(ArenaDbContext context, Guid caller) => context.Quizzes.Where(quiz =>
        quiz.OwnerId == caller || context.QuizCoAuthors.Any(share => share.QuizId == quiz.Id && share.UserId == caller));

    /// <summary>Those, and what others published: to read with its key, and to host.</summary>
    public static IQueryable<QuizRow> Readable(ArenaDbContext context, Guid caller) => context.Quizzes.Where(quiz =>
        quiz.OwnerId == caller || quiz.Visibility != QuizVisibility.Private
        || context.QuizCoAuthors.Any(share => share.QuizId == quiz.Id && share.UserId == caller));
}
