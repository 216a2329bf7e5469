using System.ComponentModel;

namespace Arena.Runtime;

/// <summary>A call that answers a value.</summary>
/// <typeparam name="TResult">What it answers.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GrainCall<TResult> : GrainCall
{
    private TaskCompletionSource<TResult>? _promise;
    private Task<TResult>? _invocation;

    internal sealed override bool IsAbandoned => Origin is { } origin ? origin.IsAbandoned : _promise!.Task.IsCompleted;

    internal sealed override object? Result
    {
        get => _invocation is null ? null : _invocation.GetAwaiter().GetResult();
        set => _invocation = Task.FromResult((TResult)value!);
    }

    /// <summary>Calls the method on the grain.</summary>
    /// <param name="target">The grain.</param>
    /// <returns>The method's own task.</returns>
    protected abstract Task<TResult> InvokeAsync(object target);

    /// <summary>Writes the answer as the only field of an object.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="result">The answer.</param>
    protected abstract void WriteResult(ref WireWriter writer, TResult result);

    /// <summary>Reads an answer.</summary>
    /// <param name="reader">Brings it.</param>
    /// <returns>The answer.</returns>
    protected abstract TResult ReadResult(ref WireReader reader);

    internal Task<TResult> CreatePromise()
    {
        _promise = new TaskCompletionSource<TResult>();
        return _promise.Task;
    }

    internal sealed override Task InvokeOn(object target) => _invocation = InvokeAsync(target);

    internal sealed override void Succeed()
    {
        if (Origin is not null) AnswerOrigin();
        else if (_promise!.TrySetResult(Answer())) Settled();
    }

    internal sealed override bool TryFail(Exception exception)
    {
        if (Origin is not null) return TryFailOrigin(exception);
        if (!_promise!.TrySetException(exception)) return false;
        Settled();
        return true;
    }

    internal sealed override void WriteResult(ref WireWriter writer) => WriteResult(ref writer, Answer());

    internal sealed override void ReadAnswer(ref WireReader reader) => _invocation = Task.FromResult(ReadResult(ref reader));

    // A filter that neither made the call nor answered leaves no invocation: the answer is the type's default.
    private TResult Answer() => _invocation is null ? default! : _invocation.GetAwaiter().GetResult();
}
