using Arena.Gateway.Accounts.Addresses;
using Arena.Gateway.Accounts.ApiKeys;
using Arena.Gateway.Accounts.MyResults;
using Arena.Gateway.Accounts.Passkeys;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Accounts.SecondFactor;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Accounts.Twitch;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;

namespace Arena.Gateway.Accounts;

/// <summary>The routes of an account, and what the API's description says of them.</summary>
internal static class AccountEndpoints
{
    private const string Route = "/api/account";

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Route).WithTags("Account").RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status429TooManyRequests);

        group.MapPost("", RegistrationService.RegisterAsync)
            .WithMetadata(new ChargedTo(RateBucket.SignIn))
            .AllowAnonymous()
            .TakesPasswords()
            .WithName("register")
            .WithSummary("A new account, signed in on this browser")
            .WithDescription("With the token of an anonymous author, that author becomes the account and keeps the quizzes; the token ends.")
            .Produces<AccessReply>(StatusCodes.Status201Created)
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        group.MapGet("", AccountData.GetAsync)
            .RequireAuthorization(Access.Account)
            .WithName("getAccount")
            .WithSummary("The caller's account")
            .Produces<AccountReply>()
            .ProducesCallerRefusals();

        group.MapPut("/name", AccountChanges.RenameAsync)
            .RequireAuthorization(Access.Account)
            .WithName("renameAccount")
            .WithSummary("Changes the account's name")
            .Produces<AccountReply>()
            .ProducesCallerRefusals()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict);

        group.MapPut("/face", AccountChanges.PickFaceAsync)
            .RequireAuthorization(Access.Account)
            .WithName("pickFace")
            .WithSummary("Changes the face beside the account's name")
            .Produces<AccountReply>()
            .ProducesCallerRefusals()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict);

        group.MapPut("/password", AccountChanges.ChangePasswordAsync)
            .RequireAuthorization(Access.Account)
            .TakesPasswords()
            .WithName("changePassword")
            .WithSummary("Changes the password, signs all other browsers out and ends all API keys")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesCallerRefusals();

        group.MapPost("/password/reset", PasswordReset.ResetAsync)
            .AllowAnonymous()
            .TakesPasswords()
            .WithName("resetPassword")
            .WithSummary("Sets a new password by a link from a mail or an operator, signs all browsers out and ends all API keys")
            .WithDescription("The link is good once, and for an hour. A second factor stays.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status409Conflict);

        group.MapPost("/access/removal", AccessEnding.EndAsync)
            .RequireAuthorization(Access.Account)
            .TakesPasswords()
            .WithName("endAccess")
            .WithSummary("Ends all that opens the account but this browser, in one step")
            .WithDescription("All other browsers are signed out, API keys and the operator's open link for a new password end, with the hosting "
                + "connections that came by them. Passkeys, which are of devices of the owner, stay and are listed.")
            .Produces<EndedAccess>()
            .ProducesCallerRefusals()
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        group.MapPost("/deletion", AccountChanges.DeleteAsync)
            .RequireAuthorization(Access.Account)
            .TakesPasswords()
            .WithName("deleteAccount")
            .WithSummary("Deletes the account with its quizzes, at once and for good")
            .WithDescription("Games that were hosted or played stay, without a host and with a nameless guest in its place, until they are deleted by their age.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesCallerRefusals()
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        routes.MapAddresses();
        routes.MapSignIns();
        routes.MapSecondFactor();
        routes.MapPasskeys();
        routes.MapTwitch();
        routes.MapApiKeys();
        routes.MapMyResults();
    }

    private static RouteHandlerBuilder ProducesCallerRefusals(this RouteHandlerBuilder route) =>
        route.ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);
}
