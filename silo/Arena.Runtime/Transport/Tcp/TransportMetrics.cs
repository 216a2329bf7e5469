using System.Diagnostics.Metrics;

namespace Arena.Runtime;

/// <summary>The instruments of the transport. No label is ever a peer or an address.</summary>
internal sealed class TransportMetrics
{
    private readonly UpDownCounter<int> _links;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _received;
    private readonly Counter<long> _sendsRefused;
    private readonly Counter<long> _refused;

    public TransportMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(RuntimeMetrics.MeterName);
        _links = meter.CreateUpDownCounter<int>("arena.runtime.links", "{link}", "Links to other processes of the cluster.");
        _sent = meter.CreateCounter<long>("arena.runtime.link.sent", "By", "Bytes written to links.");
        _received = meter.CreateCounter<long>("arena.runtime.link.received", "By", "Bytes read from links.");
        _sendsRefused = meter.CreateCounter<long>("arena.runtime.link.sends.refused", "{frame}", "Frames refused by a link with a full queue.");
        _refused = meter.CreateCounter<long>("arena.runtime.connections.refused", "{connection}", "Connections that did not become links.");
    }

    public void LinkBegan() => _links.Add(1);

    public void LinkEnded() => _links.Add(-1);

    public void Sent(int bytes) => _sent.Add(bytes);

    public void Received(int bytes) => _received.Add(bytes);

    public void SendRefused() => _sendsRefused.Add(1);

    public void ConnectionRefused(RefusalReason reason) => _refused.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));
}
