using System.Runtime.CompilerServices;
using System.Security.Claims;
using Arena.Gateway.Accounts;
using Arena.Gateway.Accounts.ApiKeys;
using Arena.Gateway.Accounts.MyResults;
using Arena.Gateway.Accounts.Passkeys;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Security;
using Arena.Gateway.Webhooks;
using Arena.Storage.Model;
using Arena.Storage.Profiles;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Exports;

/// <summary>All that is stored of an account, quizzes included, for its owner.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes) => routes.MapGet("/api/account/export", ExportAsync)
        .WithTags("Account")
        .RequireRateLimiting(AuthoringRate.Policy)
        .WithMetadata(RequestCost.Export)
        .RequireAuthorization(Access.Account)
        .WithName("exportAccount")
        .WithSummary("All that is stored of the account, as one JSON file")
        .Produces<AccountExport>()
        .ProducesArenaProblem(
            StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

    private static async Task<Ok<AccountExport>> ExportAsync(
        HttpContext http, ClaimsPrincipal caller, AccountManager accounts, AuthSessions signIns, ApiKeyStore keys, MyResultStore results,
        ProfileReader profiles, QuizStore quizzes, WebhookStore webhooks, IDbContextFactory<ArenaDbContext> contexts, SecurityLog log, CancellationToken cancel)
    {
        var id = caller.Id();
        var user = await accounts.FindByIdAsync(id.ToString());
        await log.WriteAsync(SecurityEvent.Exported, id, http.Connection.RemoteIpAddress);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var owned = await context.Quizzes.Where(row => row.OwnerId == id).OrderBy(row => row.CreatedAt).Select(row => row.Id).ToListAsync(cancel);
        http.Response.Headers.ContentDisposition = "attachment; filename=\"arena-account.json\"";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new AccountExport(
            AccountData.Reply(user!),
            await context.BoardNames.Where(row => row.UserId == id).Select(row => row.Name).SingleOrDefaultAsync(cancel),
            user!.TwitchId,
            await signIns.ListAsync(id, caller.SignIn(), cancel),
            [.. (await accounts.GetPasskeysAsync(user)).Select(PasskeyEndpoints.Reply)],
            LoadAsync(owned, quizzes, cancel),
            await context.GameSessions.Where(row => row.HostId == id).OrderBy(row => row.CreatedAt)
                .Select(row => new HostedGame(
                    row.Id, row.Code, row.CreatedAt, row.EndedAt,
                    context.ReportLinks.Where(link => link.SessionId == row.Id).Select(link => link.Token).SingleOrDefault()))
                .ToListAsync(cancel),
            await context.SecurityEvents.Where(row => row.UserId == id).OrderBy(row => row.Id)
                .Select(row => new SecurityEntry(row.At, row.Event, row.Ip)).ToListAsync(cancel),
            await keys.ListAsync(id, cancel),
            await results.ListAsync(id, before: null, int.MaxValue, cancel),
            await profiles.GamesAsync(id, cancel),
            await context.MediaOwners.Where(row => row.OwnerId == id).OrderBy(row => row.CreatedAt)
                .Select(row => new ExportedMedium(row.Name, row.CreatedAt, row.Title, row.Alt, row.Credit)).ToListAsync(cancel),
            await webhooks.ListAsync(id, cancel),
            user.Email,
            await context.Groups.Where(row => row.HostId == id).OrderBy(row => row.CreatedAt)
                .Select(row => new ExportedGroup(row.Id, row.Name, row.Code, row.CreatedAt)).ToListAsync(cancel),
            await context.GroupMembers.Where(row => row.UserId == id).OrderBy(row => row.JoinedAt)
                .Select(row => new ExportedMembership(
                    context.Groups.Where(group => group.Id == row.GroupId).Select(group => group.Name).Single(), row.Name, row.IsListed, row.JoinedAt))
                .ToListAsync(cancel),
            await context.Homeworks.Where(row => row.OwnerId == id).OrderBy(row => row.CreatedAt)
                .Select(row => new ExportedHomework(row.Id, row.Title, row.Token, row.CreatedAt, row.DueAt)).ToListAsync(cancel),
            await (
                from player in context.HomeworkPlayers
                where player.UserId == id
                join homework in context.Homeworks on player.HomeworkId equals homework.Id
                join attempt in context.HomeworkAttempts on player.Id equals attempt.PlayerId
                orderby attempt.StartedAt
                select new ExportedAttempt(homework.Title, player.Name, attempt.StartedAt, attempt.EndedAt, attempt.Points, attempt.Right)).ToListAsync(cancel),
            await context.QuizInvitations.Where(row => owned.Contains(row.QuizId)).OrderBy(row => row.CreatedAt)
                .Select(row => new ExportedInvitation(
                    context.Quizzes.Where(quiz => quiz.Id == row.QuizId).Select(quiz => quiz.Title).Single(), row.MaskedAddress, row.CreatedAt, row.ExpiresAt))
                .ToListAsync(cancel)));
    }

    /// <summary>Loads each quiz when it is sent, so that one at a time is in memory.</summary>
    private static async IAsyncEnumerable<QuizDocument> LoadAsync(List<Guid> owned, QuizStore quizzes, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var quiz in owned)
        {
            if (await quizzes.LoadAsync(quiz, cancel) is { } stored)
                yield return QuizDocument.Of(stored.Content);
        }
    }
}
