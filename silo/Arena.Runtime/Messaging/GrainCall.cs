using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace Arena.Runtime;

/// <summary>
/// One call on its way: the method, its arguments (in the generated class), what travels with them, and the caller's promise.
/// A call is made once, delivered at most once, and its promise is completed once, by whoever comes first: the turn, the timeout,
/// the caller's cancellation, or a refusal.
/// A promise is always completed from within a work item of the dispatcher, and by the turn on the activation's scheduler, whose presence
/// keeps an awaiting caller from running inside the turn that answers it. A promise that forced its continuations to be asynchronous would
/// send combinators such as Task.WhenAll to the thread pool, and out of a simulation.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class GrainCall : Turn, IInvokable
{
    private ImmutableDictionary<string, object>? _contextValues;
    private Activity? _callerActivity;
    private CallCancellation? _cancellation;

    // Where the answer goes: the stripe in which the caller waits, or the origin of a call that came as bytes. One field for both, since a
    // call has never both, and every call pays for a field.
    private object? _answersTo;

    private protected GrainCall()
    {
    }

    /// <summary>The method.</summary>
    public abstract GrainMethod Method { get; }

    internal sealed override TurnKind Kind => Method.Kind;

    internal sealed override string Name => Method.ActivityName;

    /// <summary>Through which reference the call was made.</summary>
    internal GrainReference? Reference { get; set; }

    /// <summary>The target.</summary>
    internal GrainId GrainId => Reference!.GrainId;

    /// <summary>The grain that made the call, if one did.</summary>
    internal TurnHost? Sender { get; private set; }

    /// <summary>Where the call waits for its answer; the links belong to the stripe.</summary>
    internal PendingStripe? Stripe
    {
        get => _answersTo as PendingStripe;
        set => _answersTo = value;
    }

    internal GrainCall? PreviousPending { get; set; }

    internal GrainCall? NextPending { get; set; }

    /// <summary>The tick of <see cref="PendingCalls"/> at which the caller stops waiting.</summary>
    internal long Deadline { get; set; }

    /// <summary>The values of <see cref="RequestContext"/> that travel with the call.</summary>
    internal ImmutableDictionary<string, object>? ContextValues => _contextValues;

    /// <summary>What the caller was doing, for a trace.</summary>
    internal Activity? CallerActivity => _callerActivity;

    /// <summary>Whether the caller has stopped waiting.</summary>
    internal abstract bool IsAbandoned { get; }

    /// <summary>The answer, boxed; for filters.</summary>
    internal abstract object? Result { get; set; }

    /// <summary>The token argument of a cancellable method.</summary>
    public virtual CancellationToken Token
    {
        get => CancellationToken.None;
        set => throw new InvalidOperationException($"{Name} takes no cancellation token, not {value}.");
    }

    /// <inheritdoc/>
    public abstract int GetArgumentCount();

    /// <inheritdoc/>
    public abstract object? GetArgument(int index);

    /// <inheritdoc/>
    public abstract void SetArgument(int index, object value);

    string IInvokable.GetMethodName() => Method.Name;

    string IInvokable.GetInterfaceName() => Method.InterfaceName;

    string IInvokable.GetActivityName() => Method.ActivityName;

    MethodInfo IInvokable.GetMethod() => Method.GetMethodInfo();

    Type IInvokable.GetInterfaceType() => Method.InterfaceType;

    /// <summary>Takes along what flows from the caller.</summary>
    internal void CaptureCaller()
    {
        Sender = TurnScheduler.CurrentHost;
        _contextValues = RequestContext.Snapshot;
        _callerActivity = Activity.Current;
        if (Method.IsCancellable) _cancellation = new CallCancellation(this);
    }

    internal sealed override async Task RunAsync(TurnHost host)
    {
        _cancellation?.Begin(host);
        if (IsAbandoned)
        {
            host.End(this, null);
            host.Pump();
            return;
        }

        var metrics = host.Services.Metrics;
        var began = metrics.TurnBegan();
        var failure = await InvokeAsync(host);
        metrics.TurnEnded(began, host.GrainId.Type);
        host.End(this, failure);
        if (failure is null) Succeed();
        else Fail(failure, host.Services);
        host.Pump();
    }

    internal sealed override void Refuse(Exception reason)
    {
        if (Reference is { } reference) reference.Runtime.Refused(this, reason);
        TryFail(reason);
    }

    /// <summary>Calls the method; for generated code and filters.</summary>
    internal abstract Task InvokeOn(object target);

    /// <summary>Completes the promise with the answer of the method, or with that which <see cref="ReadAnswer"/> has read.</summary>
    internal abstract void Succeed();

    /// <summary>Completes the promise with a failure.</summary>
    internal abstract bool TryFail(Exception exception);

    /// <summary>
    /// Gives up waiting, in a work item of its own: the caller hears of it, and so does the turn, if it takes a token.
    /// </summary>
    internal void Abandon(Exception reason, Action? done = null) =>
        Reference!.Runtime.Dispatcher.Dispatch(new Abandonment(this, reason, done));

    /// <summary>The promise is complete.</summary>
    private protected void Settled()
    {
        Stripe?.Remove(this);
        Peer?.Forget(this);
        _cancellation?.End();
    }

    private sealed class Abandonment(GrainCall call, Exception reason, Action? done) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            if (!call.TryFail(reason)) return;
            call._cancellation?.Cancel();
            done?.Invoke();
        }
    }

    private async ValueTask<Exception?> InvokeAsync(TurnHost host)
    {
        // What is set here flows into the method and no further: the method builder restores the thread's context on the way out.
        if (_contextValues is not null) RequestContext.Restore(_contextValues);
        if (_callerActivity is not null) Activity.Current = _callerActivity;
        using var activity = RuntimeTracing.StartTurn(this, host);
        try
        {
            if (host.Filters.Count == 0) await InvokeOn(host.Instance);
            else await new IncomingGrainCallContext(this, (Activation)host).Invoke();
            return null;
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            return exception;
        }
    }

    private void Fail(Exception failure, SiloServices services)
    {
        if (Method.IsOneWay) services.Logger.OneWayFailed(failure, Name, GrainId);
        else TryFail(failure);
    }
}
