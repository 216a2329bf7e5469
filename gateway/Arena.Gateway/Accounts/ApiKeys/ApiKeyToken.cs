using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Accounts.ApiKeys;

/// <summary>
/// The form of a key: <c>arena_</c>, 160 random bits, and eight digits of a checksum, by which scanners for leaked keys recognise one, and a
/// mistyped one is refused without a query. So many random bits need no slow hash.
/// </summary>
internal static class ApiKeyToken
{
    private const string Mark = "arena_";
    private const string Bearer = "Bearer ";
    private const int SecretBytes = 20;
    private const int ChecksumLength = 8;
    private const int PrefixLength = 12;
    private const int Length = 6 + (2 * SecretBytes) + ChecksumLength;

    public static string Draw()
    {
        var key = Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return key + Checksum(key);
    }

    /// <summary>How it begins: enough to recognise it by, too little to guess it by.</summary>
    public static string Prefix(string key) => key[..PrefixLength];

    public static string Hash(string key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    /// <summary>Whether a request carries what looks like a key.</summary>
    public static bool IsIn(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization].ToString().StartsWith(Bearer + Mark, StringComparison.OrdinalIgnoreCase);

    /// <returns>The request's key, or null if it is none.</returns>
    public static string? Read(HttpRequest request) =>
        IsIn(request) && request.Headers[HeaderNames.Authorization].ToString()[Bearer.Length..] is var key && IsWellFormed(key) ? key : null;

    private static bool IsWellFormed(string key) =>
        key.Length == Length && key.All(char.IsAscii) && Checksum(key[..^ChecksumLength]) == key[^ChecksumLength..];

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)))[..ChecksumLength];
}
