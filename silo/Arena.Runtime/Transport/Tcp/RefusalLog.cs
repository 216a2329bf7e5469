using System.Net;

namespace Arena.Runtime;

/// <summary>
/// Counts refused connections, and logs them once for each address and minute, and for so many addresses at most: a flood of
/// strangers must not become a flood of lines.
/// </summary>
internal sealed class RefusalLog(TransportServices services)
{
    private const int MostAddresses = 100;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly HashSet<IPAddress> _logged = [];
    private long _windowBegan = services.Time.GetTimestamp();

    public void Add(IPAddress address, RefusalReason reason, string detail)
    {
        if (IsDue(address)) services.Logger.ConnectionRefused(address, reason, detail);
        services.Metrics.ConnectionRefused(reason);
    }

    private bool IsDue(IPAddress address)
    {
        lock (_lock)
        {
            if (services.Time.GetElapsedTime(_windowBegan) >= Window)
            {
                _logged.Clear();
                _windowBegan = services.Time.GetTimestamp();
            }

            return _logged.Count < MostAddresses && _logged.Add(address);
        }
    }
}
