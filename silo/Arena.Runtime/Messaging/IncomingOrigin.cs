namespace Arena.Runtime;

/// <summary>
/// Where a call came from that was read from bytes: its answer goes there instead of to a promise. Of all that may be said of the call,
/// only the first is.
/// </summary>
internal abstract class IncomingOrigin
{
    /// <summary>What a call that was answered has in place of its origin.</summary>
    public static IncomingOrigin Answered { get; } = new AnsweredOrigin();

    /// <summary>Whether the caller has stopped waiting, as far as is known here.</summary>
    public abstract bool IsAbandoned { get; }

    /// <summary>Answers with the call's result (<see cref="GrainCall.WriteResult"/>, which may throw). Must not throw.</summary>
    public abstract void Succeed(GrainCall call);

    /// <summary>Answers with a failure. Must not throw.</summary>
    public abstract void Fail(GrainCall call, Exception exception);

    /// <summary>Answers that the grain, which has not seen the call, is elsewhere. Must not throw.</summary>
    /// <param name="call">The call.</param>
    /// <param name="owner">Who owns its placement group; null if this silo takes no work.</param>
    public abstract void NotHere(GrainCall call, SiloAddress? owner);

    private sealed class AnsweredOrigin : IncomingOrigin
    {
        public override bool IsAbandoned => true;

        public override void Succeed(GrainCall call)
        {
        }

        public override void Fail(GrainCall call, Exception exception)
        {
        }

        public override void NotHere(GrainCall call, SiloAddress? owner)
        {
        }
    }
}
