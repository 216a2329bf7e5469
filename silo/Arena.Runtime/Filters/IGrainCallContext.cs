using System.Reflection;

namespace Arena.Runtime;

/// <summary>What a call filter sees of a call.</summary>
public interface IGrainCallContext
{
    /// <summary>The call and its arguments.</summary>
    IInvokable Request { get; }

    /// <summary>The grain.</summary>
    object Grain { get; }

    /// <summary>Which grain called, if it was a grain.</summary>
    GrainId? SourceId { get; }

    /// <summary>Which grain is called.</summary>
    GrainId TargetId { get; }

    /// <summary>The stable name of the interface.</summary>
    string InterfaceName { get; }

    /// <summary>The name of the method.</summary>
    string MethodName { get; }

    /// <summary>The method of the interface.</summary>
    MethodInfo InterfaceMethod { get; }

    /// <summary>The answer: readable once the call was made, and replaceable before and after. Null for a method without a result.</summary>
    object? Result { get; set; }

    /// <summary>Makes the call: runs the next filter or, after the last, the method.</summary>
    /// <returns>Completes when the call has ended. Not calling this leaves the grain untouched.</returns>
    Task Invoke();
}
