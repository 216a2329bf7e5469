using Arena.Storage.Model;

namespace Arena.Gateway.Homework;

/// <summary>Whose a homework is: the account's that set it, and of those who may change the quiz that it was made of. To others it does not exist.</summary>
internal static class HomeworkAccess
{
    public static IQueryable<HomeworkRow> Managed(ArenaDbContext context, Guid caller) => context.Homeworks.Where(homework =>
        homework.OwnerId == caller
        || context.Quizzes.Any(quiz => quiz.Id == homework.QuizId && quiz.OwnerId == caller)
        || context.QuizCoAuthors.Any(share => share.QuizId == homework.QuizId && share.UserId == caller));
}
