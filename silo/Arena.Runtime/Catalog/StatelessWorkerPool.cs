namespace Arena.Runtime;

/// <summary>
/// The workers of one key of a stateless worker grain. A call goes to a worker with nothing to do; when there is none, to a new one
/// while there are fewer than the most allowed; else to the one with the shortest mailbox. The pool itself stays, empty or not:
/// it is small, and stateless workers have few keys.
/// </summary>
internal sealed class StatelessWorkerPool(int limit, Func<Action<Activation>, Activation> create) : CallTarget
{
    private readonly Lock _lock = new();
    private readonly List<Activation> _workers = [];

    public override bool IsRetired => false;

    public override int Depth => Workers().Sum(worker => worker.Depth);

    public int Count => Workers().Count;

    public override void Deliver(Turn turn) => Choose().Deliver(turn);

    public IReadOnlyList<Activation> Workers()
    {
        lock (_lock) return [.. _workers];
    }

    private Activation Choose()
    {
        lock (_lock)
        {
            Activation? best = null;
            foreach (var worker in _workers)
            {
                if (worker.IsRetired) continue;
                if (best is null || worker.Load < best.Load) best = worker;
                if (best.Load == 0) return best;
            }

            if (best is not null && _workers.Count >= limit) return best;
            best = create(Remove);
            _workers.Add(best);
            return best;
        }
    }

    private void Remove(Activation worker)
    {
        lock (_lock) _workers.Remove(worker);
    }
}
