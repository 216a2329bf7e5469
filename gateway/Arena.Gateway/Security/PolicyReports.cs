using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Security;

/// <summary>
/// Receives what browsers report when a page's policy has forbidden something, in both forms that they use. Anyone can send such a report: of
/// each only the directive and the kind of the violation are kept, as a refusal in the log and a metric, and never an address.
/// </summary>
internal static class PolicyReports
{
    private const string RatePolicy = "reports";
    private const int MaxBytes = 16 * 1024;
    private const int MaxReports = 20;

    public static IServiceCollection AddPolicyReports(this IServiceCollection services) =>
        services.AddRateLimiter(limiter => limiter.AddPolicy(RatePolicy, context => AddressRate.PerMinute(
            AddressRate.Network(context), context.RequestServices.GetRequiredService<IOptions<GatewayOptions>>().Value.PolicyReportsPerMinute)));

    public static void MapPolicyReports(this IEndpointRouteBuilder routes) => routes
        .MapPost(PagePolicy.ReportRoute, ReceiveAsync)
        .AllowAnonymous()
        .RequireRateLimiting(RatePolicy)
        .ExcludeFromDescription();

    private static async Task<Results<NoContent, ProblemHttpResult>> ReceiveAsync(HttpContext http, RefusalLog log, CancellationToken cancel)
    {
        using var body = await BoundedBody.ReadAsync(http.Request, MaxBytes, cancel);
        if (body is null)
            return Problems.Of(GameErrorCode.OutOfRange, StatusCodes.Status413PayloadTooLarge, limit: MaxBytes);
        if (!PolicyViolation.TryRead(body.Content, $"{http.Request.Scheme}://{http.Request.Host}", MaxReports, out var violations))
            return Problems.Of(GameErrorCode.InvalidMessage);
        foreach (var violation in violations)
            log.Refused(RefusalKind.PagePolicy, violation.ToString(), AddressRate.Network(http));
        return TypedResults.NoContent();
    }
}
