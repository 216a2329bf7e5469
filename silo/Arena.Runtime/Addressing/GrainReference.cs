using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>
/// What generated proxies derive from: an identity, the way to send, and a hint of where the target was last found.
/// The hint is only a hint: a target that has retired passes calls on, so a stale hint costs a hop and never a call.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly GrainReferenceRuntime _runtime;

    /// <summary>Binds a proxy to its target.</summary>
    /// <param name="runtime">The engine that sends.</param>
    /// <param name="grainId">The target.</param>
    protected GrainReference(GrainReferenceRuntime runtime, GrainId grainId)
    {
        _runtime = runtime;
        GrainId = grainId;
    }

    /// <summary>The target.</summary>
    public GrainId GrainId { get; }

    internal GrainReferenceRuntime Runtime => _runtime;

    internal CallTarget? Hint { get; set; }

    /// <inheritdoc/>
    public bool Equals(GrainReference? other) => other is not null && GrainId.Equals(other.GrainId);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc/>
    public override int GetHashCode() => GrainId.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => GrainId.ToString();

    /// <summary>Sends a call and returns its answer.</summary>
    /// <typeparam name="TResult">What the method answers.</typeparam>
    /// <param name="call">The call.</param>
    /// <returns>Completes with the answer, the grain's own exception, or the engine's refusal.</returns>
    protected Task<TResult> InvokeAsync<TResult>(GrainCall<TResult> call)
    {
        var answer = call.CreatePromise();
        _runtime.Send(this, call);
        return answer;
    }

    /// <summary>Sends a call that answers nothing but its completion.</summary>
    /// <param name="call">The call.</param>
    /// <returns>Completes when the turn has ended.</returns>
    protected Task InvokeAsync(GrainCallWithoutResult call)
    {
        var answer = call.CreatePromise();
        _runtime.Send(this, call);
        return answer;
    }

    /// <summary>Sends a call without waiting for anything. A failure is logged where it happens.</summary>
    /// <param name="call">The call.</param>
    protected void Post(GrainCallWithoutResult call) => _runtime.Send(this, call);
}
