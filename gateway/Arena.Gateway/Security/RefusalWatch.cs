using Arena.Game;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway;

/// <summary>Reports refusals of all features to the <see cref="RefusalLog"/>: by the answer of a route, and by the reply of the hub.</summary>
internal sealed class RefusalWatch(RefusalLog log) : IHubFilter
{
    private const string Unmatched = "none";

    /// <summary>Goes before everything that may refuse, and after it is known who calls.</summary>
    public static IApplicationBuilder Use(IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<RefusalLog>();
        return app.Use(async (context, next) =>
        {
            await next(context);
            if (KindOf(context) is { } kind)
                log.Refused(kind, PolicyOf(context), AddressRate.Network(context));
        });
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var reply = await next(invocationContext);
        if (reply is IReply { Refusal.Code: var code } && KindOf(code, invocationContext.HubMethodName) is { } kind)
            log.Refused(kind, invocationContext.HubMethodName, AddressRate.Network(invocationContext.Context.GetHttpContext()!));
        return reply;
    }

    private static RefusalKind? KindOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status429TooManyRequests => RefusalKind.RequestRate,
        StatusCodes.Status401Unauthorized when context.Request.Headers.ContainsKey(HeaderNames.Authorization) => RefusalKind.Token,
        StatusCodes.Status403Forbidden when OriginCheck.HasRefused(context) => RefusalKind.Origin,
        _ => null,
    };

    private static RefusalKind? KindOf(GameErrorCode code, string method) => code switch
    {
        GameErrorCode.TooFast when method is nameof(GameHub.Find) or nameof(GameHub.Join) or nameof(GameHub.SuggestName) or nameof(GameHub.TakeSeat) => RefusalKind.JoinCodes,
        GameErrorCode.TooFast => RefusalKind.CallRate,
        GameErrorCode.SessionFull or GameErrorCode.TooManyFromNetwork or GameErrorCode.TooManyConnections => RefusalKind.Seats,
        GameErrorCode.InvalidToken => RefusalKind.Token,
        _ => null,
    };

    /// <summary>The limit's name, or the route's: never a path that a caller chose, so that there are few of them.</summary>
    private static string PolicyOf(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        return endpoint?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName ?? (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? Unmatched;
    }
}
