using System.Security.Cryptography;
using System.Text.Json;
using Arena.Gateway.Accounts.SignedIn;
using Microsoft.AspNetCore.DataProtection;

namespace Arena.Gateway.Accounts.Twitch;

/// <summary>
/// Between Twitch's answer and the request of Arena's own page that makes something of it (which may still have to ask for a second factor),
/// the answer is in a cookie of the browser that asked: encrypted, good for minutes, in no address.
/// </summary>
internal sealed class TwitchTickets(IDataProtectionProvider provider)
{
    private const string Cookie = "__Secure-arena-twitch";
    private const string Path = "/api/account";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _tickets = provider.CreateProtector("arena.twitch.1").ToTimeLimitedDataProtector();

    public void Give(HttpResponse response, TwitchTicket ticket) =>
        response.Cookies.Append(Cookie, _tickets.Protect(JsonSerializer.Serialize(ticket), Lifetime), SignInCookie.Options(Path, Lifetime));

    public TwitchTicket? Read(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 } cookie)
            return null;
        try
        {
            return JsonSerializer.Deserialize<TwitchTicket>(_tickets.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Remove(HttpResponse response) => response.Cookies.Delete(Cookie, SignInCookie.Options(Path, lifetime: null));
}
