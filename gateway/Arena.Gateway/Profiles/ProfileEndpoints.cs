using System.Security.Claims;
using Arena.Game.Profiles;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.MyResults;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Arena.Storage.Profiles;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.Profiles;

/// <summary>The profile of the caller, and what one game brought. There is no way to read that of another account.</summary>
internal static class ProfileEndpoints
{
    private const int MaxBytes = 4 * 1024;

    public static void MapProfiles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/account/profile").WithTags("Account")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("", async (ClaimsPrincipal caller, ProfileReader profiles, SessionTokens tokens, CancellationToken cancel) =>
                TypedResults.Ok(Reply(await profiles.ReadAsync(caller.Id(), cancel), tokens)))
            .WithName("getProfile")
            .WithSummary("Experience, level and achievements of the account, and the frames that its level unlocks");

        group.MapPost("/award", AwardAsync)
            .WithName("getAward")
            .WithSummary("What a game brought the account, whose seat in it becomes the account's own")
            .WithDescription("Known a moment after the game is over: ask again after a second or more while there is no award.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .Produces<AwardReply>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<Results<Ok<AwardReply>, ProblemHttpResult>> AwardAsync(
        AwardRequest request, ClaimsPrincipal caller, MyResultStore results, ProfileReader profiles, SessionTokens tokens, CancellationToken cancel)
    {
        if (request?.SeatToken is not { } token)
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (tokens.ReadSeat(token) is not var (_, session, _, _))
            return TypedResults.Ok(new AwardReply(null));
        await results.ClaimAsync(caller.Id(), [token], cancel);
        var profile = await profiles.ReadAsync(caller.Id(), cancel);
        return TypedResults.Ok(new AwardReply(profile.Awards.FirstOrDefault(award => award.SessionId == session) is { } award
            ? new(award.Experience, award.LevelBefore, award.Level, award.Earned)
            : null));
    }

    private static ProfileReply Reply(Profile profile, SessionTokens tokens)
    {
        var (level, earned) = (profile.Level, profile.Earned.ToDictionary(one => one.Code, one => one.AtMs));
        var frame = FaceFrames.BestOf(level);
        return new(
            profile.Experience, level, Experience.Of(level), level < Experience.MaxLevel ? Experience.Of(level + 1) : null, profile.Games, profile.Wins,
            profile.Right,
            [.. Achievement.All.Select(one => new AchievementReply(
                one.Code, earned.TryGetValue(one.Code, out var atMs) ? DateTimeOffset.FromUnixTimeMilliseconds(atMs) : null))],
            FaceFrames.Levels, frame > 0 ? tokens.ForFrames(frame) : null);
    }
}
