using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Arena.Runtime;

/// <summary>Stops the start on a bad option, with its key, its value and what would be right. Secrets are never shown.</summary>
internal sealed class TransportOptionsValidator : IValidateOptions<TransportOptions>
{
    public const int FewestKeyCharacters = 32;

    private const int FewestFrameBytes = 1024;
    private const int MostFrameBytes = 256 * 1024 * 1024;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, TransportOptions options)
    {
        List<string> faults = [];
        Addresses(options, faults);
        ClusterKey(options, faults);
        Number(nameof(options.MaxFrameBytes), options.MaxFrameBytes, FewestFrameBytes, MostFrameBytes);
        Number(nameof(options.MaxQueuedBytes), options.MaxQueuedBytes, options.MaxFrameBytes + FrameFormat.HeaderBytes, int.MaxValue / 2);
        Number(nameof(options.MaxLinks), options.MaxLinks, 1, 100_000);
        Number(nameof(options.MaxUnprovedConnections), options.MaxUnprovedConnections, 1, 100_000);
        Time(nameof(options.HandshakeTimeout), options.HandshakeTimeout, Shortest);
        Time(nameof(options.KeepAliveInterval), options.KeepAliveInterval, Shortest);
        Time(nameof(options.IdleTimeout), options.IdleTimeout, 2 * options.KeepAliveInterval);
        if (options.Tls.Enabled) Tls(options.Tls, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Number(string key, int value, int least, int most)
        {
            if (value < least || value > most) faults.Add($"{TransportOptions.SectionName}:{key} is {value}; give a number from {least} to {most}.");
        }

        void Time(string key, TimeSpan value, TimeSpan least)
        {
            if (value < least || value > Longest)
                faults.Add($"{TransportOptions.SectionName}:{key} is {value}; give a time from {least} to {Longest}, for example 00:00:15.");
        }
    }

    private static void Addresses(TransportOptions options, List<string> faults)
    {
        if (!IPAddress.TryParse(options.ListenAddress, out var address))
        {
            faults.Add($"{TransportOptions.SectionName}:{nameof(options.ListenAddress)} is '{options.ListenAddress}'; "
                + "give an IP address of this machine, or 0.0.0.0 for all.");
        }
        else if ((address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) && string.IsNullOrWhiteSpace(options.AdvertisedHost))
        {
            faults.Add($"{TransportOptions.SectionName}:{nameof(options.AdvertisedHost)} is empty, and "
                + $"{nameof(options.ListenAddress)} {address} is none that others can reach; give this machine's host name or IP address.");
        }

        if (options.AdvertisedHost is { } host && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            faults.Add($"{TransportOptions.SectionName}:{nameof(options.AdvertisedHost)} is '{host}'; "
                + "give a host name or an IP address, for example silo-1.internal.");
        }

        if (options.ListenPort is < 0 or > ushort.MaxValue)
        {
            faults.Add($"{TransportOptions.SectionName}:{nameof(options.ListenPort)} is {options.ListenPort}; "
                + $"give a port from 1 to {ushort.MaxValue}, or 0 to leave it to the system.");
        }
    }

    private static void ClusterKey(TransportOptions options, List<string> faults)
    {
        const string Remedy = "make one with: openssl rand -base64 48, and give the same one to every process of the cluster";
        if (string.IsNullOrWhiteSpace(options.Key))
        {
            faults.Add($"{TransportOptions.SectionName}:{nameof(options.Key)} is missing; {Remedy}.");
        }
        else if (options.Key.Length < FewestKeyCharacters)
        {
            faults.Add($"{TransportOptions.SectionName}:{nameof(options.Key)} has {options.Key.Length} characters, and needs "
                + $"at least {FewestKeyCharacters}; {Remedy}.");
        }
    }

    private static void Tls(TransportTlsOptions options, List<string> faults)
    {
        const string Section = $"{TransportOptions.SectionName}:{nameof(TransportOptions.Tls)}";
        try
        {
            using var settings = new TlsSettings(options);
            if (!settings.TrustsAny)
            {
                faults.Add($"{Section} trusts nobody; give {nameof(options.TrustedCertificatePath)} or {nameof(options.TrustedThumbprints)}, "
                    + "or set Enabled to false.");
            }
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            faults.Add($"{Section} cannot be used: {exception.Message} Give the paths of certificates that this process can read, "
                + "the password, and thumbprints of 64 hexadecimal digits.");
        }
    }
}
