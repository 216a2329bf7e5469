using System.Security.Claims;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Identity;

namespace Arena.Gateway.Accounts.Twitch;

/// <summary>The accounts of people who sign in by Twitch: the one that is linked, or a new one, never one that is merely similar.</summary>
internal sealed class TwitchAccounts(AccountManager accounts, TimeProvider clock)
{
    private const int Tries = 10;

    /// <returns>The account, and whether it was made just now.</returns>
    public async Task<(UserRow User, bool IsNew)> FindOrMakeAsync(TwitchTicket ticket, ClaimsPrincipal caller)
    {
        for (var tried = 0; ; tried++)
        {
            if (await FindAsync(ticket) is { } known)
                return (known, false);
            var author = await RegistrationService.AnonymousAuthorAsync(caller, accounts);
            var user = author ?? new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Username = "", CreatedAt = clock.GetUtcNow() };
            user.Username = TwitchNames.For(ticket.Name, isTaken: tried > 0);
            user.TwitchId = ticket.Subject;
            // Of two who come at once with one subject, or want one name, the later one looks again.
            var made = await accounts.RegisterAsync(user, isNew: author is null, password: null);
            if (made.Succeeded)
                return (user, true);
            if (tried == Tries)
                throw new InvalidOperationException($"No name could be found for an account: {made}");
        }
    }

    public Task<UserRow?> FindAsync(TwitchTicket ticket) => accounts.FindByLoginAsync(TwitchRegistration.Scheme, ticket.Subject);

    /// <returns>Why not.</returns>
    public Task<IdentityResult> LinkAsync(UserRow user, TwitchTicket ticket) =>
        accounts.AddLoginAsync(user, new(TwitchRegistration.Scheme, ticket.Subject, null));

    public Task<IdentityResult> UnlinkAsync(UserRow user) => accounts.RemoveLoginAsync(user, TwitchRegistration.Scheme, user.TwitchId!);
}
