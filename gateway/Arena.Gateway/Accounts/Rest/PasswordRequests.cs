using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Passwords;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Proxies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.Rest;

/// <summary>What every route that takes a password does before anything else, and how it says that too many wait.</summary>
internal static class PasswordRequests
{
    public const int MaxCodeLength = 40;

    private const int MaxBytes = 4 * 1024;

    public static RouteHandlerBuilder TakesPasswords(this RouteHandlerBuilder route, int maxBytes = MaxBytes) => route
        .WithMetadata(new RequestSizeLimitAttribute(maxBytes))
        .AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (http.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.RequireHttps && !IsPrivate(http))
                return Problems.Of(AccountErrorCode.HttpsRequired.AsProblem());
            // Tokens and data of an account: no cache on the way may keep them.
            http.Response.Headers.CacheControl = "no-store";
            try
            {
                return await next(context);
            }
            catch (PasswordQueueFullException)
            {
                return Problems.Of(GameErrorCode.Overloaded);
            }
        })
        .ProducesArenaProblem(
            StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status413PayloadTooLarge,
            StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Counts an attempt to guess.</summary>
    /// <returns>Why not now, or null.</returns>
    public static IResult? Refuse(HttpContext http, string? knownBrowser)
    {
        return http.RequestServices.GetRequiredService<SignInRate>().Wait(http, knownBrowser) is { } wait ? Problems.TooFast(http, wait) : null;
    }

    private static bool IsPrivate(HttpContext http) =>
        http.Request.IsHttps || ForwardedRequest.IsLocal(http)
        || PublicOrigin.IsHttpsPage(http.Request, http.RequestServices.GetRequiredService<IOptions<GatewayOptions>>().Value);
}
