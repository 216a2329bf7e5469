using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Arena.Gateway.Startup;

/// <summary>
/// Finds a port that is taken before anything starts. Kestrel binds last: what has started by then fails in its turn, and a page of stack traces
/// hides the sentence that says what to do.
/// </summary>
internal static class PortCheck
{
    /// <exception cref="IOException">One of the ports is another program's, or not to be had.</exception>
    public static WebApplication RefuseTakenPorts(this WebApplication app)
    {
        // Inside another program, as in tests, that program says where it listens; and endpoints of Kestrel's own take the place of the addresses.
        bool listensElsewhere = Assembly.GetEntryAssembly() != typeof(PortCheck).Assembly || app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
        string[] addresses = listensElsewhere ? [] : (app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        foreach (string address in addresses)
            Refuse(address.Trim());
        return app;
    }

    /// <exception cref="IOException">The port is another program's, or not to be had.</exception>
    internal static void Refuse(string address)
    {
        var binding = BindingAddress.Parse(address);
        if (binding.IsUnixPipe || binding.IsNamedPipe || binding.Port == 0)
            return;
        foreach (IPAddress ip in AddressesOf(binding.Host))
        {
            using var socket = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (ip.Equals(IPAddress.IPv6Any))
                socket.DualMode = true;
            try
            {
                socket.Bind(new IPEndPoint(ip, binding.Port));
            }
            catch (SocketException refused) when (refused.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                string why = refused.SocketErrorCode == SocketError.AccessDenied ? "permission denied" : "address already in use";
                throw new IOException($"Failed to bind to address {address}: {why}.", refused);
            }
            catch (SocketException)
            {
                // What else is wrong with an address Kestrel says itself.
            }
        }
    }

    private static IPAddress[] AddressesOf(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return Socket.OSSupportsIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback];
        if (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? ip))
            return [ip];
        return [Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any];
    }
}
