using Arena.GrainInterfaces;

namespace Arena.Gateway.Play;

/// <summary>
/// Gathers reactions for a moment and passes them on together: a room that claps costs a few messages a second, however large it is.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="send">Passes a batch on.</param>
/// <param name="dropped">Called with the cause when that fails: a reaction is not worth repeating.</param>
internal sealed class ReactionBatcher(TimeProvider time, Func<ReactionBatch, Task> send, Action<Exception> dropped)
{
    /// <summary>Four times a second.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly SortedDictionary<Reaction, int> _counts = [];
    private readonly SortedSet<int> _seats = [];
    private readonly Lock _gate = new();
    private ITimer? _timer;

    public void Add(ReactionBatch batch)
    {
        lock (_gate)
        {
            foreach (var (kind, count) in batch.Counts)
                _counts[kind] = _counts.GetValueOrDefault(kind) + count;
            foreach (var seat in batch.Seats)
            {
                if (_seats.Count < ReactionBatch.MaxSeats)
                    _seats.Add(seat);
            }
            _timer ??= time.CreateTimer(_ => _ = FlushAsync(), null, Period, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Never throws.</summary>
    private async Task FlushAsync()
    {
        ReactionBatch batch;
        lock (_gate)
        {
            batch = new([.. _counts.Select(counted => new ReactionCount(counted.Key, counted.Value))], [.. _seats]);
            _counts.Clear();
            _seats.Clear();
            _timer?.Dispose();
            _timer = null;
        }
        try
        {
            await send(batch);
        }
        catch (Exception failed)
        {
            dropped(failed);
        }
    }
}
