using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Arena.Gateway.Authority;
using Arena.Gateway.Authors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>
/// The tokens of a signed-in browser. The access token is the framework's bearer token. A refresh token holds a secret, of which the database
/// has a hash alone; the next secret is made of it and of a salt that is drawn at each use: whoever repeats a request gets the token that the
/// first reply held, and nobody can compute it beforehand.
/// </summary>
internal sealed class SignInTokens(
    IDataProtectionProvider provider, IOptionsMonitor<BearerTokenOptions> bearer, IOptions<AccountOptions> options, TimeProvider clock)
{
    private const int SecretBytes = 32;

    private readonly IDataProtector _refresh = provider.CreateProtector("arena.refresh.1");

    public AccessReply Access(Guid user, Guid signIn)
    {
        var lifetime = TimeSpan.FromMinutes(options.Value.AccessMinutes);
        var identity = new ClaimsIdentity([new(Caller.IdClaim, user.ToString()), new(Caller.SignInClaim, signIn.ToString())], Author.Scheme);
        var ticket = new AuthenticationTicket(new(identity), new() { ExpiresUtc = clock.GetUtcNow() + lifetime }, $"{Author.Scheme}:AccessToken");
        return new(bearer.Get(Author.Scheme).BearerTokenProtector.Protect(ticket), (long)lifetime.TotalSeconds);
    }

    public string Refresh(Guid signIn, byte[] secret) => _refresh.Protect($"{signIn:N}/{Base64Url.EncodeToString(secret)}");

    /// <returns>What a refresh token of ours holds, or null for anything else.</returns>
    public (Guid SignIn, byte[] Secret)? Read(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        try
        {
            return _refresh.Unprotect(token).Split('/') is [var signIn, var secret]
                ? (Guid.ParseExact(signIn, "N"), Base64Url.DecodeFromChars(secret))
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
