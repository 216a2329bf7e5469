using System.Security.Cryptography;
using Arena.Storage.Model;
using Microsoft.AspNetCore.DataProtection;

namespace Arena.Storage.Webhooks;

/// <summary>What signs messages: <c>whsec_</c> and 32 random bytes in Base64, kept protected.</summary>
public sealed class WebhookSecrets(IDataProtectionProvider provider)
{
    private const string Mark = "whsec_";
    private const int Bytes = 32;

    private readonly IDataProtector _protector = provider.CreateProtector("Arena.Webhooks.Secret.1");

    /// <returns>A new secret, and the form in which it is kept.</returns>
    public (string Secret, string Kept) Draw()
    {
        var secret = Mark + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        return (secret, _protector.Protect(secret));
    }

    /// <summary>The keys that sign an endpoint's messages now: two while its secret is rotated.</summary>
    /// <exception cref="CryptographicException">This process cannot read what it was protected by.</exception>
    public IReadOnlyList<byte[]> KeysOf(WebhookEndpointRow endpoint, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint is { PreviousSecret: { } previous, PreviousUntil: { } until } && now < until
            ? [Key(endpoint.Secret), Key(previous)]
            : [Key(endpoint.Secret)];
    }

    private byte[] Key(string kept) => Convert.FromBase64String(_protector.Unprotect(kept)[Mark.Length..]);
}
