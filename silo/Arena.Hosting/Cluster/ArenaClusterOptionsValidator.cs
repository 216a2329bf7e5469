using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Arena.Hosting.Cluster;

/// <summary>Stops the start on a bad option, with its key, its value and what would be right. The secret is never shown.</summary>
internal sealed class ArenaClusterOptionsValidator : IValidateOptions<ArenaClusterOptions>
{
    private const int FewestKeyCharacters = 32;
    private const string Section = ClusterConfiguration.Section;
    private const string TlsSection = Section + ":" + nameof(ArenaClusterOptions.Tls);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, ArenaClusterOptions options)
    {
        List<string> faults = [];
        if (options.Key.Length < FewestKeyCharacters)
        {
            faults.Add($"{Section}:{nameof(options.Key)} has {options.Key.Length} characters, and needs at least {FewestKeyCharacters}; "
                + "make one with: openssl rand -base64 48, and give the same one to every process of the cluster.");
        }
        Address(options, faults);
        Port(nameof(options.ListenPort), options.ListenPort);
        Port(nameof(options.GatewayPort), options.GatewayPort);
        if (options.GatewayPort != 0 && options.GatewayPort == options.ListenPort)
            faults.Add($"{Section}:{nameof(options.GatewayPort)} is {options.GatewayPort}, as {nameof(options.ListenPort)} is; give another one, or 0.");
        if (options.LeaseTimeToLive < ShortestLease || options.LeaseTimeToLive > LongestLease)
        {
            faults.Add($"{Section}:{nameof(options.LeaseTimeToLive)} is {options.LeaseTimeToLive}; "
                + $"give a time from {ShortestLease} to {LongestLease}, for example 00:00:03.");
        }
        Tls(options.Tls, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Port(string key, int value)
        {
            if (value is < 0 or > ushort.MaxValue)
                faults.Add($"{Section}:{key} is {value}; give a port from 1 to {ushort.MaxValue}, or 0 to leave it to the system.");
        }
    }

    private static void Tls(ClusterTlsOptions tls, List<string> faults)
    {
        if (tls.CertificatePath is null)
        {
            if (tls.KeyPath is not null || tls.TrustedCertificatePath is not null)
                faults.Add($"{TlsSection}:{nameof(tls.CertificatePath)} is missing; give this process's certificate, or leave all of {TlsSection} out.");
            return;
        }
        if (tls.TrustedCertificatePath is null || !File.Exists(tls.TrustedCertificatePath))
        {
            faults.Add($"{TlsSection}:{nameof(tls.TrustedCertificatePath)} is '{tls.TrustedCertificatePath}', where no file is; "
                + "give a PEM file with the authority that issued the certificates of all processes.");
        }
        try
        {
            using var certificate = tls.Load();
        }
        catch (Exception unusable) when (unusable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            faults.Add($"{TlsSection}:{nameof(tls.CertificatePath)} is '{tls.CertificatePath}', which is not a usable certificate with its private key "
                + $"({unusable.Message}); give a PEM file, and the key's in {nameof(tls.KeyPath)} if it is another.");
        }
    }

    private static void Address(ArenaClusterOptions options, List<string> faults)
    {
        if (!IPAddress.TryParse(options.ListenAddress, out var address))
        {
            faults.Add($"{Section}:{nameof(options.ListenAddress)} is '{options.ListenAddress}'; "
                + "give an IP address of this machine, or 0.0.0.0 for all.");
        }
        else if ((address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) && string.IsNullOrWhiteSpace(options.AdvertisedHost))
        {
            faults.Add($"{Section}:{nameof(options.AdvertisedHost)} is empty, and {nameof(options.ListenAddress)} {address} is none that "
                + "others can reach; give this machine's host name or IP address.");
        }
        if (options.AdvertisedHost is { } host && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            faults.Add($"{Section}:{nameof(options.AdvertisedHost)} is '{host}'; "
                + "give a host name or an IP address, for example silo-1.internal.");
        }
    }
}
