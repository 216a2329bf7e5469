using System.ComponentModel;
using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.GameResults.Files;
using Arena.Gateway.Http;
using Arena.Gateway.Quizzes.Writing;
using Arena.Gateway.Quizzes.Writing.Tables;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.GameResults.Trends;

/// <summary>Games over time as files for a spreadsheet.</summary>
internal static class TrendFileEndpoints
{
    private const string OfWhat = "months: a row for each month. parts: a row for each question of the quiz, or each quiz that was played.";
    private const string OfHeadings = "The language of the headings, one of those of the interface: en, fr and so on.";

    public static void MapTrendFiles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Results")
            .RequireAuthorization(Access.ReadGames)
            .RequireRateLimiting(AuthoringRate.Policy)
            .WithMetadata(RequestCost.Export)
            .ProducesArenaProblem(
                StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("/quizzes/{id}/trend/file", OfQuizAsync)
            .WithName("exportQuizTrend")
            .WithSummary("The trend of a quiz as separated values")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesArenaProblem(StatusCodes.Status404NotFound);

        group.MapGet("/games/trend/file", OfHostAsync)
            .WithName("exportHostTrend")
            .WithSummary("The trend of the games that the caller hosted as separated values")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static async Task<IResult> OfQuizAsync(
        string id, [AsParameters] Period period, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock, CancellationToken cancel,
        [Description(OfWhat)] string table = "months", [Description(OfHeadings)] string language = "en") =>
        Refuse(table, language, out var spoken) ?? (await TrendEndpoints.OfQuizAsync(id, period, caller, contexts, clock, cancel)).Result switch
        {
            Ok<QuizTrend> { Value: { } trend } => File(trend.Title, table, TrendTables.Of(trend, IsParts(table), ReportWords.For(spoken))),
            var refused => refused,
        };

    private static async Task<IResult> OfHostAsync(
        [AsParameters] Period period, ClaimsPrincipal caller, IDbContextFactory<ArenaDbContext> contexts, TimeProvider clock, CancellationToken cancel,
        [Description(OfWhat)] string table = "months", [Description(OfHeadings)] string language = "en") =>
        Refuse(table, language, out var spoken) ?? (await TrendEndpoints.OfHostAsync(period, caller, contexts, clock, cancel)).Result switch
        {
            Ok<HostTrend> { Value: { } trend } => File("games", table, TrendTables.Of(trend, IsParts(table), ReportWords.For(spoken))),
            var refused => refused,
        };

    private static ProblemHttpResult? Refuse(string table, string language, out ReportLanguage spoken)
    {
        var named = ReportFileEndpoints.Named<ReportLanguage>(language);
        spoken = named ?? default;
        return table is "months" or "parts" && named is not null
            ? null
            : Problems.Of(GameErrorCode.InvalidMessage, detail: "table is months or parts, and language is one of those of the interface.");
    }

    private static bool IsParts(string table) => table == "parts";

    private static FileContentHttpResult File(string title, string table, IEnumerable<SheetCell[]> rows)
    {
        var kind = ReportFile.KindOf(ReportFormat.Csv);
        return TypedResults.Bytes(ReportFile.Csv(rows), kind.ContentType, FileName.Of($"{title} {table}", kind.Extension));
    }
}
