using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Arena.Runtime.Tests;

public sealed class HandshakeTests
{
    private const string OtherKey = "the key of quite another cluster, as long as the first";

    [Fact]
    public async Task A_dialler_with_another_key_is_refused_and_learns_nothing()
    {
        await using var silo = await TransportHost.SiloAsync();
        await using var stranger = TransportHost.Client(options => options.Key = OtherKey);

        var failure = await Assert.ThrowsAsync<LinkException>(() => stranger.ConnectAsync(silo));

        Assert.Contains("ended the connection without a word", failure.Message, StringComparison.Ordinal);
        Assert.Equal("WrongKey", await silo.RefusalAsync());
        Assert.Equal(0, silo.Receiver.AcceptedCount);
    }

    [Fact]
    public async Task A_listener_with_another_key_is_refused_and_sees_no_identity()
    {
        await using var client = TransportHost.Client();
        using var listener = Listen();
        var dialling = client.ConnectAsync(Meant(listener));
        await using var stranger = await AcceptAsync(listener);

        var hello = await ReadMessageAsync(stranger);
        await WriteMessageAsync(stranger, new byte[Handshake.NonceBytes]);
        var proof = await ReadMessageAsync(stranger);
        await WriteMessageAsync(stranger, new byte[100]);

        var failure = await Assert.ThrowsAsync<LinkException>(() => dialling);
        Assert.Contains("does not know this cluster's key", failure.Message, StringComparison.Ordinal);
        Assert.Equal((8 + Handshake.NonceBytes, Handshake.MacBytes), (hello.Length, proof.Length));
        Assert.DoesNotContain("client", Encoding.Latin1.GetString([.. hello, .. proof]), StringComparison.Ordinal);
        Assert.Equal(0, await stranger.ReadAsync(new byte[1]).AsTask().Soon());
    }

    [Fact]
    public async Task A_handshake_that_was_recorded_does_not_open_the_door_again()
    {
        await using var silo = await TransportHost.SiloAsync();
        var recorded = new RecordingStream(await silo.DialBareAsync());
        await using (recorded)
        {
            await new Handshake(recorded, TransportHost.Key, ProtocolVersions.Spoken)
                .DialAsync(PeerIdentity.NewClient(), silo.Address, CancellationToken.None).Soon();
            await silo.Receiver.NextAcceptedAsync();
        }

        await using var replay = await silo.DialBareAsync();
        await replay.WriteAsync(recorded.Written);

        // The challenge is another one, and nothing follows it.
        Assert.Equal(2 + Handshake.NonceBytes, (await ReadToEndAsync(replay)).Length);
        Assert.Equal("WrongKey", await silo.RefusalAsync());
        Assert.Equal(0, silo.Receiver.AcceptedCount);
    }

    [Fact]
    public async Task What_a_dialler_says_cannot_be_sent_back_to_it_as_the_listeners_word()
    {
        await using var client = TransportHost.Client();
        using var listener = Listen();
        var dialling = client.ConnectAsync(Meant(listener));
        await using var mirror = await AcceptAsync(listener);

        var hello = await ReadMessageAsync(mirror);
        await WriteMessageAsync(mirror, hello[8..]);
        await WriteMessageAsync(mirror, await ReadMessageAsync(mirror));

        var failure = await Assert.ThrowsAsync<LinkException>(() => dialling);
        Assert.Contains("does not know this cluster's key", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silo_that_is_led_to_itself_does_not_take_itself_for_the_one_it_means()
    {
        await using var silo = await TransportHost.SiloAsync();
        using var listener = Listen();
        var dialling = silo.ConnectAsync(Meant(listener));
        await using var front = await AcceptAsync(listener);
        await using var back = await silo.DialBareAsync();
        var there = front.CopyToAsync(back);
        var thence = back.CopyToAsync(front);

        var failure = await Assert.ThrowsAsync<LinkException>(() => dialling);

        Assert.Contains($"{silo.Address} answers there", failure.Message, StringComparison.Ordinal);
        // Whether they end by an end or by a reset is the network's matter.
        await Task.WhenAny(there).Soon();
        await Task.WhenAny(thence).Soon();
        Assert.Equal("AnotherLife", await silo.RefusalAsync());
        Assert.Equal(0, silo.Receiver.AcceptedCount);
    }

    [Theory]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(1, 2, 2, 3, 2)]
    [InlineData(2, 3, 1, 2, 2)]
    [InlineData(1, 2, 1, 2, 2)]
    public async Task The_newest_version_that_both_speak_is_spoken(int oldest, int newest, int siloOldest, int siloNewest, int expected)
    {
        await using var silo = await TransportHost.SiloAsync(versions: new ProtocolVersions(siloOldest, siloNewest));
        await using var client = TransportHost.Client(versions: new ProtocolVersions(oldest, newest));

        var link = await client.ConnectAsync(silo);

        Assert.Equal(expected, link.ProtocolVersion);
        Assert.Equal(expected, (await silo.Receiver.NextAcceptedAsync()).ProtocolVersion);
    }

    [Fact]
    public async Task Without_a_version_in_common_both_ends_know_why_there_is_no_link()
    {
        await using var silo = await TransportHost.SiloAsync(versions: new ProtocolVersions(3, 4));
        await using var client = TransportHost.Client(versions: new ProtocolVersions(1, 2));

        var failure = await Assert.ThrowsAsync<LinkException>(() => client.ConnectAsync(silo));

        Assert.Contains("it speaks versions 3 to 4 of the protocol of links, and this process 1 to 2", failure.Message, StringComparison.Ordinal);
        Assert.Equal("NoCommonVersion", await silo.RefusalAsync());
    }

    [Fact]
    public async Task Another_life_than_the_one_that_is_meant_is_refused_by_both_ends()
    {
        await using var silo = await TransportHost.SiloAsync();
        await using var client = TransportHost.Client();

        var failure = await Assert.ThrowsAsync<LinkException>(() => client.ConnectAsync(silo.Address with { Generation = 6 }));

        Assert.Contains($"{silo.Address} answers there, not", failure.Message, StringComparison.Ordinal);
        Assert.Equal("AnotherLife", await silo.RefusalAsync());
    }

    [Fact]
    public async Task Before_a_silo_knows_which_life_it_is_it_takes_no_links()
    {
        await using var silo = await TransportHost.UnidentifiedAsync();
        await using var client = TransportHost.Client();

        await Assert.ThrowsAsync<LinkException>(() => client.ConnectAsync(silo));

        silo.Transport.Identify(PeerIdentity.Of(silo.Address));
        await client.ConnectAsync(silo);
    }

    private static SiloAddress Meant(TcpListener listener) => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, 1);

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static async Task<NetworkStream> AcceptAsync(TcpListener listener) =>
        new(await listener.AcceptSocketAsync().Soon(), ownsSocket: true);

    private static async Task<byte[]> ReadMessageAsync(NetworkStream stream)
    {
        var header = new byte[2];
        await stream.ReadExactlyAsync(header).AsTask().Soon();
        var body = new byte[header[0] | (header[1] << 8)];
        await stream.ReadExactlyAsync(body).AsTask().Soon();
        return body;
    }

    private static async Task WriteMessageAsync(NetworkStream stream, byte[] body) =>
        await stream.WriteAsync(new byte[] { (byte)body.Length, (byte)(body.Length >> 8) }.Concat(body).ToArray());

    private static async Task<byte[]> ReadToEndAsync(NetworkStream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all).Soon();
        return all.ToArray();
    }
}
