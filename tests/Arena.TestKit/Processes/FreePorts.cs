using System.Net;
using System.Net.Sockets;

namespace Arena.TestKit.Processes;

/// <summary>
/// Loopback ports for servers that are told where to listen. Below the ports that the system gives to outgoing connections: one of those may be taken
/// between the choice and the start of the server, or while it is restarted.
/// </summary>
public static class FreePorts
{
    private const int First = 10_000;
    private const int End = 32_768;

    private static int _last = Random.Shared.Next(First, End);

    /// <summary>A port without a listener, which this process has not given before.</summary>
    public static int Next()
    {
        for (var tried = First; tried < End; tried++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _last) % (End - First));
            if (IsFree(port))
                return port;
        }
        throw new InvalidOperationException($"All ports from {First} to {End - 1} are taken.");
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
