namespace Arena.Runtime;

/// <summary>Where a call came from that was read from bytes: its answer goes there instead of to a promise, once.</summary>
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

    private sealed class AnsweredOrigin : IncomingOrigin
    {
        public override bool IsAbandoned => true;

        public override void Succeed(GrainCall call)
        {
        }

        public override void Fail(GrainCall call, Exception exception)
        {
        }
    }
}
