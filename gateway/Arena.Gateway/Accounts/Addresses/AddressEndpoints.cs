using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;

namespace Arena.Gateway.Accounts.Addresses;

/// <summary>The routes of an account's address, and of who forgot the password.</summary>
internal static class AddressEndpoints
{
    public static void MapAddresses(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/account/password/forgotten", ForgottenPasswords.AskAsync)
            .WithTags("Account")
            .AllowAnonymous()
            .RequireRateLimiting(AuthoringRate.Policy)
            .WithMetadata(new ChargedTo(RateBucket.SignIn))
            .TakesPasswords()
            .WithName("forgotPassword")
            .WithSummary("Has a link for a new password sent to an address, if an account has it")
            .WithDescription("The reply is the same for every address. `notNow` where the operator has not set mail up.")
            .Produces(StatusCodes.Status202Accepted)
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        var group = routes.MapGroup("/api/account/mail").WithTags("Account").RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        group.MapGet("", AddressChanges.GetAsync)
            .RequireAuthorization(Access.Account)
            .WithName("getMail")
            .WithSummary("The account's address, masked, and what it is sent")
            .Produces<MailReply>();

        group.MapPut("/address", AddressChanges.AskAsync)
            .RequireAuthorization(Access.Account)
            .TakesPasswords()
            .WithName("changeAddress")
            .WithSummary("Has a link sent to an address that confirms it: the account has the address once the link is used")
            .WithDescription("The reply is the same for an address that another account has.")
            .Produces(StatusCodes.Status202Accepted)
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        group.MapPost("/address/confirmation", AddressChanges.ConfirmAsync)
            .AllowAnonymous()
            .TakesPasswords()
            .WithName("confirmAddress")
            .WithSummary("Gives the account the address that the link was sent to")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        group.MapPost("/address/removal", AddressChanges.RemoveAsync)
            .RequireAuthorization(Access.Account)
            .TakesPasswords()
            .WithName("removeAddress")
            .WithSummary("Removes the account's address: it is sent nothing more")
            .Produces<MailReply>()
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        group.MapPut("/wishes", AddressChanges.WishAsync)
            .RequireAuthorization(Access.Account)
            .WithName("changeMailWishes")
            .WithSummary("Changes what the account is sent, and in which language")
            .Produces<MailReply>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict);
    }
}
