using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Arena.Runtime.Tests;

public sealed class TcpLinkTests
{
    [Fact]
    public async Task Frames_go_both_ways_between_two_that_know_each_other()
    {
        await using var silo = await TransportHost.SiloAsync();
        await using var client = TransportHost.Client();
        silo.Receiver.OnFrame = (link, text) => link.TrySend(new TextFrame("echo of " + text));

        var link = await client.ConnectAsync(silo);
        Assert.True(link.TrySend(new TextFrame("hello")));

        Assert.Equal("echo of hello", await client.Receiver.NextFrameAsync());
        var accepted = await silo.Receiver.NextAcceptedAsync();
        Assert.Equal(PeerIdentity.Of(silo.Address), link.Peer);
        Assert.StartsWith("client-", accepted.Peer.Name, StringComparison.Ordinal);
        Assert.Null(accepted.Peer.Silo);
        Assert.Equal((ProtocolVersions.Spoken.Newest, ProtocolVersions.Spoken.Newest), (link.ProtocolVersion, accepted.ProtocolVersion));
    }

    [Fact]
    public async Task Two_silos_see_each_others_addresses()
    {
        await using var one = await TransportHost.SiloAsync();
        await using var other = await TransportHost.SiloAsync();

        var link = await one.ConnectAsync(other);

        Assert.Equal(other.Address, link.Peer.Silo);
        Assert.Equal(one.Address, (await other.Receiver.NextAcceptedAsync()).Peer.Silo);
    }

