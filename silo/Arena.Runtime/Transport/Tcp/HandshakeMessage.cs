using System.Buffers.Binary;
using System.Text;

namespace Arena.Runtime;

/// <summary>The bodies of the handshake's messages. Reading never goes beyond the message, and fails by <see cref="HandshakeException"/> only.</summary>
internal ref struct HandshakeMessage(ReadOnlySpan<byte> body)
{
    public const int MostBytes = 1024;

    private const int MostNameBytes = 320;
    private const byte Client = 0;
    private const byte Silo = 1;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = body;

    public static byte[] Welcome(ProtocolVersions versions, PeerIdentity self) => [.. Number(versions.Oldest), .. Number(versions.Newest), .. Identity(self)];

    public static byte[] Entry(ProtocolVersions versions, PeerIdentity self, SiloAddress meant) =>
        [.. Welcome(versions, self), .. Text(meant.ToString())];

    public static HandshakeException Malformed(string detail) => new(RefusalReason.Malformed, $"this is not the protocol of links: {detail}");

    public ProtocolVersions ReadVersions() => new(ReadNumber(), ReadNumber());

    public PeerIdentity ReadIdentity()
    {
        var kind = Take(1)[0];
        return kind switch
        {
            Silo => PeerIdentity.Of(ReadSilo()),
            Client => new PeerIdentity(ReadText(), null),
            _ => throw Malformed($"an identity of the unknown kind {kind}"),
        };
    }

    public SiloAddress ReadSilo() => SiloAddress.TryParse(ReadText(), out var silo) ? silo : throw Malformed("an address that is none");

    /// <summary>Checks that there is nothing more.</summary>
    public readonly void End()
    {
        if (!_rest.IsEmpty) throw Malformed($"{_rest.Length} bytes too many");
    }

    private static byte[] Identity(PeerIdentity identity) => [identity.Silo is null ? Client : Silo, .. Text(identity.Name)];

    private static byte[] Text(string text)
    {
        var bytes = Strict.GetBytes(text);
        return bytes.Length <= MostNameBytes
            ? [.. Number(bytes.Length), .. bytes]
            : throw new ArgumentException($"'{text}' is longer than the {MostNameBytes} bytes that a name may have.", nameof(text));
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, checked((ushort)number));
        return bytes;
    }

    private int ReadNumber() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    private string ReadText()
    {
        var bytes = Take(ReadNumber());
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("a name that is not UTF-8");
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length) throw Malformed("a message is too short");
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
