using System.Threading.RateLimiting;
using Arena.Game.Vocabulary;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Http;

/// <summary>How REST says no: every answer from 400 on is problem details with a <c>code</c>.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    private const string TraceIdMember = "traceId";

    /// <summary>When to try again where only the queue is full: those before are done within seconds.</summary>
    private static readonly TimeSpan RetryQueue = TimeSpan.FromSeconds(5);

    /// <param name="code">Why.</param>
    /// <param name="status">HTTP's word for it, where the code's usual one does not fit.</param>
    /// <param name="detail">For the developer of a client.</param>
    /// <param name="limit">The limit that was met.</param>
    public static ProblemHttpResult Of(ProblemCode code, int? status = null, string? detail = null, long? limit = null) =>
        TypedResults.Problem(new ArenaProblem { Code = code, Status = status ?? code.Status, Detail = detail, Limit = limit });

    /// <summary>The refusal of a rate limit, or of a queue: the header says when to try again, in whole seconds.</summary>
    public static ProblemHttpResult TooFast(HttpContext context, RateLimitLease refused) =>
        TooFast(context, refused.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : RetryQueue);

    /// <inheritdoc cref="TooFast(HttpContext, RateLimitLease)"/>
    public static ProblemHttpResult TooFast(HttpContext context, TimeSpan wait) => Limited(context.Response, GameErrorCode.TooFast, wait);

    /// <summary>The refusal of a limit that is met now, and after some time no more.</summary>
    public static ProblemHttpResult Limited(HttpResponse response, ProblemCode code, TimeSpan wait, string? detail = null)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        response.Headers.RetryAfter = $"{seconds}";
        return TypedResults.Problem(new ArenaProblem { Code = code, Status = code.Status, Detail = detail, RetryAfterMs = seconds * 1_000 });
    }

    /// <summary>Gives every problem the trace, and those of the framework and of failures a code.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem is ArenaProblem own)
        {
            own.TraceId = Failures.TraceId;
            problem.Extensions.Remove(TraceIdMember);
            return;
        }
        problem.Extensions[TraceIdMember] = Failures.TraceId;
        var code = context.Exception is { } failed and not BadHttpRequestException
            ? CodeOf(failed, context.HttpContext.Request)
            : CodeOf(problem.Status ?? StatusCodes.Status500InternalServerError);
        if (code is { } named)
            problem.Extensions.TryAdd("code", named.Name);
    }

    /// <summary>A request that only reads has no outcome that could be unknown.</summary>
    private static ProblemCode CodeOf(Exception failed, HttpRequest request) => Failures.CodeOf(failed) switch
    {
        GameErrorCode.OutcomeUnknown when HttpMethods.IsGet(request.Method) => GameErrorCode.Unavailable,
        var code => code,
    };

    private static ProblemCode? CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => GameErrorCode.InvalidToken,
        StatusCodes.Status403Forbidden => GameErrorCode.NotAllowed,
        StatusCodes.Status413PayloadTooLarge => GameErrorCode.OutOfRange,
        StatusCodes.Status429TooManyRequests => GameErrorCode.TooFast,
        >= 500 => GameErrorCode.Unavailable,
        >= 400 => GameErrorCode.InvalidMessage,
        _ => null,
    };
}
