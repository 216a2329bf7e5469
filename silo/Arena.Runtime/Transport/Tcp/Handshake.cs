using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Arena.Runtime;

/// <summary>
/// How two processes of a cluster prove to each other that they know the cluster key, and learn who the other one is. <c>D</c> dials and
/// <c>L</c> listens; each message is its length in two bytes and its body:
/// <code>
/// 1  D to L  hello      a mark, and 32 random bytes
/// 2  L to D  challenge  32 random bytes
/// 3  D to L  proof      MAC("D proves", 1 2)
/// 4  L to D  welcome    versions, identity, MAC("L proves", 1 2 3 4)
/// 5  D to L  entry      versions, identity, the silo that is meant, MAC("D enters", 1 2 3 4 5)
/// </code>
/// MAC is HMAC-SHA256 by the cluster key over the role's label and all that was said, which on an encrypted connection begins with the
/// listener's certificate. What holds here:
/// <list type="number">
/// <item>Neither end says who it is, or which versions it speaks, to one that has not proved the key. A stranger who dials gets 32 random
/// bytes or an end, and never a reason. The one who dials proves first: anybody can dial a port, but only who can write to the cluster
/// store, or take a silo's address, is dialled.</item>
/// <item>A MAC is good for one connection (both ends' random bytes are in it) and one step of one role (so is the label): recording it,
/// sending it back to its maker, or asking another process for it yields nothing.</item>
/// <item>To pass messages on between two that mean each other is no more than the network does. To lead D to another one than it means
/// fails at step 4, since identities are under the MAC; on an encrypted connection, so does standing between the two with a certificate of one's own.</item>
/// <item>Until the proof an end keeps at most one small message, and no longer than the handshake timeout.</item>
/// </list>
/// It proves who is there at the beginning. Against one who can alter the traffic afterwards there is TLS.
/// </summary>
internal sealed class Handshake(Stream stream, string clusterKey, ProtocolVersions versions)
{
    public const int NonceBytes = 32;
    public const int MacBytes = HMACSHA256.HashSizeInBytes;

    private const int HeaderBytes = sizeof(ushort);

    private static readonly byte[] Mark = "ArenaLnk"u8.ToArray();
    private static readonly byte[] DiallerProves = "arena link: the dialling end proves"u8.ToArray();
    private static readonly byte[] ListenerProves = "arena link: the listening end proves"u8.ToArray();
    private static readonly byte[] DiallerEnters = "arena link: the dialling end enters"u8.ToArray();

    private readonly byte[] _key = Encoding.UTF8.GetBytes(clusterKey);
    private readonly ArrayBufferWriter<byte> _said = new(1024);

    /// <summary>The certificate that the listening end shows, if the connection is encrypted.</summary>
    public ReadOnlyMemory<byte> ListenerCertificate { get; init; }

    /// <summary>The dialling end.</summary>
    /// <param name="self">Who dials.</param>
    /// <param name="silo">Exactly which life it means.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="HandshakeException">The other end is not what was meant.</exception>
    public async Task<ProvedPeer> DialAsync(PeerIdentity self, SiloAddress silo, CancellationToken cancel)
    {
        Begin();
        await SendAsync([.. Mark, .. RandomNumberGenerator.GetBytes(NonceBytes)], cancel);
        await ReceiveAsync(NonceBytes, cancel);
        await SendAsync(Mac(DiallerProves, []), cancel);
        var welcome = await ReceiveProvedAsync(ListenerProves, cancel);
        var (theirs, identity) = ReadWelcome(welcome);
        var entry = HandshakeMessage.Entry(versions, self, silo);
        await SendAsync([.. entry, .. Mac(DiallerEnters, entry)], cancel);
        if (identity.Silo != silo) throw new HandshakeException(RefusalReason.AnotherLife, $"{identity.Name} answers there, not {silo}");
        return new ProvedPeer(identity, Common(theirs));
    }

