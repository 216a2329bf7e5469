using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Arena.TestKit.Clients;

/// <summary>What an authenticator app shows (RFC 6238): six digits, new every thirty seconds.</summary>
public static class AppCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">As the server gave it.</param>
    /// <param name="step">How many codes after the present one.</param>
    public static string Of(string key, int step = 0)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + step);
        // SHA-1 is what every app takes; as an HMAC it is sound.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Select(symbol => Convert.ToString(Base32.IndexOf(symbol, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
    }
}
