using Arena.Gateway.Configuration;
using Arena.Gateway.Mail;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Tests.Mail;

/// <summary>Settings of mail that cannot be right name the key, the value and the remedy.</summary>
public sealed class MailOptionsTests
{
    [Fact]
    public void Without_a_host_mail_is_off_and_needs_nothing()
    {
        Assert.Null(Fault(_ => { }, publicUrl: null, options: new()));
        Assert.False(new MailOptions().IsOn);
    }

    [Fact]
    public void A_whole_setting_is_accepted() => Assert.Null(Fault(_ => { }));

    [Fact]
    public void A_server_that_is_an_address_with_a_port_is_refused() =>
        Assert.StartsWith("Arena:Mail:Host is 'smtp.example.org:25'.", Fault(mail => mail.Host = "smtp.example.org:25"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Arena <arena@example.org>")]
    public void A_sender_that_is_no_address_is_refused(string from) =>
        Assert.StartsWith($"Arena:Mail:From is '{from}'.", Fault(mail => mail.From = from), StringComparison.Ordinal);

    [Fact]
    public void A_user_needs_a_password_and_a_password_a_user()
    {
        Assert.StartsWith("Arena:Mail:Password is ''.", Fault(mail => mail.Password = ""), StringComparison.Ordinal);
        Assert.StartsWith("Arena:Mail:User is ''.", Fault(mail => mail.User = ""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_leaves_this_machine_encrypted_alone()
    {
        Assert.StartsWith("Arena:Mail:Tls is 'None'.", Fault(mail => mail.Tls = MailTls.None), StringComparison.Ordinal);
        Assert.Null(Fault(mail => (mail.Tls, mail.Host) = (MailTls.None, "127.0.0.1")));
    }

    [Fact]
    public void Links_need_the_public_address() => Assert.StartsWith("Arena:Gateway:PublicUrl is '', and mail is on.", Fault(_ => { }, publicUrl: null), StringComparison.Ordinal);

    [Fact]
    public void Other_settings_without_a_host_are_refused() =>
        Assert.StartsWith("Arena:Mail:Host is ''.", Fault(mail => mail.Host = ""), StringComparison.Ordinal);

    private static string? Fault(Action<MailOptions> change, string? publicUrl = "https://quiz.example.org", MailOptions? options = null)
    {
        options ??= new() { Host = "smtp.example.org", User = "arena", Password = "secret", From = "arena@example.org" };
        change(options);
        var gateway = new GatewayOptions { PublicUrl = publicUrl is null ? null : new Uri(publicUrl) };
        var result = new MailOptionsValidator(Options.Create(gateway)).Validate(null, options);
        Assert.DoesNotContain("secret", result.FailureMessage ?? "", StringComparison.Ordinal);
        return result.Failures?.Single();
    }
}
