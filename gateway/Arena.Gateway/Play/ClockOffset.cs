using Arena.GrainInterfaces;

namespace Arena.Gateway.Play;

/// <summary>
/// How far the clock of a session's silo is from this gateway's. Each exchange bounds it: the silo read its clock between our sending and
/// our receiving (Marzullo, 1984). Of all offsets that the last exchanges allow it is the one nearest to none, because machines keep their
/// clocks in step by themselves and a slow exchange must not make time where there is none.
/// </summary>
internal sealed class ClockOffset(ServerClock clock)
{
    private const int Exchanges = 8;
    private readonly Queue<(double Least, double Most)> _bounds = new();
    private readonly Lock _gate = new();
    private long _epoch;
    private double _offsetMs;

    /// <summary>Now, by the silo's clock, in whole Unix milliseconds.</summary>
    public long NowMs => (long)PreciseNowMs;

    /// <summary>Now, by the silo's clock, in Unix milliseconds with a fraction.</summary>
    public double PreciseNowMs => clock.PreciseNowMs + Volatile.Read(ref _offsetMs);

    /// <summary>When an exchange begins, by this gateway's clock.</summary>
    public double Begin() => clock.PreciseNowMs;

    /// <summary>An exchange has ended.</summary>
    /// <param name="epoch">Grows when the session moves: another silo has another clock.</param>
    /// <param name="sentMs">What <see cref="Begin"/> gave.</param>
    /// <param name="siloMs">The silo's clock, in whole milliseconds.</param>
    public void End(long epoch, double sentMs, long siloMs)
    {
        var receivedMs = clock.PreciseNowMs;
        lock (_gate)
        {
            if (epoch < _epoch)
                return;
            if (epoch > _epoch)
                _bounds.Clear();
            _epoch = epoch;
            if (_bounds.Count == Exchanges)
                _bounds.Dequeue();
            _bounds.Enqueue((siloMs - receivedMs, siloMs + 1 - sentMs));
            var least = _bounds.Max(bounds => bounds.Least);
            var most = _bounds.Min(bounds => bounds.Most);
            // Clocks that drift apart leave nothing that all exchanges allow: the last one counts.
            if (least > most)
            {
                (least, most) = (siloMs - receivedMs, siloMs + 1 - sentMs);
                _bounds.Clear();
                _bounds.Enqueue((least, most));
            }
            Volatile.Write(ref _offsetMs, Math.Clamp(0, least, most));
        }
    }
}
