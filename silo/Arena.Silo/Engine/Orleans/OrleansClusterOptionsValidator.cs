using System.Net;
using Microsoft.Extensions.Options;

namespace Arena.Silo;

/// <summary>Stops the start on a bad option, with its key, its value and what would be right. The secret is never shown.</summary>
internal sealed class OrleansClusterOptionsValidator : IValidateOptions<OrleansClusterOptions>
{
    private const int FewestKeyCharacters = 32;
    private const string Section = ClusterConfiguration.Section;
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, OrleansClusterOptions options)
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
        if (options.Tls.Enabled)
        {
            faults.Add($"{Section}:Tls:Enabled is true, and on Orleans Arena's links are proved by the key but not encrypted; "
                + "set it to false and keep the silos in a private network, or build for the built-in engine.");
        }
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Port(string key, int value)
        {
            if (value is < 0 or > ushort.MaxValue)
                faults.Add($"{Section}:{key} is {value}; give a port from 1 to {ushort.MaxValue}, or 0 to leave it to the system.");
        }
    }

    private static void Address(OrleansClusterOptions options, List<string> faults)
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
