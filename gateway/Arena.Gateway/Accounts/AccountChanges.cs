using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Arena.Storage.Profiles;

namespace Arena.Gateway.Accounts;

/// <summary>What the owner may change. Password and deletion want proof that it is the owner, however the caller is signed in.</summary>
internal static class AccountChanges
{
    public static async Task<IResult> RenameAsync(
        NameChange change, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, SecurityLog log)
    {
        if (AccountNames.Clean(change?.Name) is not { } name)
            return Problems.Of(AccountErrorCode.NameInvalid.AsProblem());
        if (!AccountNames.IsDistinct(name))
            return Problems.Of(AccountErrorCode.NameTaken.AsProblem());
        if (await accounts.FindByIdAsync(caller.Id().ToString()) is not { } user)
            return Problems.Of(GameErrorCode.InvalidToken);
        var renamed = await accounts.SetUserNameAsync(user, name);
        if (!renamed.Succeeded)
            return RegistrationService.Refused(renamed);
        await log.WriteAsync(SecurityEvent.ProfileChanged, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Ok(AccountData.Reply(user));
    }

    public static async Task<IResult> PickFaceAsync(
        FaceChange change, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, ProfileReader profiles, SecurityLog log,
        CancellationToken cancel)
    {
        if (change is null)
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (change.Face is < 0 or >= GameLimits.Faces)
            return Problems.Of(GameErrorCode.OutOfRange, limit: GameLimits.Faces - 1);
        if (change.Face is { } face && FaceFrames.Of(face) > 0 && FaceFrames.Of(face) > FaceFrames.BestOf((await profiles.ReadAsync(caller.Id(), cancel)).Level))
            return Problems.Of(AccountErrorCode.FrameLocked.AsProblem());
        if (await accounts.FindByIdAsync(caller.Id().ToString()) is not { } user)
            return Problems.Of(GameErrorCode.InvalidToken);
        user.Face = change.Face;
        var picked = await accounts.UpdateAsync(user);
        if (!picked.Succeeded)
            return RegistrationService.Refused(picked);
        await log.WriteAsync(SecurityEvent.ProfileChanged, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Ok(AccountData.Reply(user));
    }

    public static async Task<IResult> ChangePasswordAsync(
        PasswordChange change, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, OwnerProof owners, AuthSessions signIns,
        SecurityLog log, PendingMail mails, MailOutbox outbox, CancellationToken cancel)
    {
        if (change is not { NewPassword: { } next })
            return Problems.Of(GameErrorCode.InvalidMessage);
        var (user, refused) = await owners.ProveAsync(new(change.Password), http, caller);
        if (user is null)
            return refused!;
        mails.Add(outbox.To(user, MailKind.PasswordChanged));
        var changed = user.PasswordHash is null
            ? await accounts.AddPasswordAsync(user, next)
            : await accounts.ChangePasswordAsync(user, change.Password!, next);
        if (!changed.Succeeded)
            return RegistrationService.Refused(changed);
        await signIns.RevokeOthersAsync(user.Id, caller.SignIn(), cancel);
        await log.WriteAsync(SecurityEvent.PasswordChanged, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.NoContent();
    }

    public static async Task<IResult> DeleteAsync(
        PasswordProof proof, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, OwnerProof owners, AuthSessions signIns,
        SecurityLog log, CancellationToken cancel)
    {
        var (user, refused) = await owners.ProveAsync(proof, http, caller);
        if (user is null)
            return refused!;
        await signIns.RevokeOthersAsync(user.Id, spared: null, cancel);
        var deleted = await accounts.DeleteAsync(user);
        if (!deleted.Succeeded)
            return RegistrationService.Refused(deleted);
        SignInCookie.Remove(http.Response);
        await log.WriteAsync(SecurityEvent.Deleted, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.NoContent();
    }
}
