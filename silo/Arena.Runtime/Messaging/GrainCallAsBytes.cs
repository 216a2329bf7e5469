using System.Collections.Immutable;
using System.Diagnostics;

namespace Arena.Runtime;

/// <content>
/// The call between processes. At the caller, its arguments are written, it waits like any other, and its answer is read. At the grain, an
/// empty call is filled from bytes, has an origin instead of a promise, and its answer is written.
/// </content>
public abstract partial class GrainCall
{
    /// <summary>Where the answer goes, if the call came as bytes. Such a call has no promise and waits in no stripe.</summary>
    internal IncomingOrigin? Origin
    {
        get => _answersTo is PendingStripe ? null : (IncomingOrigin?)_answersTo;
        set => _answersTo = value;
    }

    /// <summary>The silo that the call was sent to, and its number there, while it waits for the answer.</summary>
    internal SiloPeer? Peer { get; set; }

    internal long RemoteId { get; set; }

    /// <summary>How often it was sent on because its target was elsewhere.</summary>
    internal int Hops { get; set; }

    /// <summary>What a caller in another process was doing, for a trace.</summary>
    internal ActivityContext CallerTrace { get; private set; }

    /// <summary>Writes the arguments as one object. A cancellation token stays where it is.</summary>
    /// <param name="writer">Takes them.</param>
    public abstract void WriteArguments(ref WireWriter writer);

    /// <summary>Fills the arguments of an empty call.</summary>
    /// <param name="reader">Brings them.</param>
    /// <exception cref="WireFormatException">The bytes are not the arguments of this method.</exception>
    public abstract void ReadArguments(ref WireReader reader);

    /// <summary>Takes along what came as bytes, where <see cref="CaptureCaller"/> takes what flows within the process.</summary>
    internal void CaptureOrigin(
        IncomingOrigin? origin, ImmutableDictionary<string, object>? contextValues, ActivityContext callerTrace = default)
    {
        Origin = origin;
        _contextValues = contextValues;
        CallerTrace = callerTrace;
        if (Method.IsCancellable) _cancellation = new CallCancellation(this);
    }

    /// <summary>Tells a turn whose caller in another process has stopped waiting, if it takes a token.</summary>
    internal void CancelTurn() => _cancellation?.Cancel();

    /// <summary>Writes the answer of the method, after it has succeeded.</summary>
    internal abstract void WriteResult(ref WireWriter writer);

    /// <summary>
    /// Reads the answer that <see cref="WriteResult"/> wrote, for <see cref="Succeed"/> to deliver: the bytes are gone by the time the
    /// dispatcher runs what completes the promise.
    /// </summary>
    internal abstract void ReadAnswer(ref WireReader reader);

    /// <summary>Reads the answer and completes the promise; in a work item of the dispatcher.</summary>
    internal void CompleteFrom(ref WireReader reader)
    {
        ReadAnswer(ref reader);
        Succeed();
    }

    /// <summary>Sends the answer where the call came from, unless that was done.</summary>
    private protected void AnswerOrigin()
    {
        TakeOrigin().Succeed(this);
        _cancellation?.End();
    }

    /// <summary>Sends the failure where the call came from. False if it was answered before.</summary>
    private protected bool TryFailOrigin(Exception exception)
    {
        var origin = TakeOrigin();
        origin.Fail(this, exception);
        _cancellation?.End();
        return origin != IncomingOrigin.Answered;
    }

    private IncomingOrigin TakeOrigin() => (IncomingOrigin)Interlocked.Exchange(ref _answersTo, IncomingOrigin.Answered)!;
}
