using System.Globalization;

namespace Arena.Load.Crowds;

/// <summary>What the operating system must permit for so many connections.</summary>
internal static class MachineLimits
{
    private const int Spare = 500;

    /// <exception cref="InvalidOperationException">Says what to raise, and how.</exception>
    public static void Require(int connections)
    {
        if (Refusal(connections) is { } refusal)
            throw new InvalidOperationException(refusal);
    }

    private static string? Refusal(int connections)
    {
        var line = File.ReadLines("/proc/self/limits").Single(limit => limit.StartsWith("Max open files", StringComparison.Ordinal));
        var files = long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4], CultureInfo.InvariantCulture);
        if (files < connections + Spare)
            return $"Open files: {files} a process, {connections + Spare} needed. Raise it: ulimit -n {connections + Spare}";
        var ports = File.ReadAllText("/proc/sys/net/ipv4/ip_local_port_range").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var free = int.Parse(ports[1], CultureInfo.InvariantCulture) - int.Parse(ports[0], CultureInfo.InvariantCulture);
        return free < Spare + 1_000
            ? $"Local ports: {free} an address, {Spare + 1_000} needed. Widen net.ipv4.ip_local_port_range"
            : null;
    }
}
