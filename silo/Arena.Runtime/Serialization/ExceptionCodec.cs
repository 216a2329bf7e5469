using System.Collections.Frozen;

namespace Arena.Runtime;

/// <summary>
/// Failures on the wire. A short closed list of exceptions comes back as what it was, with its message; everything else comes back as
/// <see cref="RemoteGrainException"/>. No type is ever looked up by a name from the wire, and no stack trace leaves the process.
/// </summary>
internal static class ExceptionCodec
{
    private const int MaxMessageLength = 4096;
    private const uint Other = 0;

    // The numbers are part of the protocol: add, never change.
    private static readonly (uint Code, Type Type, Func<string, Exception> Create)[] Known =
    [
        (1, typeof(OrleansException), message => new OrleansException(message)),
        (2, typeof(OrleansMessageRejectionException), message => new OrleansMessageRejectionException(message)),
        (3, typeof(SiloUnavailableException), message => new SiloUnavailableException(message)),
        (4, typeof(LimitExceededException), message => new LimitExceededException(message)),
        (5, typeof(InconsistentStateException), message => new InconsistentStateException(message)),
        (6, typeof(GrainEngineConfigurationException), message => new GrainEngineConfigurationException(message)),
        (7, typeof(WireFormatException), message => new WireFormatException(message)),
        (8, typeof(TimeoutException), message => new TimeoutException(message)),
        (9, typeof(OperationCanceledException), message => new OperationCanceledException(message)),
        (10, typeof(TaskCanceledException), message => new TaskCanceledException(message)),
        (11, typeof(ArgumentException), message => new ArgumentException(message)),
        (12, typeof(ArgumentNullException), message => new ArgumentNullException(message, innerException: null)),
        (13, typeof(ArgumentOutOfRangeException), message => new ArgumentOutOfRangeException(message, innerException: null)),
        (14, typeof(InvalidOperationException), message => new InvalidOperationException(message)),
        (15, typeof(NotSupportedException), message => new NotSupportedException(message)),
        (16, typeof(FormatException), message => new FormatException(message)),
        (17, typeof(KeyNotFoundException), message => new KeyNotFoundException(message)),
        (18, typeof(UnauthorizedAccessException), message => new UnauthorizedAccessException(message)),
    ];

    private static readonly FrozenDictionary<Type, uint> Codes = Known.ToFrozenDictionary(entry => entry.Type, entry => entry.Code);

    private static readonly FrozenDictionary<uint, Func<string, Exception>> Makers =
        Known.ToFrozenDictionary(entry => entry.Code, entry => entry.Create);

    /// <summary>Writes an exception. Its inner exceptions stay behind.</summary>
    public static void Write(ref WireWriter writer, Exception exception)
    {
        var message = exception.Message;
        writer.BeginObject();
        if (Codes.TryGetValue(exception.GetType(), out var code))
        {
            writer.WriteTag((0 << 3) | (uint)WireType.Varint);
            writer.WriteUInt32(code);
        }
        else
        {
            writer.WriteTag((1 << 3) | (uint)WireType.Bytes);
            writer.WriteString((exception as RemoteGrainException)?.OriginalType ?? exception.GetType().FullName ?? "");
        }

        writer.WriteTag((2 << 3) | (uint)WireType.Bytes);
        writer.WriteString(message.Length <= MaxMessageLength ? message : message[..MaxMessageLength]);
        writer.EndObject();
    }

    /// <summary>Reads an exception. A code that this release does not know becomes a <see cref="RemoteGrainException"/>.</summary>
    public static Exception Read(ref WireReader reader)
    {
        var code = Other;
        var type = "";
        var message = "";
        reader.BeginObject();
        while (reader.TryReadField(out var id))
        {
            switch (id)
            {
                case 0:
                    reader.Expect(WireType.Varint);
                    code = reader.ReadUInt32();
                    break;
                case 1:
                    reader.Expect(WireType.Bytes);
                    type = reader.ReadString();
                    break;
                case 2:
                    reader.Expect(WireType.Bytes);
                    message = reader.ReadString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return Makers.TryGetValue(code, out var create) ? create(message) : new RemoteGrainException(type, message);
    }
}
