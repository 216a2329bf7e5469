using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Security;
using Arena.Storage.Model;

namespace Arena.Gateway.Accounts.SecondFactor;

/// <summary>An authenticator app (TOTP, RFC 6238) as a second factor beside the password.</summary>
internal static class SecondFactorEndpoints
{
    private const int Codes = 10;

    public static void MapSecondFactor(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/account/second-factor").WithTags("Account")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);

        group.MapPost("/setup", SetUpAsync)
            .TakesPasswords()
            .WithName("setUpSecondFactor")
            .WithSummary("A new key for an authenticator app, which counts for nothing until one of its codes was confirmed")
            .Produces<SecondFactorSetup>();

        group.MapPost("", ConfirmAsync)
            .TakesPasswords()
            .WithName("confirmSecondFactor")
            .WithSummary("From now on the password alone signs nobody in")
            .WithDescription("Answers with recovery codes, which are shown this once. All other browsers are signed out.")
            .Produces<RecoveryCodes>();

        group.MapPost("/removal", RemoveAsync)
            .TakesPasswords()
            .WithName("removeSecondFactor")
            .WithSummary("Back to the password alone")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> SetUpAsync(
        PasswordProof proof, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, OwnerProof owners)
    {
        var (user, refused) = await owners.ProveAsync(proof, http, caller);
        if (user is null)
            return refused!;
        if (user.HasSecondFactor)
            return Problems.Of(GameErrorCode.NotNow);
        await accounts.ResetAuthenticatorKeyAsync(user);
        var key = (await accounts.GetAuthenticatorKeyAsync(user))!;
        return TypedResults.Ok(new SecondFactorSetup(
            key, $"otpauth://totp/Arena:{Uri.EscapeDataString(user.Username)}?secret={key}&issuer=Arena&digits=6&period=30"));
    }

    private static async Task<IResult> ConfirmAsync(
        SecondFactorCode confirmation, HttpContext http, ClaimsPrincipal caller, AccountManager accounts,
        SecondFactorCheck factor, SignedIn.AuthSessions signIns, SecurityLog log, CancellationToken cancel)
    {
        if (confirmation is not { Code: { Length: <= PasswordRequests.MaxCodeLength } code })
            return Problems.Of(GameErrorCode.InvalidMessage);
        var user = (await accounts.FindByIdAsync(caller.Id().ToString()))!;
        if (user.HasSecondFactor || user.AuthenticatorKey is null)
            return Problems.Of(GameErrorCode.NotNow);
        if (!await factor.IsAppCodeAsync(accounts, user, code))
            return Problems.Of(AccountErrorCode.CodeInvalid.AsProblem(), StatusCodes.Status403Forbidden);
        await accounts.SetTwoFactorEnabledAsync(user, enabled: true);
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes);
        await signIns.RevokeOthersAsync(user.Id, caller.SignIn(), cancel);
        await log.WriteAsync(SecurityEvent.SecondFactorAdded, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Ok(new RecoveryCodes([.. codes!]));
    }

    private static async Task<IResult> RemoveAsync(
        PasswordProof proof, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, OwnerProof owners, SecurityLog log)
    {
        var (user, refused) = await owners.ProveAsync(proof, http, caller);
        if (user is null)
            return refused!;
        if (!user.HasSecondFactor)
            return Problems.Of(GameErrorCode.NotNow);
        (user.HasSecondFactor, user.AuthenticatorKey, user.UsedCode, user.RecoveryCodes) = (false, null, null, null);
        if (!(await accounts.UpdateAsync(user)).Succeeded)
            return Problems.Of(GameErrorCode.NotNow);
        await log.WriteAsync(SecurityEvent.SecondFactorRemoved, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.NoContent();
    }
}
