using System.Net;
using System.Net.NetworkInformation;
using Arena.Gateway.Sessions;

namespace Arena.Gateway.Tests.Sessions;

/// <summary>Which of a machine's addresses phones are most likely to reach.</summary>
public sealed class LanAddressTests
{
    private const NetworkInterfaceType Wire = NetworkInterfaceType.Ethernet;
    private const NetworkInterfaceType Radio = NetworkInterfaceType.Wireless80211;

    private static readonly LanAddress Wlan = Of("wlp3s0", Radio, true, "192.168.1.20");
    private static readonly LanAddress Ethernet = Of("eth0", Wire, true, "192.168.1.21");
    private static readonly LanAddress Docker = Of("docker0", Wire, false, "172.17.0.1");
    private static readonly LanAddress Wsl = Of("vEthernet (WSL)", Wire, true, "172.28.0.1");
    private static readonly LanAddress Vpn = Of("tun0", NetworkInterfaceType.Tunnel, true, "10.8.0.6");
    private static readonly LanAddress Hotspot = Of("ap0", Radio, false, "192.168.137.1");
    private static readonly LanAddress Public = Of("eth1", Wire, true, "203.0.113.7");

    public static TheoryData<string, int[]> Machines => new()
    {
        { "a laptop with containers", [0, 2] },
        { "a laptop on a wire and by radio", [0, 1] },
        { "Windows with WSL, whose network has a gateway", [1, 3] },
        { "a VPN", [0, 4] },
        { "its own hotspot beside a wire", [1, 5] },
        { "its own hotspot beside containers", [5, 2] },
        { "a rented server with a private network", [1, 6] },
        { "all at once", [0, 1, 6, 5, 4, 3, 2] },
    };

    private static LanAddress[] All => [Wlan, Ethernet, Docker, Wsl, Vpn, Hotspot, Public];

    [Theory]
    [MemberData(nameof(Machines))]
    public void The_likeliest_comes_first_and_none_is_left_out(string machine, int[] expected)
    {
        LanAddress[] wanted = [.. expected.Select(index => All[index])];
        foreach (LanAddress[] order in (LanAddress[][])[wanted, [.. wanted.Reverse()]])
            Assert.True(wanted.SequenceEqual(LanAddresses.Ranked(order)), machine);
    }

    [Fact]
    public void Addresses_that_no_phone_can_use_are_left_out() => Assert.Empty(LanAddresses.Ranked(
        [Of("lo", Wire, false, "127.0.0.1"), Of("eth0", Wire, false, "169.254.3.4"), Of("eth0", Wire, true, "fe80::1"), Of("eth0", Wire, true, "fd00::2")]));

    [Fact]
    public void This_machine_has_no_address_twice()
    {
        IPAddress[] own = [.. LanAddresses.OfThisMachine().Select(each => each.Address)];
        Assert.Equal(own.Distinct(), own);
    }

    private static LanAddress Of(string name, NetworkInterfaceType type, bool hasGateway, string address) => new(name, type, hasGateway, IPAddress.Parse(address));
}
