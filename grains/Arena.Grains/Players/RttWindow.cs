namespace Arena.Grains.Players;

/// <summary>
/// What a player's link is granted: half of a low percentile of the last eight round trips that the server measured. A client that delays
/// its echoes has to delay nearly all of them to move it, and then gains no more than the cap on compensation.
/// </summary>
internal sealed class RttWindow
{
    private const int Kept = 8;
    private const int AbsurdMs = 10_000;

    private readonly Queue<int> _lastMs = new(Kept);

    /// <returns>The link delay to grant, one way, in milliseconds.</returns>
    public int Record(int roundTripMs)
    {
        if (roundTripMs is >= 0 and <= AbsurdMs)
        {
            if (_lastMs.Count == Kept)
                _lastMs.Dequeue();
            _lastMs.Enqueue(roundTripMs);
        }
        return _lastMs.Count == 0 ? 0 : _lastMs.Order().ElementAt((_lastMs.Count - 1) / 4) / 2;
    }
}
