using System.Security.Claims;
using Arena.Gateway.Accounts;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.Groups;

/// <summary>Joining groups by their codes, and leaving them.</summary>
internal static class MembershipEndpoints
{
    private const int MaxBodyBytes = 1_024;

    public static void MapMemberships(this IEndpointRouteBuilder routes)
    {
        var groups = routes.MapGroup("/api/groups").WithTags("Groups")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(
                StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests);

        groups.MapPost("/lookup", LookUpAsync)
            .WithName("findGroup")
            .WithSummary("The group that a code joins")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<GroupFound>()
            .ProducesArenaProblem(StatusCodes.Status413PayloadTooLarge);

        groups.MapPost("/memberships", JoinAsync)
            .WithName("joinGroup")
            .WithSummary("Joins a group by its code, by a name that its members and its host see")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<GroupReply>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);

        groups.MapPut("/{id}/membership", ChangeAsync)
            .WithName("changeMembership")
            .WithSummary("Another name in a group, or on its leaderboard or off it")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Produces<GroupReply>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);

        groups.MapDelete("/{id}/membership", async (string id, ClaimsPrincipal caller, GroupMembers members, CancellationToken cancel) =>
                GroupEndpoints.Found(await members.LeaveAsync(caller.Id(), GroupEndpoints.Key(id), cancel)))
            .WithName("leaveGroup")
            .WithSummary("Leaves a group, and its leaderboard, at once")
            .Produces(StatusCodes.Status204NoContent);

        groups.MapDelete("/{id}/members/{name}", async (string id, string name, ClaimsPrincipal caller, GroupMembers members, CancellationToken cancel) =>
                await members.RemoveAsync(caller.Id(), GroupEndpoints.Key(id), name, cancel) is { } refused ? Problems.Of(refused) : Results.NoContent())
            .WithName("removeGroupMember")
            .WithSummary("Removes a member from a group that the account hosts. Who knows the code can join again: replace it as well")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> LookUpAsync(
        GroupLookup lookup, HttpContext http, ClaimsPrincipal caller, GroupStore store, GroupCodeGuard guard, CancellationToken cancel)
    {
        var (found, refused) = await FindAsync(lookup?.Code, http, caller, store, guard, cancel);
        return found is null ? refused! : TypedResults.Ok(found);
    }

    private static async Task<IResult> JoinAsync(
        GroupJoin join, HttpContext http, ClaimsPrincipal caller, GroupStore store, GroupMembers members, GroupCodeGuard guard, CancellationToken cancel)
    {
        if (Refuse(join?.Name, out var name) is { } invalid)
            return invalid;
        var (found, refused) = await FindAsync(join!.Code, http, caller, store, guard, cancel);
        if (found is null)
            return refused!;
        return await members.JoinAsync(caller.Id(), found.Id, name, join.IsListed, cancel) is { } why
            ? Problems.Of(why)
            : await GroupEndpoints.ReplyAsync(found.Id, caller, store, cancel);
    }

    private static async Task<IResult> ChangeAsync(
        string id, MembershipChange change, ClaimsPrincipal caller, GroupStore store, GroupMembers members, CancellationToken cancel)
    {
        if (Refuse(change?.Name, out var name) is { } invalid)
            return invalid;
        return await members.ChangeAsync(caller.Id(), GroupEndpoints.Key(id), name, change!.IsListed, cancel) is { } why
            ? Problems.Of(why)
            : await GroupEndpoints.ReplyAsync(GroupEndpoints.Key(id), caller, store, cancel);
    }

    /// <returns>The group, or the refusal.</returns>
    private static async Task<(GroupFound? Found, IResult? Refused)> FindAsync(
        string? typed, HttpContext http, ClaimsPrincipal caller, GroupStore store, GroupCodeGuard guard, CancellationToken cancel)
    {
        // What cannot be a code is no guess.
        if (!PlainCode.TryParse(typed, GroupStore.CodeLength, out var code))
            return (null, GroupEndpoints.Found(false));
        var (found, wait) = await guard.TryAsync(AddressRate.Network(http), caller.Id(), () => store.FindByCodeAsync(caller.Id(), code, cancel), cancel);
        return wait is { } pause ? (null, Problems.TooFast(http, pause)) : (found, found is null ? GroupEndpoints.Found(false) : null);
    }

    private static ProblemHttpResult? Refuse(string? typed, out string name)
    {
        name = AccountNames.Clean(typed) ?? "";
        return name.Length == 0 ? Problems.Of(AccountErrorCode.NameInvalid.AsProblem())
            : AccountNames.IsDistinct(name) ? null
            : Problems.Of(AccountErrorCode.NameTaken.AsProblem());
    }
}
