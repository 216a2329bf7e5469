using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Accounts.Addresses;

/// <summary>
/// A link for a new password by mail. The request is put into the outbox as it is, whether an account has the address or not: the caller learns
/// nothing, from the reply or from the time that it takes.
/// </summary>
internal static class ForgottenPasswords
{
    public static async Task<IResult> AskAsync(
        ForgottenPassword asked, HttpContext http, AccountManager accounts, MailOutbox outbox, IDbContextFactory<ArenaDbContext> contexts, CancellationToken cancel)
    {
        if (!outbox.IsOn)
            return Problems.Of(GameErrorCode.NotNow);
        if (MailAddresses.Clean(asked?.Address) is not { } address)
            return Problems.Of(AccountErrorCode.AddressInvalid.AsProblem());
        if (PasswordRequests.Refuse(http, knownBrowser: null) is { } refused)
            return refused;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        context.Mails.Add(outbox.ResetRequest(accounts.NormalizeEmail(address)!));
        await context.SaveChangesAsync(cancel);
        return TypedResults.Accepted((string?)null);
    }
}
