using System.Net;
using Arena.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Mail;

/// <summary>Stops the start with the key, the value and what would be right. The password is never shown.</summary>
internal sealed class MailOptionsValidator(IOptions<GatewayOptions> gateway) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = new List<string>();
        if (!options.IsOn)
        {
            if (options.User.Length > 0 || options.Password.Length > 0 || options.From.Length > 0)
                faults.Add(Fault(nameof(options.Host), "", "Give the name of the SMTP server, or take the other settings of mail away."));
            return Result(faults);
        }
        if (Uri.CheckHostName(options.Host) == UriHostNameType.Unknown)
            faults.Add(Fault(nameof(options.Host), options.Host, "Give the name of the SMTP server alone, as smtp.example.org; the port has a key of its own."));
        if (MailAddresses.Clean(options.From) is null)
            faults.Add(Fault(nameof(options.From), options.From, "Give the address that mails come from, as arena@quiz.example.org."));
        if (options.User.Length > 0 && options.Password.Length == 0)
            faults.Add(Fault(nameof(options.Password), "", $"Give the password of '{options.User}', or take the user away."));
        if (options.User.Length == 0 && options.Password.Length > 0)
            faults.Add(Fault(nameof(options.User), "", "Give the name that the password belongs to, or take the password away."));
        if (options.Tls == MailTls.None && options.Password.Length > 0 && !IsThisMachine(options.Host))
            faults.Add(Fault(nameof(options.Tls), options.Tls.ToString(), $"The password would travel to '{options.Host}' in the clear. Give StartTls or Implicit."));
        if (gateway.Value.PublicUrl is null)
            faults.Add($"{GatewayOptions.Section}:{nameof(GatewayOptions.PublicUrl)} is '', and mail is on. Give the address under which browsers reach Arena: the links in mails lead there.");
        return Result(faults);
    }

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static ValidateOptionsResult Result(List<string> faults) => faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

    private static string Fault(string key, string value, string remedy) => $"{MailOptions.Section}:{key} is '{value}'. {remedy}";
}
