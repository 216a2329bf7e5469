using System.ComponentModel;
using System.Reflection;

namespace Arena.Runtime;

/// <summary>One method of a grain or observer interface, as the generator found it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GrainMethod
{
    private MethodInfo? _method;

    /// <summary>Describes a method.</summary>
    /// <param name="interfaceType">The interface that was called.</param>
    /// <param name="interfaceName">Its stable name: its alias or full name.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="id">The method's stable number within the interface.</param>
    /// <param name="parameterTypes">Its parameters.</param>
    /// <param name="options">Its attributes.</param>
    /// <param name="responseTimeout">Its own timeout as a time span, when it has one.</param>
    public GrainMethod(
        Type interfaceType,
        string interfaceName,
        string name,
        uint id,
        Type[] parameterTypes,
        GrainMethodOptions options,
        string? responseTimeout)
    {
        ArgumentNullException.ThrowIfNull(interfaceType);
        InterfaceType = interfaceType;
        InterfaceName = interfaceName;
        Name = name;
        Id = id;
        WireKey = ((ulong)StableHash.Of(interfaceName) << 32) | id;
        ParameterTypes = parameterTypes;
        Options = options;
        ActivityName = $"{interfaceType.Name}/{name}";
        ResponseTimeout = responseTimeout is null ? null : new ResponseTimeoutAttribute(responseTimeout).Timeout;
        Kind = options.HasFlag(GrainMethodOptions.AlwaysInterleave) ? TurnKind.Interleaving
            : options.HasFlag(GrainMethodOptions.ReadOnly) ? TurnKind.ReadOnly
            : TurnKind.Exclusive;
        IsOneWay = options.HasFlag(GrainMethodOptions.OneWay);
        IsCancellable = options.HasFlag(GrainMethodOptions.Cancellable);
    }

    /// <summary>The interface that was called.</summary>
    public Type InterfaceType { get; }

    /// <summary>The stable name of the interface.</summary>
    public string InterfaceName { get; }

    /// <summary>The method's name.</summary>
    public string Name { get; }

    /// <summary>The method's stable number within the interface: from its id, its alias, or its name and parameter types.</summary>
    public uint Id { get; }

    /// <summary>The types of the parameters.</summary>
    public IReadOnlyList<Type> ParameterTypes { get; }

    /// <summary>The attributes.</summary>
    public GrainMethodOptions Options { get; }

    /// <summary>The method's own timeout, when it has one.</summary>
    public TimeSpan? ResponseTimeout { get; }

    /// <summary>What a trace calls a call of it.</summary>
    public string ActivityName { get; }

    /// <summary>What a message calls the method by: a hash of the interface's stable name, then <see cref="Id"/>.</summary>
    internal ulong WireKey { get; }

    internal TurnKind Kind { get; }

    internal bool IsOneWay { get; }

    internal bool IsCancellable { get; }

    /// <summary>Finds the method by reflection; for filters that want its attributes.</summary>
    /// <returns>The method of the interface.</returns>
    public MethodInfo GetMethodInfo() => _method ??= InterfaceType.GetInterfaces().Prepend(InterfaceType)
        .Select(type => type.GetMethod(Name, [.. ParameterTypes]))
        .First(method => method is not null)!;
}
