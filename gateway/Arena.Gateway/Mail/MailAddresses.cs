using MimeKit;

namespace Arena.Gateway.Mail;

/// <summary>What an address of a mail may be.</summary>
internal static class MailAddresses
{
    /// <summary>Of SMTP (RFC 5321): a path of 256, less its brackets.</summary>
    public const int MaxLength = 254;

    /// <returns>The address as it is kept, or null if it cannot be one. The local part is ASCII: few servers take others.</returns>
    public static string? Clean(string? typed)
    {
        if (typed is not { Length: <= MaxLength + 2 } || typed.Trim() is not { Length: > 2 and <= MaxLength } text)
            return null;
        return text.All(char.IsAscii) && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '"' or '<' or '>' or ',' or ';')
            && text.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
            && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text
            ? text
            : null;
    }

    /// <summary>Enough for its owner to recognise.</summary>
    public static string Mask(string address) => $"{address[0]}•••{address[address.IndexOf('@', StringComparison.Ordinal)..]}";
}
