using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Identity;

namespace Arena.Gateway.Accounts;

/// <summary>Making an account, of nothing or of an anonymous author.</summary>
internal static class RegistrationService
{
    public static async Task<IResult> RegisterAsync(
        Credentials credentials, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, AuthSessions signIns, SecurityLog log,
        TimeProvider clock, CancellationToken cancel)
    {
        if (credentials is not { Name: { } typed, Password: { } password })
            return Problems.Of(GameErrorCode.InvalidMessage);
        if (AccountNames.Clean(typed) is not { } name)
            return Problems.Of(AccountErrorCode.NameInvalid.AsProblem());
        if (!AccountNames.IsDistinct(name))
            return Problems.Of(AccountErrorCode.NameTaken.AsProblem());
        if (PasswordRequests.Refuse(http, knownBrowser: null) is { } refused)
            return refused;
        var author = await AnonymousAuthorAsync(caller, accounts);
        var user = author ?? new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Username = name, CreatedAt = clock.GetUtcNow() };
        user.Username = name;
        var registered = await accounts.RegisterAsync(user, isNew: author is null, password);
        if (!registered.Succeeded)
            return Refused(registered);
        // The author's tokens are worth nothing from here on; their row is no browser of the account.
        if (author is not null)
            await signIns.RevokeOthersAsync(user.Id, spared: null, cancel);
        var reply = await SignInEndpoints.OpenAsync(http, user, cancel);
        await log.WriteAsync(SecurityEvent.Registered, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Created("/api/account", reply);
    }

    /// <summary>Why Identity did not do it.</summary>
    public static IResult Refused(IdentityResult result) => Problems.Of(result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => AccountErrorCode.NameTaken.AsProblem(),
        nameof(IdentityErrorDescriber.InvalidUserName) => AccountErrorCode.NameInvalid.AsProblem(),
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => GameErrorCode.NotNow,
        nameof(IdentityErrorDescriber.InvalidToken) => AccountErrorCode.LinkInvalid.AsProblem(),
        nameof(IdentityErrorDescriber.PasswordMismatch) => AccountErrorCode.SignInFailed.AsProblem(),
        _ => AccountErrorCode.PasswordTooWeak.AsProblem(),
    });

    /// <summary>The author of this browser, who becomes the account.</summary>
    public static async Task<UserRow?> AnonymousAuthorAsync(ClaimsPrincipal caller, AccountManager accounts) =>
        caller.IsAnonymousAuthor() ? await accounts.FindByIdAsync(caller.Id().ToString()) : null;
}
