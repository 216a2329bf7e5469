using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Arena.Gateway.Authority;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>
/// The tokens of a signed-in browser, and of an author without an account. The access token is the framework's bearer token. A refresh token
/// holds a secret, of which the database has a hash alone; the next secret is made of it and of a salt that is drawn at each use: a client that
/// repeats a request gets the token of the first reply, and the next one cannot be computed beforehand.
/// </summary>
internal sealed class SignInTokens(
    IDataProtectionProvider provider, IOptionsMonitor<BearerTokenOptions> bearer, IOptions<AccountOptions> options, TimeProvider clock)
{
    private const int SecretBytes = 32;

    private static readonly TimeSpan AuthorAccessLifetime = TimeSpan.FromDays(30);

    private readonly IDataProtector _refresh = provider.CreateProtector("arena.refresh.1");
    private readonly IDataProtector _authors = provider.CreateProtector("arena.author.refresh.1");

    public AccessReply Access(Guid user, Guid signIn)
    {
        var lifetime = TimeSpan.FromMinutes(options.Value.AccessMinutes);
        return new(Access(user, new(Caller.SignInClaim, signIn.ToString()), lifetime), (long)lifetime.TotalSeconds);
    }

    /// <summary>Both tokens of an author without an account.</summary>
    public AccessTokenResponse OfAuthor(Guid author, Guid session, byte[] secret) => new()
    {
        AccessToken = Access(author, new(Caller.AuthorSessionClaim, session.ToString()), AuthorAccessLifetime),
        ExpiresIn = (long)AuthorAccessLifetime.TotalSeconds,
        RefreshToken = _authors.Protect(Refreshing(session, secret)),
    };

    public string Refresh(Guid signIn, byte[] secret) => _refresh.Protect(Refreshing(signIn, secret));

    /// <returns>What a refresh token of ours holds, or null for anything else.</returns>
    public (Guid SignIn, byte[] Secret)? Read(string? token) => Read(_refresh, token);

    /// <returns>What an author's refresh token holds, or null for anything else.</returns>
    public (Guid Session, byte[] Secret)? ReadAuthor(string? token) => Read(_authors, token);

    private string Access(Guid user, Claim session, TimeSpan lifetime)
    {
        var identity = new ClaimsIdentity([new(Caller.IdClaim, user.ToString()), session], Author.Scheme);
        var ticket = new AuthenticationTicket(new(identity), new() { ExpiresUtc = clock.GetUtcNow() + lifetime }, $"{Author.Scheme}:AccessToken");
        return bearer.Get(Author.Scheme).BearerTokenProtector.Protect(ticket);
    }

    private static string Refreshing(Guid session, byte[] secret) => $"{session:N}/{Base64Url.EncodeToString(secret)}";

    private static (Guid Session, byte[] Secret)? Read(IDataProtector protector, string? token)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        try
        {
            return protector.Unprotect(token).Split('/') is [var session, var secret]
                ? (Guid.ParseExact(session, "N"), Base64Url.DecodeFromChars(secret))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static byte[] DrawSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static string DrawSalt() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static byte[] Next(byte[] secret, string salt) => HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(salt));

    public static string Hash(byte[] secret) => Base64Url.EncodeToString(SHA256.HashData(secret));
}
