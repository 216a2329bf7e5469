using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>A call that answers nothing but its completion, or, if it is one-way, not even that.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GrainCallWithoutResult : GrainCall
{
    private TaskCompletionSource? _promise;

    internal sealed override bool IsAbandoned => Origin is { } origin ? origin.IsAbandoned : _promise is { Task.IsCompleted: true };

    internal sealed override object? Result
    {
        get => null;
        set
        {
            if (value is not null) throw new InvalidOperationException($"{Name} answers nothing, so not {value} either.");
        }
    }

    /// <summary>Calls the method on the target.</summary>
    /// <param name="target">The grain or the observer.</param>
    /// <returns>The method's own task.</returns>
    protected abstract Task InvokeAsync(object target);

    internal Task CreatePromise()
    {
        _promise = new TaskCompletionSource();
        return _promise.Task;
    }

    internal sealed override Task InvokeOn(object target) => InvokeAsync(target);

    internal sealed override void Succeed()
    {
        if (Origin is not null) AnswerOrigin();
        else if (_promise?.TrySetResult() == true) Settled();
    }

    internal sealed override bool TryFail(Exception exception)
    {
        if (Origin is not null) return TryFailOrigin(exception);
        if (_promise?.TrySetException(exception) != true) return false;
        Settled();
        return true;
    }

    internal sealed override void WriteResult(ref WireWriter writer)
    {
    }

    internal sealed override void ReadAnswer(ref WireReader reader)
    {
    }
}
