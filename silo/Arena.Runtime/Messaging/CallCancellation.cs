using System.Diagnostics.CodeAnalysis;

namespace Arena.Runtime;

/// <summary>
/// The token of one cancellable call. The caller's cancellation and the timeout end the caller's wait at once; a turn that has begun
/// learns of it on its own scheduler, and one that has not begun never does.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "The turn may hold the token for longer than the call lives, and a source without a timer has nothing to free.")]
internal sealed class CallCancellation
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _registration;
    private TurnHost? _host;

    public CallCancellation(GrainCall call)
    {
        var caller = call.Token;
        call.Token = _source.Token;
        if (caller.CanBeCanceled)
        {
            _registration = caller.UnsafeRegister(
                static (state, token) => ((GrainCall)state!).Abandon(new OperationCanceledException(token)),
                call);
        }
    }

    /// <summary>Notes where the call runs. A full fence, so that either the turn sees the broken promise or the canceller sees the host.</summary>
    public void Begin(TurnHost host) => Interlocked.Exchange(ref _host, host);

    /// <summary>Tells the turn.</summary>
    public void Cancel()
    {
        if (Interlocked.CompareExchange(ref _host, null, null) is { } host) host.Scheduler.Post(_source.Cancel);
    }

    /// <summary>Stops listening to the caller.</summary>
    public void End() => _registration.Unregister();
}
