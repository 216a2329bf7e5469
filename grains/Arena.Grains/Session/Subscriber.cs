using Arena.GrainInterfaces;

namespace Arena.Grains.Session;

/// <summary>One gateway that listens to a session, with the seats and hosts that are connected through it.</summary>
internal sealed class Subscriber(string gateway, Outbox outbox)
{
    public string Gateway { get; } = gateway;

    public Outbox Outbox { get; set; } = outbox;

    public long ExpiresAtMs { get; set; }

    public SortedSet<int> Seats { get; } = [];

    public int Hosts { get; set; }

    public void Send(SessionPush push) => Outbox.Add(push);
}
