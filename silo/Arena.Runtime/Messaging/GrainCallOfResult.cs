using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>A call that answers a value.</summary>
/// <typeparam name="TResult">What it answers.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GrainCall<TResult> : GrainCall
{
    private TaskCompletionSource<TResult>? _promise;
    private Task<TResult>? _invocation;

    internal sealed override bool IsAbandoned => _promise!.Task.IsCompleted;

    internal sealed override object? Result
    {
        get => _invocation is null ? null : _invocation.GetAwaiter().GetResult();
        set => _invocation = Task.FromResult((TResult)value!);
    }

    /// <summary>Calls the method on the grain.</summary>
    /// <param name="target">The grain.</param>
    /// <returns>The method's own task.</returns>
    protected abstract Task<TResult> InvokeAsync(object target);

    internal Task<TResult> CreatePromise()
    {
        _promise = new TaskCompletionSource<TResult>();
        return _promise.Task;
    }

    internal sealed override Task InvokeOn(object target) => _invocation = InvokeAsync(target);

    internal sealed override void Succeed()
    {
        // A filter that neither made the call nor answered leaves no invocation: the answer is the type's default.
        var answer = _invocation is null ? default! : _invocation.GetAwaiter().GetResult();
        if (_promise!.TrySetResult(answer)) Settled();
    }

    internal sealed override bool TryFail(Exception exception)
    {
        if (!_promise!.TrySetException(exception)) return false;
        Settled();
        return true;
    }
}
