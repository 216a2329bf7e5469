using System.ComponentModel;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.GameResults.Files;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Writing;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.GameResults;

/// <summary>The report of a game as a file, with all its players.</summary>
internal static class ReportFileEndpoints
{
    public static void MapReportFiles(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/games/{id}/report/file", FileAsync)
        .RequireAuthorization(Access.ReadReport)
        .RequireRateLimiting(AuthoringRate.Policy)
        .WithMetadata(RequestCost.Export)
        .WithTags("Results")
        .WithName("exportGameReport")
        .WithSummary("The report of a game as a file: all players, for a spreadsheet")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .ProducesArenaProblem(
            StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
            StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> FileAsync(
        string id, HttpContext http, IDbContextFactory<ArenaDbContext> contexts, ReportAccess access, ReportedGames games, CancellationToken cancel,
        [Description("csv: the players, with every outcome and time. xlsx: a workbook with the questions and each answer too.")] string format = "csv",
        [Description("The language of the headings, one of those of the interface: en, fr and so on.")] string language = "en")
    {
        if (Named<ReportFormat>(format) is not { } wanted || Named<ReportLanguage>(language) is not { } spoken)
            return Problems.Of(GameErrorCode.InvalidMessage, detail: "format is csv or xlsx, and language is one of those of the interface.");
        if (await ReportEndpoints.FindAsync(id, http, contexts, access, cancel) is not { } game
            || await games.VersionAsync(game.Id, cancel) is not { } version
            || await games.ReadAsync(game.Id, version, cancel) is not { } known)
        {
            return Problems.Of(GameErrorCode.UnknownSession);
        }
        var state = ErasedPlayers.Without(known, await games.ErasedAsync(game.Id, cancel));
        var kind = ReportFile.KindOf(wanted);
        return TypedResults.Bytes(ReportFile.Write(wanted, game, state, spoken), kind.ContentType, FileName.Of(state.Quiz.Title, kind.Extension));
    }

    /// <returns>The value of this name, or null if there is none.</returns>
    public static T? Named<T>(string name)
        where T : struct, Enum =>
        Array.Find(Enum.GetNames<T>(), known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found) : null;
}
