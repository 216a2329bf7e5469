using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Arena.Gateway.Sessions;

/// <summary>An address of this machine in a network of its own.</summary>
/// <param name="Interface">What the system calls the network's adapter.</param>
/// <param name="Type">What the adapter is.</param>
/// <param name="HasGateway">Whether the network leads further.</param>
/// <param name="Address">The machine's IPv4 address there.</param>
internal sealed record LanAddress(string Interface, NetworkInterfaceType Type, bool HasGateway, IPAddress Address);

/// <summary>Under which addresses phones may reach this machine. Which network they are in, nobody can know: the likeliest comes first.</summary>
internal static class LanAddresses
{
    /// <summary>Adapters of containers, virtual machines and private tunnels, in which no phone is.</summary>
    private static readonly string[] Virtual =
    [
        "docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "virtualbox", "vmware", "vethernet", "hyper-v", "podman", "cni", "flannel", "cali", "lxc", "lxd",
        "tun", "tap", "wg", "utun", "ppp", "zt", "tailscale", "wsl", "bridge", "npcap", "loopback",
    ];

    /// <summary>All of this machine's, the likeliest first.</summary>
    public static IReadOnlyList<LanAddress> OfThisMachine() => Ranked(
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback
        let properties = network.GetIPProperties()
        let hasGateway = properties.GatewayAddresses.Any(gateway => !gateway.Address.Equals(IPAddress.Any) && !gateway.Address.Equals(IPAddress.IPv6Any))
        from address in properties.UnicastAddresses
        select new LanAddress(network.Name, network.NetworkInterfaceType, hasGateway, address.Address));

    /// <summary>Those that a phone could use: real adapters before virtual ones, networks with a gateway before others, wireless before wired, home before public.</summary>
    public static IReadOnlyList<LanAddress> Ranked(IEnumerable<LanAddress> all) =>
    [
        .. all.Where(each => each.Address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(each.Address) && !IsUnconfigured(each.Address))
            .OrderBy(each => IsVirtual(each))
            .ThenByDescending(each => each.HasGateway)
            .ThenByDescending(each => IsPrivate(each.Address))
            .ThenByDescending(each => each.Type == NetworkInterfaceType.Wireless80211)
            .ThenBy(each => each.Interface, StringComparer.Ordinal),
    ];

    private static bool IsVirtual(LanAddress each) =>
        each.Type is NetworkInterfaceType.Tunnel or NetworkInterfaceType.Ppp
        || Virtual.Any(name => each.Interface.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>169.254.0.0/16: what a machine calls itself that got no address (RFC 3927).</summary>
    private static bool IsUnconfigured(IPAddress address) => address.GetAddressBytes() is [169, 254, ..];

    /// <summary>RFC 1918.</summary>
    private static bool IsPrivate(IPAddress address) => address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..];
}
