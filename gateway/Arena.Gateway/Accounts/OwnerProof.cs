using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Passwords;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Security;
using Arena.Storage.Model;

namespace Arena.Gateway.Accounts;

/// <summary>
/// Proof that the caller is the owner, and not a stranger at an unattended browser: the password, once more. Where there is
/// none, that this browser has signed in a moment ago.
/// </summary>
internal sealed class OwnerProof(AccountManager accounts, AuthSessions signIns, KnownBrowsers browsers, SecurityLog log)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(10);

    /// <returns>The account, or why not.</returns>
    public async Task<(UserRow? User, IResult? Refused)> ProveAsync(PasswordProof? proof, HttpContext http, ClaimsPrincipal caller)
    {
        var user = await accounts.FindByIdAsync(caller.Id().ToString());
        if (user is null)
            return (null, Problems.Of(GameErrorCode.InvalidToken));
        if (user.PasswordHash is null)
            return await signIns.IsYoungerAsync(caller.SignIn()!.Value, Moment, http.RequestAborted) ? (user, null) : (null, Problems.Of(AccountErrorCode.SignInAgain.AsProblem()));
        if (proof is not { Password: { } password })
            return (null, Problems.Of(GameErrorCode.InvalidMessage));
        var known = browsers.Find(http.Request, caller.Id());
        if (PasswordRequests.Refuse(http, known) is { } refused)
            return (null, refused);
        accounts.IsKnownBrowser = known is not null;
        if (password.Length <= PasswordRule.MaxLength && await accounts.IsPasswordAsync(user, password))
            return (user, null);
        await log.WriteAsync(SecurityEvent.ProofFailed, caller.Id(), http.Connection.RemoteIpAddress);
        // Not 401: the caller is signed in.
        return (null, Problems.Of(AccountErrorCode.SignInFailed.AsProblem(), StatusCodes.Status403Forbidden));
    }
}
