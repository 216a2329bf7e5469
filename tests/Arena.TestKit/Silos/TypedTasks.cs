using System.Collections.Concurrent;
using System.Reflection;

namespace Arena.TestKit.Silos;

/// <summary>Tasks of a result that is only known at run time.</summary>
internal static class TypedTasks
{
    private static readonly ConcurrentDictionary<Type, (Func<Task<object?>, Task> To, Func<Task, Task<object?>> From)> Conversions = new();

    /// <summary>The task that a method of this type returns, of an untyped one.</summary>
    public static Task As(Type returned, Task<object?> task) => returned == typeof(Task) ? task : Of(returned).To(task);

    /// <summary>The result of a task; null if it has none.</summary>
    public static async Task<object?> ResultAsync(Task task)
    {
        if (ResultType(task.GetType()) is { } typed)
            return await Of(typed).From(task);
        await task;
        return null;
    }

    private static (Func<Task<object?>, Task> To, Func<Task, Task<object?>> From) Of(Type task) => Conversions.GetOrAdd(task, static task =>
    {
        var result = task.GetGenericArguments()[0];
        return (Method(nameof(ToAsync), result).CreateDelegate<Func<Task<object?>, Task>>(),
            Method(nameof(FromAsync), result).CreateDelegate<Func<Task, Task<object?>>>());
    });

    /// <summary>An async method's task is of a class of its own, which derives from the task of its result.</summary>
    private static Type? ResultType(Type? task)
    {
        while (task is not null && !(task.IsGenericType && task.GetGenericTypeDefinition() == typeof(Task<>)))
            task = task.BaseType;
        return task is null || task.GetGenericArguments()[0].Name == "VoidTaskResult" ? null : task;
    }

    private static MethodInfo Method(string name, Type result) =>
        typeof(TypedTasks).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(result);

    private static async Task<T> ToAsync<T>(Task<object?> task) => (T)(await task)!;

    private static async Task<object?> FromAsync<T>(Task task) => await (Task<T>)task;
}
