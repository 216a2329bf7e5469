using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Publishing quizzes and sharing them by name.</summary>
internal static class QuizSharing
{
    public const int MaxCoAuthors = 20;

    private const int MaxListed = 100;

    public static async Task<Results<Ok<List<QuizSummary>>, ProblemHttpResult>> ListPublicAsync(
        IDbContextFactory<ArenaDbContext> contexts, string? search, CancellationToken cancel)
    {
        var filter = new QuizFilter(search);
        if (filter.Refuse() is { } refused)
            return refused;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var found = filter.ApplyToTitles(context.Quizzes.Where(quiz => quiz.Visibility == QuizVisibility.Public));
        return TypedResults.Ok(await QuizStore.Summarise(context, found, caller: null).Take(MaxListed).ToListAsync(cancel));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> PublishAsync(
        string id, VisibilityChange change, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        // An administrator can withdraw a published quiz, and cannot publish for others.
        var quizzes = caller.IsAdministrator() && change.Visibility == QuizVisibility.Private
            ? QuizAccess.Readable(context, caller.Id())
            : QuizAccess.Owned(context, caller.Id());
        var changed = Guid.TryParse(id, out var quizId)
            ? await quizzes.Where(quiz => quiz.Id == quizId)
                .ExecuteUpdateAsync(set => set.SetProperty(quiz => quiz.Visibility, change.Visibility), cancel)
            : 0;
        return changed == 0 ? Problems.Of(GameErrorCode.UnknownQuiz) : TypedResults.NoContent();
    }

    public static async Task<Results<Ok<List<string>>, ProblemHttpResult>> CoAuthorsAsync(
        string id, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (!Guid.TryParse(id, out var quizId) || !await QuizAccess.Writable(context, caller.Id()).AnyAsync(quiz => quiz.Id == quizId, cancel))
            return Problems.Of(GameErrorCode.UnknownQuiz);
        return TypedResults.Ok(await context.Users
            .Where(user => context.QuizCoAuthors.Any(share => share.QuizId == quizId && share.UserId == user.Id))
            .Select(user => user.Username).Order().ToListAsync(cancel));
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> ShareAsync(
        string id, string name, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (!Guid.TryParse(id, out var quizId) || !await QuizAccess.Owned(context, caller.Id()).AnyAsync(quiz => quiz.Id == quizId, cancel))
            return Problems.Of(GameErrorCode.UnknownQuiz);
        if (await AccountNamed.FindAsync(context, name, cancel) is not { } user || user == caller.Id())
            return Problems.Of(AccountErrorCode.UnknownUser.AsProblem());
        var shares = context.QuizCoAuthors.Where(share => share.QuizId == quizId);
        if (await shares.AnyAsync(share => share.UserId == user, cancel))
            return TypedResults.NoContent();
        if (await shares.CountAsync(cancel) >= MaxCoAuthors)
            return Problems.Of(GameErrorCode.OutOfRange, StatusCodes.Status409Conflict, "The quiz has as many co-authors as it may.", MaxCoAuthors);
        context.QuizCoAuthors.Add(new() { QuizId = quizId, UserId = user });
        await context.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> UnshareAsync(
        string id, string name, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (!Guid.TryParse(id, out var quizId) || !await QuizAccess.Writable(context, caller.Id()).AnyAsync(quiz => quiz.Id == quizId, cancel))
            return Problems.Of(GameErrorCode.UnknownQuiz);
        var user = await AccountNamed.FindAsync(context, name, cancel);
        // A co-author may leave, and only the owner removes one.
        if (user != caller.Id() && !await QuizAccess.Owned(context, caller.Id()).AnyAsync(quiz => quiz.Id == quizId, cancel))
            return Problems.Of(GameErrorCode.NotAllowed);
        var ended = await context.QuizCoAuthors.Where(share => share.QuizId == quizId && share.UserId == user).ExecuteDeleteAsync(cancel);
        return ended == 0 ? Problems.Of(AccountErrorCode.UnknownUser.AsProblem()) : TypedResults.NoContent();
    }
}

/// <param name="Visibility">Who may see the quiz with its key, and host it.</param>
public sealed record VisibilityChange(QuizVisibility Visibility);
