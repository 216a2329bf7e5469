namespace Arena.Runtime;

/// <summary>Some of the calls that wait for an answer: a linked list through the calls themselves, so that waiting allocates nothing.</summary>
internal sealed class PendingStripe
{
    private readonly Lock _lock = new();
    private GrainCall? _first;
    private bool _closed;

    /// <summary>Adds a call, unless the stripe was emptied for good.</summary>
    public bool TryAdd(GrainCall call)
    {
        lock (_lock)
        {
            if (_closed) return false;
            call.Stripe = this;
            call.NextPending = _first;
            if (_first is not null) _first.PreviousPending = call;
            _first = call;
            return true;
        }
    }

    /// <summary>Removes a call; once.</summary>
    public void Remove(GrainCall call)
    {
        lock (_lock)
        {
            if (call.PreviousPending is { } previous) previous.NextPending = call.NextPending;
            else _first = call.NextPending;
            if (call.NextPending is { } next) next.PreviousPending = call.PreviousPending;
            call.PreviousPending = call.NextPending = null;
        }
    }

    /// <summary>Adds to a list those whose deadline has come.</summary>
    public void CollectOverdue(long tick, List<GrainCall> overdue)
    {
        lock (_lock)
        {
            for (var call = _first; call is not null; call = call.NextPending)
            {
                if (call.Deadline <= tick) overdue.Add(call);
            }
        }
    }

    /// <summary>Takes no more, and adds to a list all that are left.</summary>
    public void Close(List<GrainCall> left)
    {
        lock (_lock)
        {
            _closed = true;
            for (var call = _first; call is not null; call = call.NextPending) left.Add(call);
        }
    }
}
