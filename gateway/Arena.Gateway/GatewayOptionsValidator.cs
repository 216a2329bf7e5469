using System.Text;
using Arena.Gateway.Configuration;
using Arena.Gateway.Proxies;
using Arena.Hosting.Secrets;
using Microsoft.Extensions.Options;

namespace Arena.Gateway;

/// <summary>Stops the start with the key, the value and what would be right.</summary>
internal sealed class GatewayOptionsValidator : IValidateOptions<GatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        List<string> faults = [];
        if (options.PublicUrl is { } url && !IsWebAddress(url))
            faults.Add($"{GatewayOptions.Section}:{nameof(options.PublicUrl)} is '{url}'. Give scheme and host, as https://quiz.example.org.");
        faults.AddRange(options.Origins.Where(origin => !IsOrigin(origin)).Select(origin =>
            $"{GatewayOptions.Section}:{nameof(options.Origins)} has '{origin}'. Give scheme, host and port as browsers write them, as https://pages.example.org."));
        faults.AddRange(options.FrameOrigins.Where(origin => !IsFrameOrigin(origin)).Select(origin =>
            $"{GatewayOptions.Section}:{nameof(options.FrameOrigins)} has '{origin}'. Give scheme, host and port exactly as a browser shows them, as https://pages.example.org, without a path or a *."));
        if (options.SecurityContact is { } contact && !IsContact(contact))
            faults.Add($"{GatewayOptions.Section}:{nameof(options.SecurityContact)} is '{contact}'. Give mailto:security@example.org, or a page by https.");
        faults.AddRange(options.KnownProxies.Where(proxy => !KnownProxies.TryParse(proxy, out _)).Select(proxy =>
            $"{GatewayOptions.Section}:{nameof(options.KnownProxies)} has '{proxy}'. Give an address, as 10.0.0.5, or a network, as 10.0.0.0/8."));
        faults.AddRange(options.KeyCertificates.Where(path => !IsCertificate(path)).Select(path =>
            $"{GatewayOptions.Section}:{nameof(options.KeyCertificates)} has '{path}', which is no readable PEM file with a certificate of RSA and its private key. "
            + "Make one: openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj /CN=arena-keys -keyout keys.pem -out keys.pem"));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsCertificate(string path)
    {
        using var certificate = KeyCertificate.TryLoad(path);
        return certificate is not null;
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url) && IsWebAddress(url) && !origin.EndsWith('/');

    /// <summary>It becomes part of a header: only what a browser itself would write is let through.</summary>
    private static bool IsFrameOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url) && IsWebAddress(url)
        && url.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
        && Ascii.IsValid(origin) && origin == url.GetLeftPart(UriPartial.Authority);

    private static bool IsContact(Uri contact) =>
        contact.IsAbsoluteUri && (contact.Scheme == Uri.UriSchemeMailto || contact.Scheme == Uri.UriSchemeHttps);

    private static bool IsWebAddress(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.PathAndQuery == "/" && url.UserInfo.Length == 0 && url.Fragment.Length == 0;
}
