using System.ComponentModel;
using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Boards;
using Arena.Gateway.Http;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Groups;

/// <summary>Groups of the caller: those that it hosts, and those that it is a member of.</summary>
internal static class GroupEndpoints
{
    private const int MaxBodyBytes = 1_024;
    private const int MaxNameLength = 60;

    public static void MapGroups(this IEndpointRouteBuilder routes)
    {
        var groups = routes.MapGroup("/api/groups").WithTags("Groups")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        groups.MapGet("", async (ClaimsPrincipal caller, GroupStore store, CancellationToken cancel) =>
                TypedResults.Ok(await store.ListAsync(caller.Id(), cancel)))
            .WithName("listGroups")
            .WithSummary("The groups that the account hosts and those that it is a member of, by name");

        groups.MapPost("", MakeAsync)
            .WithName("makeGroup")
            .WithSummary("A new group, with a code by which players join it")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<GroupReply>(StatusCodes.Status201Created)
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);

        groups.MapGet("/{id}", async (string id, ClaimsPrincipal caller, GroupStore store, CancellationToken cancel) =>
                await ReplyAsync(Key(id), caller, store, cancel))
            .WithName("getGroup")
            .WithSummary("A group and its members, for its host and its members; its code for its host")
            .Produces<GroupReply>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        groups.MapPut("/{id}", RenameAsync)
            .WithName("renameGroup")
            .WithSummary("Another name for a group that the account hosts")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<GroupReply>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge);

        groups.MapDelete("/{id}", async (string id, ClaimsPrincipal caller, GroupStore store, CancellationToken cancel) =>
                Found(await store.RemoveAsync(caller.Id(), Key(id), cancel)))
            .WithName("removeGroup")
            .WithSummary("Deletes a group that the account hosts, with its memberships. Games and accounts stay as they are")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        groups.MapPost("/{id}/code", ReplaceCodeAsync)
            .WithName("replaceGroupCode")
            .WithSummary("Another code: nobody joins by the former one any more. Members stay")
            .Produces<GroupReply>()
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        groups.MapGet("/{id}/board", BoardAsync)
            .WithName("getGroupBoard")
            .WithSummary("The leaderboard of a group, for its host and its members: the first 100 lines and the caller's own")
            .WithDescription(
                "Lists the members that opted in to it, with the games that the group's host hosted. Points and `ETag` are those of `GET /api/boards`.")
            .Produces<BoardReply>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> MakeAsync(
        GroupChange change, ClaimsPrincipal caller, GroupStore store, IOptions<GroupOptions> options, CancellationToken cancel)
    {
        if (Name(change) is not { } name)
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (await store.MakeAsync(caller.Id(), name, options.Value.MaxGroups, cancel) is not { } id)
            return Problems.Of(GroupErrorCode.TooManyGroups.AsProblem(), limit: options.Value.MaxGroups);
        return await store.FindAsync(caller.Id(), id, cancel) is { } made
            ? TypedResults.Created((string?)null, made)
            : Problems.Of(GroupErrorCode.UnknownGroup.AsProblem());
    }

    private static async Task<IResult> RenameAsync(string id, GroupChange change, ClaimsPrincipal caller, GroupStore store, CancellationToken cancel)
    {
        if (Name(change) is not { } name)
            return Problems.Of(GameErrorCode.InvalidMessage);
        return await store.RenameAsync(caller.Id(), Key(id), name, cancel) ? await ReplyAsync(Key(id), caller, store, cancel) : Found(false);
    }

    private static async Task<IResult> ReplaceCodeAsync(string id, ClaimsPrincipal caller, GroupStore store, CancellationToken cancel) =>
        await store.ReplaceCodeAsync(caller.Id(), Key(id), cancel) ? await ReplyAsync(Key(id), caller, store, cancel) : Found(false);

    private static async Task<IResult> BoardAsync(
        HttpContext http, string id, ClaimsPrincipal caller, GroupStore store, BoardReader boards, CancellationToken cancel,
        [Description("A month in UTC, as `2026-11`; ever without it.")] string? season = null)
    {
        if (season is not null && !BoardKey.IsSeason(season))
            return Problems.Of(GameErrorCode.InvalidMessage, detail: "season is a month, as 2026-11.");
        return await store.IsVisibleAsync(caller.Id(), Key(id), cancel)
            ? await boards.ReadAsync(http, caller, new(null, season, Key(id)), cancel)
            : Found(false);
    }

    public static async Task<IResult> ReplyAsync(Guid id, ClaimsPrincipal caller, GroupStore store, CancellationToken cancel) =>
        await store.FindAsync(caller.Id(), id, cancel) is { } group ? TypedResults.Ok(group) : Found(false);

    /// <summary>A text that is no id is the id of nothing.</summary>
    public static Guid Key(string id) => Guid.TryParse(id, out var key) ? key : Guid.Empty;

    public static IResult Found(bool isFound) => isFound ? TypedResults.NoContent() : Problems.Of(GroupErrorCode.UnknownGroup.AsProblem());

    private static string? Name(GroupChange? change) => PlainLine.TryRead(change?.Name, MaxNameLength, out var name) ? name : null;
}
