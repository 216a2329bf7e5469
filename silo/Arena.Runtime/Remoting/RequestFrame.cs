using System.Buffers;

namespace Arena.Runtime;

/// <summary>
/// A call as a frame: kind, flags, number (0 for one way), how long the caller waits (in milliseconds; 0 if nobody does), method, target,
/// trace and context if there are any, arguments. What the flags do not announce is not there.
/// </summary>
internal readonly ref struct RequestFrame(GrainCall call, TimeSpan timeLeft) : IFrame
{
    /// <summary>A trace context (https://www.w3.org/TR/trace-context/) follows, as text.</summary>
    public const uint HasTrace = 1;

    /// <summary>Values of <see cref="RequestContext"/> follow.</summary>
    public const uint HasContext = 2;

    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output);
        var trace = call.CallerActivity?.Id;
        writer.WriteByte((byte)FrameKind.Request);
        writer.WriteUInt32((trace is null ? 0 : HasTrace) | (call.ContextValues is null ? 0 : HasContext));
        writer.WriteUInt64((ulong)(call.Method.IsOneWay ? 0 : call.RemoteId));
        writer.WriteUInt32(timeLeft > TimeSpan.Zero ? (uint)Math.Ceiling(timeLeft.TotalMilliseconds) : 0);
        writer.WriteFixed64(call.Method.WireKey);
        writer.WriteGrainId(call.GrainId);
        if (trace is not null) writer.WriteString(trace);
        if (call.ContextValues is { } values) RequestContextCodec.Write(ref writer, values);
        call.WriteArguments(ref writer);
        writer.Flush();
    }
}