    /// <summary>The listening end.</summary>
    /// <param name="self">Who listens.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="HandshakeException">The other end is a stranger, or means another one.</exception>
    public async Task<ProvedPeer> ListenAsync(PeerIdentity self, CancellationToken cancel)
    {
        Begin();
        var hello = await ReceiveAsync(Mark.Length + NonceBytes, cancel);
        if (!hello.AsSpan(0, Mark.Length).SequenceEqual(Mark)) throw HandshakeMessage.Malformed("it begins with something else");
        await SendAsync(RandomNumberGenerator.GetBytes(NonceBytes), cancel);
        await ReceiveProvedAsync(DiallerProves, cancel);
        var welcome = HandshakeMessage.Welcome(versions, self);
        await SendAsync([.. welcome, .. Mac(ListenerProves, welcome)], cancel);
        var entry = await ReceiveProvedAsync(DiallerEnters, cancel);
        var (theirs, identity, meant) = ReadEntry(entry);
        if (meant != self.Silo) throw new HandshakeException(RefusalReason.AnotherLife, $"{identity.Name} means {meant}, and this is {self.Name}");
        return new ProvedPeer(identity, Common(theirs));
    }

    private static (ProtocolVersions Versions, PeerIdentity Identity) ReadWelcome(ReadOnlySpan<byte> body)
    {
        var message = new HandshakeMessage(body);
        var read = (message.ReadVersions(), message.ReadIdentity());
        message.End();
        return read;
    }

    private static (ProtocolVersions Versions, PeerIdentity Identity, SiloAddress Meant) ReadEntry(ReadOnlySpan<byte> body)
    {
        var message = new HandshakeMessage(body);
        var read = (message.ReadVersions(), message.ReadIdentity(), message.ReadSilo());
        message.End();
        return read;
    }

    private int Common(ProtocolVersions theirs) => versions.CommonWith(theirs) ?? throw new HandshakeException(
        RefusalReason.NoCommonVersion, $"it speaks versions {theirs} of the protocol of links, and this process {versions}");

    private void Begin()
    {
        _said.ResetWrittenCount();
        if (!ListenerCertificate.IsEmpty) _said.Write(SHA256.HashData(ListenerCertificate.Span));
    }

    private byte[] Mac(byte[] label, ReadOnlySpan<byte> unsent)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        mac.AppendData(label);
        mac.AppendData(_said.WrittenSpan);
        mac.AppendData(unsent);
        return mac.GetHashAndReset();
    }

    private async Task SendAsync(byte[] body, CancellationToken cancel)
    {
        byte[] message = [.. Header(body), .. body];
        _said.Write(message);
        await stream.WriteAsync(message, cancel);
        await stream.FlushAsync(cancel);
    }

    private async Task<byte[]> ReceiveAsync(int length, CancellationToken cancel)
    {
        var body = await ReadMessageAsync(length, length, cancel);
        Remember(body);
        return body;
    }

    /// <summary>Receives a message that ends with a MAC, and checks that.</summary>
    /// <returns>The body without the MAC.</returns>
    private async Task<byte[]> ReceiveProvedAsync(byte[] label, CancellationToken cancel)
    {
        var body = await ReadMessageAsync(MacBytes, HandshakeMessage.MostBytes, cancel);
        var proved = body[..^MacBytes];
        if (!CryptographicOperations.FixedTimeEquals(Mac(label, proved), body.AsSpan(proved.Length)))
            throw new HandshakeException(RefusalReason.WrongKey, "it does not know this cluster's key");
        Remember(body);
        return proved;
    }

    private void Remember(byte[] body)
    {
        _said.Write(Header(body));
        _said.Write(body);
    }

    private static byte[] Header(byte[] body) => [(byte)body.Length, (byte)(body.Length >> 8)];

    private async Task<byte[]> ReadMessageAsync(int least, int most, CancellationToken cancel)
    {
        var header = await ReadAsync(HeaderBytes, cancel);
        var length = header[0] | (header[1] << 8);
        if (length < least || length > most) throw HandshakeMessage.Malformed($"a message of {length} bytes");
        return await ReadAsync(length, cancel);
    }

    private async Task<byte[]> ReadAsync(int length, CancellationToken cancel)
    {
        var bytes = new byte[length];
        if (await stream.ReadAtLeastAsync(bytes, length, throwOnEndOfStream: false, cancel) < length)
            throw new HandshakeException(RefusalReason.Ended, "it closed the connection before it had said who it is");
        return bytes;
    }
}
