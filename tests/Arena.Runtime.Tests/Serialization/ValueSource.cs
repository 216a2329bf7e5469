using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Arena.Runtime.Tests.Serialization;

/// <summary>Makes values of any type that can be sent: the same ones for the same seed, and null only where the type says so.</summary>
internal sealed class ValueSource(int seed)
{
    private const int MaxDepth = 4;

    private static readonly string[] Texts = ["", "a", "Ünïcødé 🎲", "0", new('x', 42), new('é', 43), new('z', 700)];
    private static readonly long[] Edges = [0, 1, -1, 63, 64, 127, 128, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];

    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>Fills a call and writes it.</summary>
    public byte[] Arguments(GrainCall call)
    {
        Fill(call);
        return Wire.ArgumentsOf(call);
    }

    /// <summary>Gives every argument of a call a value.</summary>
    public void Fill(GrainCall call)
    {
        var parameters = call.Method.GetMethodInfo().GetParameters();
        for (var i = 0; i < parameters.Length; i++) call.SetArgument(i, Argument(parameters[i])!);
    }

    public object? Argument(ParameterInfo parameter) => Make(_nullability.Create(parameter), 0);

    public object? Result(MethodInfo method) => Make(_nullability.Create(method.ReturnParameter).GenericTypeArguments[0], 0);

    private object? Make(NullabilityInfo info, int depth)
    {
        var type = info.Type;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return _random.Next(3) == 0 ? null : Make(underlying, info, depth);
        var mayBeNull = !type.IsValueType && info.ReadState == NullabilityState.Nullable;
        return mayBeNull && (depth >= MaxDepth || _random.Next(3) == 0) ? null : Make(type, info, depth);
    }

    private object Make(Type type, NullabilityInfo info, int depth)
    {
        if (Scalar(type) is { } scalar) return scalar;
        if (type.IsEnum) return _random.Next(4) == 0 ? Enum.ToObject(type, 77) : Any(Enum.GetValues(type));
        if (typeof(IAddressable).IsAssignableFrom(type)) return Wire.Runtime.CreateReference(type, new GrainId("kind", Text() + "!"));
        if (type.IsArray) return List(info.ElementType!, depth);
        if (type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)) return Construct(type, info.GenericTypeArguments, depth);
        if (!type.IsGenericType) return Construct(type, [], depth);
        var arguments = info.GenericTypeArguments;
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(IReadOnlyList<>)) return List(arguments[0], depth);
        if (definition == typeof(List<>)) return Activator.CreateInstance(type, List(arguments[0], depth))!;
        if (definition == typeof(ImmutableArray<>)) return ImmutableList(arguments, List(arguments[0], depth));
        if (definition == typeof(Dictionary<,>)) return Map(arguments, depth);
        return definition == typeof(ImmutableDictionary<,>) ? ImmutableMap(arguments, Map(arguments, depth)) : Construct(type, [], depth);
    }

    private object? Scalar(Type type)
    {
        if (type == typeof(string)) return Text();
        if (type == typeof(bool)) return _random.Next(2) == 0;
        if (type == typeof(char)) return (char)_random.Next(char.MaxValue + 1);
        if (type == typeof(double)) return _random.Next(3) == 0 ? -0.0 : BitConverter.Int64BitsToDouble(_random.NextInt64());
        if (type == typeof(float)) return _random.NextSingle() * 1e9f;
        if (type == typeof(decimal)) return new decimal(_random.Next(), _random.Next(), 0, _random.Next(2) == 0, (byte)_random.Next(29));
        if (type == typeof(Guid)) return _random.Next(4) == 0 ? Guid.Empty : new Guid(Bytes(16));
        if (type == typeof(TimeSpan)) return new TimeSpan(Edges[_random.Next(Edges.Length)]);
        if (type == typeof(DateTime)) return new DateTime(_random.NextInt64(DateTime.MaxValue.Ticks), (DateTimeKind)_random.Next(3));
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(_random.Next(-840, 841)));
        if (type == typeof(byte[])) return Bytes(_random.Next(400));
        if (type == typeof(ReadOnlyMemory<byte>)) return (ReadOnlyMemory<byte>)Bytes(_random.Next(400));
        if (type == typeof(CancellationToken)) return CancellationToken.None;
        return type.IsPrimitive ? Whole(type) : null;
    }

    private object Whole(Type type)
    {
        var value = _random.Next(2) == 0 ? Edges[_random.Next(Edges.Length)] : _random.NextInt64() >> _random.Next(64);
        var size = System.Runtime.InteropServices.Marshal.SizeOf(type);
        var bytes = BitConverter.GetBytes(value).AsSpan(0, size);
        return type == typeof(sbyte) ? (sbyte)value
            : type == typeof(byte) ? bytes[0]
            : type == typeof(short) ? (short)value
            : type == typeof(ushort) ? (ushort)value
            : type == typeof(int) ? (int)value
            : type == typeof(uint) ? (uint)value
            : type == typeof(long) ? value
            : type == typeof(ulong) ? (ulong)value
            : throw new NotSupportedException(type.ToString());
    }

    private string Text() => Texts[_random.Next(Texts.Length)];

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private Array List(NullabilityInfo element, int depth)
    {
        var count = depth >= MaxDepth ? 0 : _random.Next(10) == 0 ? 300 >> (3 * depth) : _random.Next(4);
        var items = Array.CreateInstance(element.Type, count);
        for (var i = 0; i < count; i++) items.SetValue(Make(element, depth + 1), i);
        return items;
    }

    private IDictionary Map(NullabilityInfo[] types, int depth)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType([.. types.Select(type => type.Type)]))!;
        for (var i = depth >= MaxDepth ? 0 : _random.Next(5); i > 0; i--) map[Make(types[0], depth + 1)!] = Make(types[1], depth + 1);
        return map;
    }

    private object Construct(Type type, NullabilityInfo[] parts, int depth)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length);
        var parameters = constructor?.GetParameters() ?? [];
        var made = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. parameters.Select((parameter, i) => Make(InfoOf(parameter, i), depth + 1))]);
        if (parameters.Length > 0) return made;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            property.SetValue(made, Make(_nullability.Create(property), depth + 1));
        return made;

        // What a tuple holds is told where it stands.
        NullabilityInfo InfoOf(ParameterInfo parameter, int i) => i < parts.Length ? parts[i] : _nullability.Create(parameter);
    }

    private object Any(Array values) => values.GetValue(_random.Next(values.Length))!;

    private static object ImmutableList(NullabilityInfo[] types, Array items) => typeof(ImmutableArray).GetMethods()
        .Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
        .MakeGenericMethod(types[0].Type)
        .Invoke(null, [items])!;

    private static object ImmutableMap(NullabilityInfo[] types, IDictionary map) => typeof(ImmutableDictionary).GetMethods()
        .Single(method => method.Name == nameof(ImmutableDictionary.CreateRange) && method.GetParameters().Length == 1)
        .MakeGenericMethod([.. types.Select(type => type.Type)])
        .Invoke(null, [map])!;
}
