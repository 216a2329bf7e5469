using System.Buffers.Text;
using System.Security.Cryptography;

namespace Arena.Gateway.Authority;

/// <summary>What makes a link that needs no sign-in impossible to guess: 192 random bits, in letters that an address can have.</summary>
internal static class LinkToken
{
    private const int Bytes = 24;

    public static int Length { get; } = Base64Url.GetEncodedLength(Bytes);

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
