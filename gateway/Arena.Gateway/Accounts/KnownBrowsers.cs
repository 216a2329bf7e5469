using System.Security.Cryptography;
using Arena.Gateway.Accounts.SignedIn;
using Microsoft.AspNetCore.DataProtection;

namespace Arena.Gateway.Accounts;

/// <summary>
/// A cookie that a browser keeps once it was signed in, after signing out as well: it says which account, proves nothing else, and lets its
/// owner in while strangers guess (OWASP: Slow Down Online Guessing Attacks with Device Cookies).
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider provider)
{
    private const string Cookie = "__Secure-arena-browser";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly ITimeLimitedDataProtector _cookies = provider.CreateProtector("arena.browser.1").ToTimeLimitedDataProtector();

    /// <returns>The browser's own name, if it was signed in to the account before.</returns>
    public string? Find(HttpRequest request, Guid? user)
    {
        if (user is null || request.Cookies[Cookie] is not { } cookie)
            return null;
        try
        {
            return _cookies.Unprotect(cookie).Split('/') is [var account, var browser] && account == user.Value.ToString("N") ? browser : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpResponse response, Guid user) => response.Cookies.Append(
        Cookie, _cookies.Protect($"{user:N}/{Guid.NewGuid():N}", Lifetime), SignInCookie.Options("/api/account", Lifetime));
}
