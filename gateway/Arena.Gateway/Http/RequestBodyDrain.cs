using Microsoft.AspNetCore.Http.Features;

namespace Arena.Gateway.Http;

/// <summary>
/// Lets a caller read why a request was refused whose body is longer than its route reads. After a response Kestrel reads the rest of the
/// body, for up to five seconds, but not of a body that is longer than its limit: it closes the connection, and a client that still sends sees
/// a reset in place of the response.
/// </summary>
internal static class RequestBodyDrain
{
    /// <summary>Goes before everything that may refuse.</summary>
    public static IApplicationBuilder UseRequestBodyDrain(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        // Nothing reads the body from here on but Kestrel, which discards it.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit && context.Request.ContentLength > limit.MaxRequestBodySize)
            limit.MaxRequestBodySize = null;
    });
}
