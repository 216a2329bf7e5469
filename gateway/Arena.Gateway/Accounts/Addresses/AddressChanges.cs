using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Mail;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.Addresses;

/// <summary>An address is the account's once its link was used. A change wants the same proof as a change of the password.</summary>
internal static class AddressChanges
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static async Task<IResult> GetAsync(ClaimsPrincipal caller, AccountManager accounts, MailOutbox outbox) =>
        TypedResults.Ok(Reply((await accounts.FindByIdAsync(caller.Id().ToString()))!, outbox));

    public static async Task<IResult> AskAsync(
        AddressChange change, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, OwnerProof owners, MailOutbox outbox,
        IDbContextFactory<ArenaDbContext> contexts, IOptions<MailOptions> options, TimeProvider clock, CancellationToken cancel)
    {
        if (!outbox.IsOn)
            return Problems.Of(GameErrorCode.NotNow);
        if (MailAddresses.Clean(change?.Address) is not { } address)
            return Problems.Of(AccountErrorCode.AddressInvalid.AsProblem());
        if (!MailLanguages.IsOne(change!.Language))
            return Problems.Of(GameErrorCode.InvalidMessage, detail: MailLanguages.Detail);
        var (user, refused) = await owners.ProveAsync(new(change.Password), http, caller);
        if (user is null)
            return refused!;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow() - Day;
        if (await context.Mails.CountAsync(row => row.UserId == user.Id && row.Kind == MailKind.AddressConfirmation && row.CreatedAt > since, cancel)
            >= options.Value.ConfirmationsPerDay)
        {
            return Problems.TooFast(http, Day);
        }
        var link = new AddressLink(user.Id, address, change.Language!, await accounts.GenerateChangeEmailTokenAsync(user, address));
        context.Mails.Add(outbox.To(user, address, change.Language!, MailKind.AddressConfirmation, link.ToString()));
        await context.SaveChangesAsync(cancel);
        return TypedResults.Accepted((string?)null);
    }

    public static async Task<IResult> ConfirmAsync(
        AddressConfirmation confirmation, HttpContext http, AccountManager accounts, PendingMail mails, MailOutbox outbox, SecurityLog log)
    {
        if (confirmation is not { Link.Length: <= AddressLink.MaxLength })
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (PasswordRequests.Refuse(http, knownBrowser: null) is { } refused)
            return refused;
        if (AddressLink.Read(confirmation.Link) is not { } link || !MailLanguages.IsOne(link.Language)
            || await accounts.FindByIdAsync(link.User.ToString()) is not { } user)
        {
            return Problems.Of(AccountErrorCode.LinkInvalid.AsProblem());
        }
        if (await accounts.FindByEmailAsync(link.Address) is { } other && other.Id != user.Id)
            return Problems.Of(AccountErrorCode.AddressTaken.AsProblem());
        mails.Add(outbox.To(user, MailKind.AddressChanged));
        user.MailLanguage = link.Language;
        var changed = await accounts.ChangeEmailAsync(user, link.Address, link.Token);
        if (!changed.Succeeded)
        {
            return changed.Errors.First().Code == nameof(Microsoft.AspNetCore.Identity.IdentityErrorDescriber.DuplicateUserName)
                ? Problems.Of(AccountErrorCode.AddressTaken.AsProblem())
                : RegistrationService.Refused(changed);
        }
        await log.WriteAsync(SecurityEvent.AddressChanged, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.NoContent();
    }

    public static async Task<IResult> RemoveAsync(
        PasswordProof proof, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, OwnerProof owners, PendingMail mails, MailOutbox outbox,
        SecurityLog log)
    {
        var (user, refused) = await owners.ProveAsync(proof, http, caller);
        if (user is null)
            return refused!;
        if (user.Email is null)
            return Problems.Of(GameErrorCode.NotNow);
        mails.Add(outbox.To(user, MailKind.AddressChanged));
        (user.Email, user.MailLanguage, user.WantsReportMail) = (null, null, false);
        var removed = await accounts.UpdateAsync(user);
        if (!removed.Succeeded)
            return RegistrationService.Refused(removed);
        await log.WriteAsync(SecurityEvent.AddressChanged, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Ok(Reply(user, outbox));
    }

    public static async Task<IResult> WishAsync(MailWishes wishes, ClaimsPrincipal caller, AccountManager accounts, MailOutbox outbox)
    {
        if (!MailLanguages.IsOne(wishes?.Language))
            return Problems.Of(GameErrorCode.InvalidMessage, detail: MailLanguages.Detail);
        if (await accounts.FindByIdAsync(caller.Id().ToString()) is not { } user)
            return Problems.Of(GameErrorCode.InvalidToken);
        if (user.Email is null)
            return Problems.Of(GameErrorCode.NotNow);
        (user.WantsReportMail, user.IgnoresNewBrowsers, user.MailLanguage) = (wishes!.Reports, !wishes.NewBrowsers, wishes.Language);
        var changed = await accounts.UpdateAsync(user);
        return changed.Succeeded ? TypedResults.Ok(Reply(user, outbox)) : RegistrationService.Refused(changed);
    }

    private static MailReply Reply(UserRow user, MailOutbox outbox) => new(
        outbox.IsOn, user.Email is { } address ? MailAddresses.Mask(address) : null, user.WantsReportMail, !user.IgnoresNewBrowsers);
}
