using System.Buffers.Text;
using System.Security.Cryptography;

namespace Arena.Storage.Model;

/// <summary>
/// What an operator gives a user who forgot the password: it sets a new one, once, within the hour. It is the account's id and 256 random
/// bits, of which the database has a hash alone.
/// </summary>
public sealed class ResetToken
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int IdBytes = 16;
    private const int SecretBytes = 32;

    private readonly byte[] _bytes;

    private ResetToken(byte[] bytes) => _bytes = bytes;

    /// <summary>Whose it is.</summary>
    public Guid User => new(_bytes.AsSpan(0, IdBytes));

    /// <summary>Draws one for an account. The one before it, if there is one, is good no more.</summary>
    public static ResetToken Give(UserRow user, DateTimeOffset now)
    {
        var token = new ResetToken([.. user.Id.ToByteArray(), .. RandomNumberGenerator.GetBytes(SecretBytes)]);
        (user.ResetTokenHash, user.ResetExpiresAt) = (token.Hash(), now + Lifetime);
        return token;
    }

    /// <returns>The token by its form, or null.</returns>
    public static ResetToken? Read(string text)
    {
        var bytes = new byte[IdBytes + SecretBytes];
        return Base64Url.IsValid(text, out var length) && length == bytes.Length && Base64Url.DecodeFromChars(text, bytes) == bytes.Length ? new(bytes) : null;
    }

    /// <summary>Whether it is the one that the account was given last, in time and not used yet.</summary>
    public bool IsGood(UserRow user, DateTimeOffset now) => User == user.Id && user.ResetTokenHash == Hash() && user.ResetExpiresAt > now;

    public override string ToString() => Base64Url.EncodeToString(_bytes);

    private string Hash() => Base64Url.EncodeToString(SHA256.HashData(_bytes));
}
