using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Arena.Gateway.Accounts.SecondFactor;

/// <summary>The time-based one-time codes of authenticator apps (RFC 6238): six digits, SHA-1, steps of 30 seconds.</summary>
internal static class AppCodes
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>Steps before and after the present one: clocks of phones differ, and typing takes time.</summary>
    private const int Tolerance = 2;

    /// <summary>The time step that a code is of, or null if it is of none that is near.</summary>
    /// <param name="key">In Base32, as the app was given it.</param>
    /// <param name="code">Six digits.</param>
    /// <param name="now">The present instant.</param>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        byte[] secret = Decode(key);
        long present = now.ToUnixTimeSeconds() / StepSeconds;
        for (long step = present - Tolerance; step <= present + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), Encoding.UTF8.GetBytes(code)))
                return step;
        }
        return null;
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator apps implement it")]
    private static string CodeAt(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        int offset = hash[^1] & 0xF;
        int truncated = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue;
        return (truncated % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>(key.Length * 5 / 8);
        int bits = 0, held = 0;
        foreach (char symbol in key)
        {
            bits = (bits << 5) | Base32.IndexOf(symbol, StringComparison.Ordinal);
            held += 5;
            if (held < 8)
                continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
            bits &= (1 << held) - 1;
        }
        return [.. bytes];
    }
}
