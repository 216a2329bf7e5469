using System.Security.Cryptography;
using Arena.Storage.Model;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Mail;

/// <summary>Makes the rows of the outbox, for the transaction of what causes a mail. Their content is encrypted: some hold a token.</summary>
internal sealed class MailOutbox(IDataProtectionProvider provider, IOptions<MailOptions> options, TimeProvider clock)
{
    private readonly IDataProtector _contents = provider.CreateProtector("arena.mail.1");

    public bool IsOn => options.Value.IsOn;

    /// <returns>A mail to the account's address; null if it has none, or mail is off.</returns>
    public MailRow? To(UserRow user, MailKind kind, string content = "") =>
        IsOn && user.Email is { } address ? To(user, address, user.MailLanguage!, kind, content) : null;

    /// <summary>A mail to an address that the account does not have, or not any more.</summary>
    public MailRow To(UserRow user, string address, string language, MailKind kind, string content)
    {
        var now = clock.GetUtcNow();
        return new() { UserId = user.Id, Kind = kind, Language = language, Address = address, Content = _contents.Protect(content), CreatedAt = now, DueAt = now };
    }

    /// <summary>A request for a new password. Whether an account has the address is found out when it is sent: here all addresses cost the same.</summary>
    /// <param name="addressKey">As the account would keep it.</param>
    public MailRow ResetRequest(string addressKey)
    {
        var now = clock.GetUtcNow();
        return new() { Kind = MailKind.ResetRequest, Language = MailLanguages.Default, Address = addressKey, CreatedAt = now, DueAt = now };
    }

    public string Protect(string content) => _contents.Protect(content);

    /// <returns>The content, or null if its key is gone.</returns>
    public string? Read(string? content)
    {
        if (content is null)
            return "";
        try
        {
            return _contents.Unprotect(content);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
