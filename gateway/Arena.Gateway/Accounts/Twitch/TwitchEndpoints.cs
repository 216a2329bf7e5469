using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.Twitch;

/// <summary>Signing in by Twitch, and linking it with an account that is there: each in two steps, with Twitch's own page between them.</summary>
internal static class TwitchEndpoints
{
    public static void MapTwitch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/account/sign-in-ways", Ways)
            .AllowAnonymous()
            .WithTags("Account")
            .WithName("getSignInWays")
            .WithSummary("How one signs in here")
            .Produces<SignInWays>();

        var signIn = routes.MapGroup($"{SignInEndpoints.Route}/twitch").WithTags("Account")
            .AllowAnonymous()
            .RequireRateLimiting(AuthoringRate.Policy)
            .WithMetadata(new ChargedTo(RateBucket.SignIn))
            .ProducesArenaProblem(StatusCodes.Status429TooManyRequests);

        signIn.MapPost("/start", BeginAsync)
            .TakesPasswords()
            .WithName("beginTwitchSignIn")
            .WithSummary("The page of Twitch that the browser goes to")
            .WithDescription("`notNow` where the operator has not set Twitch up.")
            .Produces<TwitchStart>()
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        signIn.MapPost("", SignInAsync)
            .TakesPasswords()
            .WithName("signInByTwitch")
            .WithSummary("Signs this browser in, once it has come back from Twitch")
            .WithDescription("Who is not known yet gets an account. With the token of an anonymous author, that author becomes it and keeps the quizzes.")
            .Produces<AccessReply>(StatusCodes.Status201Created)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized);

        var own = routes.MapGroup("/api/account/twitch").WithTags("Account")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);

        own.MapPost("/start", BeginLinkAsync)
            .TakesPasswords()
            .WithName("beginTwitchLink")
            .WithSummary("The page of Twitch that the browser goes to in order to link the account")
            .Produces<TwitchStart>();

        own.MapPost("", LinkAsync)
            .TakesPasswords()
            .WithName("linkTwitch")
            .WithSummary("Links the account, once the browser has come back from Twitch")
            .Produces<AccountReply>();

        own.MapPost("/removal", UnlinkAsync)
            .TakesPasswords()
            .WithName("unlinkTwitch")
            .WithSummary("Twitch signs nobody in to the account any more")
            .WithDescription("`lastWayIn` for an account without a password and without a passkey.")
            .Produces<AccountReply>();
    }

    private static Ok<SignInWays> Ways(IOptions<TwitchOptions> twitch, MailOutbox mails) =>
        TypedResults.Ok(new SignInWays(twitch.Value.IsOn, mails.IsOn));

    private static Task<IResult> BeginAsync(HttpContext http, IOptions<TwitchOptions> twitch) => ChallengeAsync(http, twitch.Value, account: null);

    private static async Task<IResult> BeginLinkAsync(
        PasswordProof proof, HttpContext http, ClaimsPrincipal caller, OwnerProof owners, IOptions<TwitchOptions> twitch)
    {
        var (user, refused) = await owners.ProveAsync(proof, http, caller);
        if (user is null)
            return refused!;
        return user.TwitchId is null ? await ChallengeAsync(http, twitch.Value, user.Id) : Problems.Of(GameErrorCode.NotNow);
    }

    private static async Task<IResult> SignInAsync(
        TwitchEntry entry, HttpContext http, ClaimsPrincipal caller, TwitchTickets tickets, TwitchAccounts twitch, AuthSessions signIns, SecurityLog log,
        CancellationToken cancel)
    {
        if (entry is not { Code: null or { Length: <= PasswordRequests.MaxCodeLength } })
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (tickets.Read(http.Request) is not { Account: null } ticket)
            return Problems.Of(GameErrorCode.InvalidToken);
        var (user, isNew) = await twitch.FindOrMakeAsync(ticket, caller);
        if (isNew)
        {
            await signIns.RevokeOthersAsync(user.Id, spared: null, cancel);
            await log.WriteAsync(SecurityEvent.Registered, user.Id, http.Connection.RemoteIpAddress);
        }
        var (reply, refused) = await SignInEndpoints.AdmitAsync(http, user, entry.Code, cancel);
        if (reply is null)
            return refused!;
        TwitchTickets.Remove(http.Response);
        return TypedResults.Created((string?)null, reply);
    }

    private static async Task<IResult> LinkAsync(
        HttpContext http, ClaimsPrincipal caller, AccountManager accounts, TwitchTickets tickets, TwitchAccounts twitch, SecurityLog log)
    {
        var user = (await accounts.FindByIdAsync(caller.Id().ToString()))!;
        if (tickets.Read(http.Request) is not { } ticket || ticket.Account != user.Id || user.TwitchId is not null)
            return Problems.Of(GameErrorCode.NotNow);
        TwitchTickets.Remove(http.Response);
        var linked = await twitch.LinkAsync(user, ticket);
        if (!linked.Succeeded)
            return Problems.Of(await twitch.FindAsync(ticket) is null ? GameErrorCode.NotNow : AccountErrorCode.TwitchTaken.AsProblem());
        await log.WriteAsync(SecurityEvent.TwitchLinked, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Ok(AccountData.Reply(user));
    }

    private static async Task<IResult> UnlinkAsync(
        PasswordProof proof, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, OwnerProof owners, TwitchAccounts twitch, SecurityLog log)
    {
        var (user, refused) = await owners.ProveAsync(proof, http, caller);
        if (user is null)
            return refused!;
        if (user.TwitchId is null)
            return Problems.Of(GameErrorCode.NotNow);
        if (user.PasswordHash is null && (await accounts.GetPasskeysAsync(user)).Count == 0)
            return Problems.Of(AccountErrorCode.LastWayIn.AsProblem());
        if (!(await twitch.UnlinkAsync(user)).Succeeded)
            return Problems.Of(GameErrorCode.NotNow);
        await log.WriteAsync(SecurityEvent.TwitchUnlinked, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Ok(AccountData.Reply(user));
    }

    /// <summary>The framework would redirect the browser; a page that calls by itself gets the address instead.</summary>
    private static async Task<IResult> ChallengeAsync(HttpContext http, TwitchOptions twitch, Guid? account)
    {
        if (!twitch.IsOn)
            return Problems.Of(GameErrorCode.NotNow);
        if (!await IsThereAsync(http, twitch.Authority))
            return Problems.Of(GameErrorCode.Unavailable);
        await http.ChallengeAsync(TwitchRegistration.Scheme, TwitchEvents.Purpose(account));
        var url = http.Response.Headers.Location.ToString();
        http.Response.Headers.Remove("Location");
        return TypedResults.Ok(new TwitchStart(url));
    }

    /// <summary>Whether the issuer can be reached, and says that it is the one that is meant.</summary>
    private static async Task<bool> IsThereAsync(HttpContext http, string authority)
    {
        var oidc = http.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(TwitchRegistration.Scheme);
        try
        {
            return (await oidc.ConfigurationManager!.GetConfigurationAsync(http.RequestAborted)).Issuer == authority;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
