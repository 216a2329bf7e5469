using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Passwords;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Gateway.Security;
using Arena.Storage.Model;

namespace Arena.Gateway.Accounts;

/// <summary>A new password by the link that came by mail, or that an operator gave: it ends the link and all that was signed in. A second factor stays.</summary>
internal static class PasswordReset
{
    private const int MaxTokenLength = 100;

    public static async Task<IResult> ResetAsync(
        ResetRequest reset, HttpContext http, AccountManager accounts, AuthSessions signIns, SecurityLog log, PendingMail mails,
        MailOutbox outbox, CancellationToken cancel)
    {
        if (reset is not { Token: { Length: <= MaxTokenLength } token, NewPassword: { } password })
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (PasswordRequests.Refuse(http, knownBrowser: null) is { } refused)
            return refused;
        var user = ResetToken.Read(token) is { } read ? await accounts.FindByIdAsync(read.User.ToString()) : null;
        if (user is null || !await accounts.VerifyUserTokenAsync(user, ResetTokenProvider.Name, AccountManager.ResetPasswordTokenPurpose, token))
        {
            await log.WriteAsync(SecurityEvent.ResetFailed, user?.Id, http.Connection.RemoteIpAddress);
            return Problems.Of(AccountErrorCode.LinkInvalid.AsProblem());
        }
        mails.Add(outbox.To(user, MailKind.PasswordChanged));
        var changed = await accounts.ResetPasswordAsync(user, token, password);
        if (!changed.Succeeded)
            return RegistrationService.Refused(changed);
        await signIns.RevokeOthersAsync(user.Id, spared: null, cancel);
        await log.WriteAsync(SecurityEvent.PasswordReset, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.NoContent();
    }
}
