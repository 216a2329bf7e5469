using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Arena.GrainInterfaces;

/// <summary>
/// Codes that people read out and type: symbols of Crockford's base 32 (https://www.crockford.com/base32.html), 5 bits each, no I, L, O or U
/// to misread or be offended by. What people type is forgiven: case, spaces, hyphens, o for 0, i and l for 1.
/// </summary>
public static class PlainCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A fresh code from a cryptographic source.</summary>
    public static string Draw(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>Reads what a person typed into the canonical form.</summary>
    public static bool TryParse(string? typed, int length, [NotNullWhen(true)] out string? code)
    {
        code = null;
        if (typed is null || typed.Length > 4 * length)
            return false;
        Span<char> symbols = stackalloc char[length];
        var count = 0;
        foreach (var character in typed)
        {
            if (character is ' ' or '-')
                continue;
            var symbol = char.ToUpperInvariant(character) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (count == length || !Alphabet.Contains(symbol, StringComparison.Ordinal))
                return false;
            symbols[count++] = symbol;
        }
        if (count != length)
            return false;
        code = new string(symbols);
        return true;
    }
}
