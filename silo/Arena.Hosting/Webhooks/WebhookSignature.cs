using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Arena.Hosting.Webhooks;

/// <summary>
/// Signatures of Standard Webhooks 1.0 (https://www.standardwebhooks.com): HMAC-SHA256 of id, timestamp and body, one for each key.
/// </summary>
internal static class WebhookSignature
{
    /// <returns>The header <c>webhook-signature</c>.</returns>
    public static string Of(string id, long unixSeconds, string body, IEnumerable<byte[]> keys)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{unixSeconds}.{body}"));
        return string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}"));
    }
}
