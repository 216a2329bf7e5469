using System.Buffers;

namespace Arena.Runtime;

/// <summary>The answer of a call.</summary>
internal readonly ref struct ResultFrame(long id, GrainCall call) : IFrame
{
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output);
        writer.WriteByte((byte)FrameKind.Result);
        writer.WriteUInt64((ulong)id);
        call.WriteResult(ref writer);
        writer.Flush();
    }
}

/// <summary>The failure of a call.</summary>
internal readonly ref struct FailureFrame(long id, Exception exception) : IFrame
{
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output);
        writer.WriteByte((byte)FrameKind.Failure);
        writer.WriteUInt64((ulong)id);
        ExceptionCodec.Write(ref writer, exception);
        writer.Flush();
    }
}

/// <summary>A call was not seen, because its target is elsewhere: with its owner, or empty if the silo takes no work.</summary>
internal readonly ref struct NotHereFrame(long id, SiloAddress? owner) : IFrame
{
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output);
        writer.WriteByte((byte)FrameKind.NotHere);
        writer.WriteUInt64((ulong)id);
        writer.WriteString(owner?.ToString() ?? "");
        writer.Flush();
    }
}

/// <summary>The caller of a cancellable call has stopped waiting.</summary>
internal readonly ref struct CancelFrame(long id) : IFrame
{
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output);
        writer.WriteByte((byte)FrameKind.Cancel);
        writer.WriteUInt64((ulong)id);
        writer.Flush();
    }
}