    [Fact]
    public async Task What_each_of_many_senders_sends_arrives_whole_and_in_its_order()
    {
        const int Senders = 8;
        const int Frames = 5_000;
        await using var silo = await TransportHost.SiloAsync();
        await using var client = TransportHost.Client();
        var link = await client.ConnectAsync(silo);

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() =>
        {
            for (var i = 0; i < Frames; i++)
                Assert.True(link.TrySend(new TextFrame(string.Create(CultureInfo.InvariantCulture, $"{sender} {i} {new string('x', i % 97)}"))));
        }))).Soon();

        var next = new int[Senders];
        for (var i = 0; i < Senders * Frames; i++)
        {
            var parts = (await silo.Receiver.NextFrameAsync()).Split(' ');
            var (sender, number) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
            Assert.Equal(next[sender]++, number);
            Assert.Equal(number % 97, parts[2].Length);
        }
    }

    [Fact]
    public async Task A_full_queue_refuses_and_what_was_taken_arrives()
    {
        await using var silo = await TransportHost.SiloAsync(options =>
        {
            options.MaxFrameBytes = 64 * 1024;
            options.MaxQueuedBytes = 256 * 1024;
        });
        await using var peer = await ProveAsync(silo);
        var link = await silo.Receiver.NextAcceptedAsync();
        var text = new string('x', 50_000);

        // The other end does not read: what the system keeps is finite.
        var taken = 0;
        while (link.TrySend(new TextFrame(taken.ToString("D8", CultureInfo.InvariantCulture) + text))) taken++;

        Assert.True(link.IsOpen);
        using var reader = new FrameReader(64 * 1024);
        for (var i = 0; i < taken; i++) Assert.Equal(i, int.Parse((await ReadFrameAsync(peer, reader))[..8], CultureInfo.InvariantCulture));
        Assert.True(link.TrySend(new TextFrame("room again")));
        Assert.Equal("room again", await ReadFrameAsync(peer, reader));
    }

    [Fact]
    public async Task A_frame_that_is_too_large_is_the_senders_fault_and_the_link_lives()
    {
        await using var silo = await TransportHost.SiloAsync(options => options.MaxFrameBytes = 10_000);
        await using var client = TransportHost.Client(options => options.MaxFrameBytes = 10_000);
        var link = await client.ConnectAsync(silo);

        Assert.True(link.TrySend(new TextFrame("before")));
        Assert.Throws<FrameTooLargeException>(() => link.TrySend(new TextFrame(new string('x', 10_001))));
        Assert.True(link.TrySend(new TextFrame(new string('x', 10_000))));

        Assert.Equal("before", await silo.Receiver.NextFrameAsync());
        Assert.Equal(10_000, (await silo.Receiver.NextFrameAsync()).Length);
    }

    [Fact]
    public async Task A_frame_beyond_the_receivers_limit_closes_the_link_and_is_logged()
    {
        await using var silo = await TransportHost.SiloAsync(options => options.MaxFrameBytes = 10_000);
        await using var client = TransportHost.Client();
        var link = await client.ConnectAsync(silo);

        link.TrySend(new TextFrame(new string('x', 10_001)));

        Assert.Equal("a frame of 10001 bytes exceeds the limit of 10000", await silo.Receiver.NextClosedAsync());
        await client.Receiver.NextClosedAsync();
        Assert.False(link.IsOpen);
        Assert.Contains(silo.Logs.Entries, entry => entry.Level == LogLevel.Warning && entry.Text.Contains("10001 bytes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_ends_hear_once_that_one_has_closed_it()
    {
        await using var silo = await TransportHost.SiloAsync();
        await using var client = TransportHost.Client();
        var link = await client.ConnectAsync(silo);

        link.Close("enough");
        link.Close("again");

        Assert.Equal("enough", await client.Receiver.NextClosedAsync());
        await silo.Receiver.NextClosedAsync();
        Assert.False(link.TrySend(new TextFrame("too late")));
        await client.StopAsync();
        await silo.StopAsync();
        Assert.Equal((0, 0), (client.Receiver.ClosedCount, silo.Receiver.ClosedCount));
    }

    [Fact]
    public async Task A_receiver_that_fails_closes_the_link()
    {
        await using var silo = await TransportHost.SiloAsync();
        await using var client = TransportHost.Client();
        silo.Receiver.OnFrame = static (_, _) => throw new InvalidOperationException("a bug");
        var link = await client.ConnectAsync(silo);

        link.TrySend(new TextFrame("hello"));

        Assert.Equal("a frame could not be handled: a bug", await silo.Receiver.NextClosedAsync());
        Assert.Contains(silo.Logs.Entries, entry => entry.Exception?.Message == "a bug");
        await client.Receiver.NextClosedAsync();
    }

    [Fact]
    public async Task An_end_that_says_nothing_for_the_idle_timeout_loses_the_link()
    {
        await using var silo = await TransportHost.SiloAsync();
        await using var silent = await ProveAsync(silo);
        await silo.Receiver.NextAcceptedAsync();

        silo.Time.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal(0, silo.Receiver.ClosedCount);
        silo.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("nothing was heard for 00:00:15", await silo.Receiver.NextClosedAsync());
    }

    [Fact]
    public async Task Signs_of_life_keep_a_link_that_carries_nothing()
    {
        await using var silo = await TransportHost.SiloAsync();
        await using var peer = await ProveAsync(silo);
        var link = await silo.Receiver.NextAcceptedAsync();
        var sign = new byte[4];

        for (var i = 0; i < 10; i++)
        {
            silo.Time.Advance(TimeSpan.FromSeconds(5));
            await peer.ReadExactlyAsync(sign).AsTask().Soon();
            Assert.Equal([0xFF, 0xFF, 0xFF, 0xFF], sign);
            // A sign of life, and a frame by which the test knows that it has been read.
            await peer.WriteAsync(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0, (byte)'!' });
            Assert.Equal("!", await silo.Receiver.NextFrameAsync());
        }

        Assert.True(link.IsOpen);
    }

    [Fact]
    public async Task Stopping_closes_all_links_and_takes_no_more()
    {
        await using var silo = await TransportHost.SiloAsync();
        await using var client = TransportHost.Client();
        await client.ConnectAsync(silo);
        await silo.Receiver.NextAcceptedAsync();

        await silo.StopAsync();

        Assert.Equal(1, silo.Receiver.ClosedCount);
        await client.Receiver.NextClosedAsync();
        await Assert.ThrowsAsync<LinkException>(() => client.ConnectAsync(silo));
        await Assert.ThrowsAsync<LinkException>(() => silo.ConnectAsync(silo.Address));
    }

    [Fact]
    public async Task More_links_than_the_limit_are_refused()
    {
        await using var silo = await TransportHost.SiloAsync(options => options.MaxLinks = 1);
        await using var client = TransportHost.Client();
        await client.ConnectAsync(silo);

        await client.ConnectAsync(silo);

        Assert.Equal("the other end closed it", await client.Receiver.NextClosedAsync());
        Assert.Equal("TooManyLinks", await silo.RefusalAsync());
    }

    /// <summary>A peer without loops: it has proved the key, and does nothing by itself.</summary>
    private static async Task<NetworkStream> ProveAsync(TransportHost silo)
    {
        var stream = await silo.DialBareAsync();
        await new Handshake(stream, TransportHost.Key, ProtocolVersions.Spoken)
            .DialAsync(PeerIdentity.NewClient(), silo.Address, CancellationToken.None).Soon();
        return stream;
    }

    private static async Task<string> ReadFrameAsync(NetworkStream stream, FrameReader reader)
    {
        while (true)
        {
            if (TryRead(reader) is { } text) return text;
            var count = await stream.ReadAsync(reader.GetBuffer()).AsTask().Soon();
            Assert.NotEqual(0, count);
            reader.Advance(count);
        }
    }

    private static string? TryRead(FrameReader reader) =>
        reader.Read(out var frame) == FrameStatus.Frame ? System.Text.Encoding.UTF8.GetString(frame) : null;
}
