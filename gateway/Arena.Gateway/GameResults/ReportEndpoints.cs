using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.GameResults.Reports;
using Arena.Gateway.Http;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.GameResults;

/// <summary>The report of a game, for its hosts: while it runs, and as long as it is kept.</summary>
internal static class ReportEndpoints
{
    /// <summary>Players in one reply. The files have all of them.</summary>
    public const int MaxPlayers = 1_000;

    private const string Json = "application/json; charset=utf-8";

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/games/{id}").WithTags("Results")
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(
                StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests);

        group.MapGet("/report", ReportAsync)
            .RequireAuthorization(Access.ReadReport)
            .WithMetadata(RequestCost.Quiz)
            .WithName("getGameReport")
            .WithSummary("How a game went, or goes: questions that are closed, and the 1,000 best players, each with every outcome and time")
            .WithDescription(
                $"For those who may host the game, and for who brings its host key in the header `{ReportAccess.HostKeyHeader}`. A question that is open or still "
                + "to come is not in it. The reply's `ETag` is for `If-None-Match`, which answers 304 as long as no other question was closed.")
            .Produces<ReportReply>()
            .Produces(StatusCodes.Status304NotModified);
    }

    private static async Task<IResult> ReportAsync(
        string id, HttpContext http, IDbContextFactory<ArenaDbContext> contexts, ReportAccess access, ReportedGames games, CancellationToken cancel)
    {
        if (await FindAsync(id, http, contexts, access, cancel) is not { } game || await games.VersionAsync(game.Id, cancel) is not { } version)
            return Problems.Of(GameErrorCode.UnknownSession);
        var erased = await games.ErasedAsync(game.Id, cancel);
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{version:x}-{erased.Count:x}\""));
        http.Response.GetTypedHeaders().ETag = tag;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(seen => seen.Compare(tag, useStrongComparison: false)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (await games.ReadAsync(game.Id, version, cancel) is not { } known)
            return Problems.Of(GameErrorCode.UnknownSession);
        var state = ErasedPlayers.Without(known, erased);
        var report = GameReport.Of(state);
        var reply = new ReportReply(
            game.Id, game.Code, state.Quiz.Title, game.CreatedAt, game.EndedAt, state.Ended, report with { Players = [.. report.Players.Take(MaxPlayers)] });
        // As on the hub, whose views of questions are in it.
        return GzipReply.Of(http, JsonSerializer.SerializeToUtf8Bytes(reply, WireJson.Options), Json);
    }

    /// <returns>The game; null if the caller may not see it.</returns>
    public static async Task<GameSessionRow?> FindAsync(
        string id, HttpContext http, IDbContextFactory<ArenaDbContext> contexts, ReportAccess access, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await access.FindAsync(context, http, id, cancel);
    }
}

/// <param name="Id">The session.</param>
/// <param name="Code">What players typed.</param>
/// <param name="Title">The quiz's title, as it was played.</param>
/// <param name="CreatedAt">When it was launched.</param>
/// <param name="EndedAt">When it ended, or null.</param>
/// <param name="IsOver">Whether nothing more will be in the report.</param>
/// <param name="Report">The report. Its totals count all players; it lists the 1,000 best.</param>
internal sealed record ReportReply(
    Guid Id, string Code, string Title, DateTimeOffset CreatedAt, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? EndedAt,
    bool IsOver, GameReport Report);
