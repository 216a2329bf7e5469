using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Arena.Gateway.Play;

/// <summary>Gives each connection a protocol of its own, which counts what the connection sends.</summary>
/// <param name="shared">Writes what many connections get.</param>
/// <param name="watch">Is notified of connections that flood.</param>
internal sealed class HubProtocols(BoundedHubProtocol shared, ConnectionWatch watch) : IHubProtocolResolver
{
    public IReadOnlyList<IHubProtocol> AllProtocols => [shared];

    public IHubProtocol? GetProtocol(string protocolName, IReadOnlyList<string>? supportedProtocols) =>
        string.Equals(protocolName, shared.Name, StringComparison.OrdinalIgnoreCase)
            && supportedProtocols?.Contains(shared.Name, StringComparer.OrdinalIgnoreCase) != false
            ? ConnectionTraffic.Current is { } traffic ? shared.Counting(traffic, watch) : shared
            : null;
}
