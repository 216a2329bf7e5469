using System.Reflection;

namespace Arena.TestKit.Silos;

/// <summary>A reference to a grain or an observer.</summary>
public class GrainProxy : DispatchProxy
{
    private Func<MethodInfo, object?[], Task<object?>> _call = null!;

    internal static T Of<T>(Func<MethodInfo, object?[], Task<object?>> call)
    {
        var proxy = Create<T, GrainProxy>();
        ((GrainProxy)(object)proxy!)._call = call;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        TypedTasks.As(targetMethod!.ReturnType, _call(targetMethod, args ?? []));
}
