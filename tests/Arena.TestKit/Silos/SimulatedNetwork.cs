namespace Arena.TestKit.Silos;

/// <summary>
/// The links between the hosts of a cluster. Messages take their time, each its own: a later one may arrive before an earlier one. What is
/// under way on a link that is cut, or sent while two hosts are apart, is lost without a word.
/// </summary>
public sealed class SimulatedNetwork
{
    private readonly SimulatedCluster _cluster;
    private readonly Dictionary<(string, string), int> _cuts = [];
    private readonly HashSet<(string, string)> _apart = [];

    internal SimulatedNetwork(SimulatedCluster cluster) => _cluster = cluster;

    /// <summary>Loses the messages under way between two hosts.</summary>
    /// <param name="one">A host.</param>
    /// <param name="other">Another one.</param>
    public void Cut(string one, string other)
    {
        var link = Link(one, other);
        _cuts[link] = _cuts.GetValueOrDefault(link) + 1;
    }

    /// <summary>Parts two hosts.</summary>
    /// <param name="one">A host.</param>
    /// <param name="other">Another one.</param>
    public void Part(string one, string other)
    {
        Cut(one, other);
        _apart.Add(Link(one, other));
    }

    /// <summary>Joins two hosts again.</summary>
    /// <param name="one">A host.</param>
    /// <param name="other">Another one.</param>
    public void Reunite(string one, string other) => _apart.Remove(Link(one, other));

    /// <summary>Whether messages between two hosts arrive.</summary>
    internal bool IsLinked(SimulatedHost one, SimulatedHost other) => !_apart.Contains(Link(one.Name, other.Name));

    /// <summary>Sends a message, which is delivered in the process of the other host.</summary>
    internal void Send(SimulatedHost from, SimulatedHost to, Action deliver)
    {
        if (from == to)
        {
            to.Process.Start(deliver);
            return;
        }

        var link = Link(from.Name, to.Name);
        if (_apart.Contains(link))
            return;
        var cuts = _cuts.GetValueOrDefault(link);
        _cluster.After(_cluster.Options.MessageDelay(), () =>
        {
            if (_cuts.GetValueOrDefault(link) == cuts)
                to.Process.Start(deliver);
        });
    }

    /// <summary>Sends a call to an observer, which may get lost.</summary>
    internal void Push(SimulatedHost from, SimulatedHost to, Action deliver)
    {
        if (!_cluster.Options.LosesPush())
            Send(from, to, deliver);
    }

    private static (string, string) Link(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
