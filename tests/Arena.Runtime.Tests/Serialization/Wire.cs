using System.Buffers;

namespace Arena.Runtime.Tests.Serialization;

/// <summary>Writes and reads calls as a process would that sends them.</summary>
internal static class Wire
{
    public delegate void Writing(ref WireWriter writer);

    public static ManifestIndex Manifest { get; } = new([typeof(Wire).Assembly, typeof(GrainInterfaces.JoinSession).Assembly]);

    public static GrainReferenceRuntime Runtime { get; } = new DetachedRuntime();

    public static IEnumerable<Func<GrainCall>> Calls { get; } =
        [.. new[] { typeof(Wire).Assembly, typeof(GrainInterfaces.JoinSession).Assembly }
            .Select(assembly => (GrainManifest)Activator.CreateInstance(
                ((GrainManifestAttribute)Attribute.GetCustomAttribute(assembly, typeof(GrainManifestAttribute))!).ManifestType,
                nonPublic: true)!)
            .SelectMany(manifest => manifest.Interfaces)
            .SelectMany(info => info.Calls)];

    public static byte[] Bytes(Writing write)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new WireWriter(output);
        write(ref writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    public static GrainCall Call<TInterface>(string method, params object?[] arguments)
    {
        var call = Manifest.Interface(typeof(TInterface)).Calls.Select(create => create()).Single(call => call.Method.Name == method);
        for (var i = 0; i < arguments.Length; i++) call.SetArgument(i, arguments[i]!);
        return call;
    }

    public static byte[] ArgumentsOf(GrainCall call) => Bytes((ref WireWriter writer) => call.WriteArguments(ref writer));

    public static byte[] ResultOf(GrainCall call, object? result)
    {
        call.Result = result;
        return Bytes((ref WireWriter writer) => call.WriteResult(ref writer));
    }

    public static int ReadArguments(GrainCall call, ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes, Runtime);
        call.ReadArguments(ref reader);
        return reader.Remaining;
    }

    public static int ReadResult(GrainCall call, ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes, Runtime);
        call.ReadAnswer(ref reader);
        return reader.Remaining;
    }

    /// <summary>Sends a value as the argument of one method and reads it as that of another, as releases do with each other.</summary>
    public static TTo Convert<TTo>(string fromMethod, object from, string toMethod)
    {
        var reading = Call<IEverything>(toMethod);
        Assert.Equal(0, ReadArguments(reading, ArgumentsOf(Call<IEverything>(fromMethod, from))));
        return (TTo)reading.GetArgument(0)!;
    }

    private sealed class DetachedRuntime : GrainReferenceRuntime
    {
        internal override ITurnDispatcher Dispatcher => throw new InvalidOperationException("Nothing runs here.");

        internal override void Send(GrainReference reference, GrainCall call) => throw new InvalidOperationException("Nothing is sent here.");

        internal override void Refused(GrainCall call, Exception reason) => throw new InvalidOperationException("Nothing is refused here.");

        internal override object CreateReference(Type interfaceType, GrainId grainId) => Manifest.Interface(interfaceType).CreateProxy(this, grainId);
    }
}
