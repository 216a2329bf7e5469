using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Passwords;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Accounts.SecondFactor;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>Signing in and out, and the browsers that are signed in.</summary>
internal static class SignInEndpoints
{
    public const string Route = "/api/account/sessions";

    private const string Current = "current";

    public static void MapSignIns(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Route).WithTags("Account").RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status429TooManyRequests);

        group.MapPost("", SignInAsync)
            .WithMetadata(new ChargedTo(RateBucket.SignIn))
            .AllowAnonymous()
            .TakesPasswords()
            .WithName("signIn")
            .WithSummary("Signs this browser in")
            .WithDescription("Sets the refresh token as a cookie. A wrong name and a wrong password answer alike: `signInFailed`. "
                + "`secondFactorRequired` asks for the same again with a `code`.")
            .Produces<AccessReply>(StatusCodes.Status201Created)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized);

        group.MapPost("/refresh", RefreshAsync)
            .WithMetadata(new ChargedTo(RateBucket.SignIn))
            .AllowAnonymous()
            .WithName("refreshSignIn")
            .WithSummary("A new access token for the browser of the cookie")
            .WithDescription("Replaces the cookie too: each refresh token is good once. The same browser may repeat a request within seconds; "
                + "a token that comes back later signs the browser out.")
            .Produces<AccessReply>()
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized);

        group.MapGet("", ListAsync)
            .RequireAuthorization(Access.Account)
            .WithName("listSignIns")
            .WithSummary("The browsers that are signed in to the account, the last used first")
            .Produces<IEnumerable<AuthSession>>()
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);

        group.MapDelete("", EndOthersAsync)
            .RequireAuthorization(Access.Account)
            .WithName("endOtherSignIns")
            .WithSummary("Signs all other browsers out")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);

        group.MapDelete("/{id}", EndAsync)
            .RequireAuthorization(Access.Account)
            .WithName("endSignIn")
            .WithSummary("Signs a browser out: its tokens are good no more and its hosting connections are closed. `current` is this one.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);
    }

    /// <summary>Signs the browser of this request in.</summary>
    public static async Task<AccessReply> OpenAsync(HttpContext http, UserRow user, CancellationToken cancel)
    {
        var services = http.RequestServices;
        var browsers = services.GetRequiredService<KnownBrowsers>();
        var notice = user.IgnoresNewBrowsers || browsers.Find(http.Request, user.Id) is not null
            ? null
            : services.GetRequiredService<MailOutbox>().To(user, MailKind.NewBrowser, BrowserFamily.Of(http.Request.Headers.UserAgent.ToString()));
        var signIn = await services.GetRequiredService<AuthSessions>().OpenAsync(user.Id, http, notice, cancel);
        Keep(http, signIn);
        browsers.Remember(http.Response, user.Id);
        return services.GetRequiredService<SignInTokens>().Access(user.Id, signIn.Id);
    }

    /// <summary>Signs in a user whose first factor is proved, if the account has no second one or its code is right.</summary>
    public static async Task<(AccessReply? Reply, IResult? Refused)> AdmitAsync(HttpContext http, UserRow user, string? code, CancellationToken cancel)
    {
        var services = http.RequestServices;
        var (second, log) = (services.GetRequiredService<SecondFactorCheck>(), services.GetRequiredService<SecurityLog>());
        if (await second.RefuseAsync(services.GetRequiredService<AccountManager>(), user, code) is { } unproved)
        {
            if (unproved != AccountErrorCode.SecondFactorRequired.AsProblem())
                await log.WriteAsync(SecurityEvent.SecondFactorFailed, user.Id, http.Connection.RemoteIpAddress);
            return (null, Problems.Of(unproved));
        }
        var reply = await OpenAsync(http, user, cancel);
        await log.WriteAsync(SecurityEvent.SignedIn, user.Id, http.Connection.RemoteIpAddress);
        return (reply, null);
    }

    private static async Task<IResult> SignInAsync(
        Credentials credentials, HttpContext http, AccountManager accounts, KnownBrowsers browsers, SecurityLog log, CancellationToken cancel)
    {
        if (credentials is not { Name: { } typed, Password: { Length: <= PasswordRule.MaxLength } password, Code: null or { Length: <= PasswordRequests.MaxCodeLength } })
            return Problems.Of(GameErrorCode.InvalidMessage);
        var user = AccountNames.Clean(typed) is { } name ? await accounts.FindByNameAsync(name) : null;
        var known = browsers.Find(http.Request, user?.Id);
        if (PasswordRequests.Refuse(http, known) is { } refused)
            return refused;
        accounts.IsKnownBrowser = known is not null;
        if (!await accounts.IsPasswordAsync(user, password))
        {
            // Written for unknown names as well, so that both take equally long.
            await log.WriteAsync(SecurityEvent.SignInFailed, user?.Id, http.Connection.RemoteIpAddress);
            return Problems.Of(AccountErrorCode.SignInFailed.AsProblem());
        }
        var (reply, unproved) = await AdmitAsync(http, user!, credentials.Code, cancel);
        return reply is null ? unproved! : TypedResults.Created((string?)null, reply);
    }

    private static async Task<Results<Ok<AccessReply>, ProblemHttpResult>> RefreshAsync(
        HttpContext http, AuthSessions signIns, SignInTokens tokens, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await signIns.RefreshAsync(SignInCookie.Read(http.Request), http, cancel) is not { } signIn)
        {
            SignInCookie.Remove(http.Response);
            return Problems.Of(GameErrorCode.InvalidToken);
        }
        Keep(http, signIn);
        return TypedResults.Ok(tokens.Access(signIn.User, signIn.Id));
    }

    private static async Task<Ok<List<AuthSession>>> ListAsync(ClaimsPrincipal caller, AuthSessions signIns, CancellationToken cancel) =>
        TypedResults.Ok(await signIns.ListAsync(caller.Id(), caller.SignIn(), cancel));

    private static async Task<NoContent> EndOthersAsync(
        HttpContext http, ClaimsPrincipal caller, AuthSessions signIns, SecurityLog log, CancellationToken cancel)
    {
        await signIns.RevokeOthersAsync(caller.Id(), caller.SignIn(), cancel);
        await log.WriteAsync(SecurityEvent.SessionRevoked, caller.Id(), http.Connection.RemoteIpAddress);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(
        string id, HttpContext http, ClaimsPrincipal caller, AuthSessions signIns, SecurityLog log, CancellationToken cancel)
    {
        var own = caller.SignIn()!.Value;
        var target = id == Current ? own : Guid.TryParse(id, out var parsed) ? parsed : Guid.Empty;
        if (!await signIns.RevokeAsync(caller.Id(), target, cancel))
            return Problems.Of(GameErrorCode.UnknownSession);
        if (target == own)
            SignInCookie.Remove(http.Response);
        await log.WriteAsync(target == own ? SecurityEvent.SignedOut : SecurityEvent.SessionRevoked, caller.Id(), http.Connection.RemoteIpAddress);
        return TypedResults.NoContent();
    }

    private static void Keep(HttpContext http, SignIn signIn) => SignInCookie.Set(
        http.Response, signIn.RefreshToken, signIn.ExpiresAt - http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}
