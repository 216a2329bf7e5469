using System.Reflection;
using Orleans.Concurrency;

namespace Arena.TestKit.Silos;

/// <summary>A call and its arguments.</summary>
internal sealed record SimulatedCall(GrainId Target, MethodInfo Method, object?[] Arguments, SimulatedObserver? Observer = null)
{
    public bool IsOneWay { get; } = Method.IsDefined(typeof(OneWayAttribute));

    public TimeSpan? ResponseTimeout { get; } = Method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;

    public bool Interleaves { get; } = Method.IsDefined(typeof(AlwaysInterleaveAttribute));

    /// <summary>Invokes the method and waits for what it returns.</summary>
    public Task<object?> InvokeAsync(object target) =>
        TypedTasks.ResultAsync((Task)Method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, Arguments, null)!);

    public override string ToString() => $"{Method.DeclaringType!.Name}.{Method.Name} on {Target}";
}
