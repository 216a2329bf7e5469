using System.Buffers.Text;
using System.Text;

namespace Arena.Gateway.Accounts.Addresses;

/// <summary>A link that confirms an address: the account, the address, and Identity's token, which proves both.</summary>
internal sealed record AddressLink(Guid User, string Address, string Language, string Token)
{
    public const int MaxLength = 2_000;

    /// <returns>The link by its form, or null.</returns>
    public static AddressLink? Read(string? text) =>
        text is { Length: <= MaxLength } && text.Split('.') is [var user, var language, var address, var token]
        && Guid.TryParseExact(user, "N", out var id) && Base64Url.IsValid(address) && Base64Url.IsValid(token)
            ? new(id, Decode(address), language, Decode(token))
            : null;

    public override string ToString() => $"{User:N}.{Language}.{Encode(Address)}.{Encode(Token)}";

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Decode(string text) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
}
