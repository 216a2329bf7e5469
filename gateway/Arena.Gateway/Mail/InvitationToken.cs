using System.Buffers.Text;
using System.Security.Cryptography;

namespace Arena.Gateway.Mail;

/// <summary>What an invitation is accepted with: the mail has it, and the database its hash.</summary>
internal static class InvitationToken
{
    private const int Bytes = 32;

    public static int Length { get; } = Base64Url.GetEncodedLength(Bytes);

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string token) => Base64Url.EncodeToString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
}
