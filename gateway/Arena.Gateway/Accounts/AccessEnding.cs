using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Passkeys;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Security;
using Arena.Storage.Model;

namespace Arena.Gateway.Accounts;

/// <summary>
/// One step for an owner who fears an intruder: it ends all that opens the account but the browser that asks and the passkeys, which are named
/// in the reply, so that the owner sees one that is a stranger's.
/// </summary>
internal static class AccessEnding
{
    public static async Task<IResult> EndAsync(
        PasswordProof proof, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, OwnerProof owners, AuthSessions signIns,
        SecurityLog log, TimeProvider clock, CancellationToken cancel)
    {
        var (user, refused) = await owners.ProveAsync(proof, http, caller);
        if (user is null)
            return refused!;
        var hadLink = user.ResetTokenHash is not null && user.ResetExpiresAt > clock.GetUtcNow();
        (user.ResetTokenHash, user.ResetExpiresAt) = (null, null);
        if (!(await accounts.UpdateAsync(user)).Succeeded)
            return Problems.Of(GameErrorCode.NotNow);
        var (browsers, keys) = await signIns.RevokeOthersAsync(user.Id, caller.SignIn(), cancel);
        await log.WriteAsync(SecurityEvent.AccessEnded, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Ok(new EndedAccess(browsers, keys, hadLink ? 1 : 0, [.. (await accounts.GetPasskeysAsync(user)).Select(PasskeyEndpoints.Reply)]));
    }
}
