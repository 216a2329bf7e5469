using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Arena.Runtime.Tests;

/// <summary>What those who do not belong to the cluster can do to a silo that listens: nothing.</summary>
public sealed class StrangerTests
{
    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: arena\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00FC\u0003\u0003")]
    [InlineData("\u0000\u0000")]
    [InlineData("\u00FF\u00FF")]
    [InlineData("\u0028\u0000Arena---\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u0000\u0001")]
    public async Task Bytes_of_something_else_are_answered_with_an_end_and_nothing_more(string bytes)
    {
        await using var silo = await TransportHost.SiloAsync();
        await using var stranger = await silo.DialBareAsync();

        await stranger.WriteAsync(Encoding.Latin1.GetBytes(bytes));

        Assert.Empty(await ReadToEndAsync(stranger));
        Assert.Equal("Malformed", await silo.RefusalAsync());
    }

    [Fact]
    public async Task Random_bytes_never_become_a_link_or_a_fault()
    {
        const int Cases = 300;
        await using var silo = await TransportHost.SiloAsync();
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            // Half of them begin as the protocol does.
            if (random.Next(2) == 0) ((byte[])[40, 0, .. "ArenaLnk"u8]).AsSpan(0, Math.Min(10, bytes.Length)).CopyTo(bytes);
            await using var stranger = await silo.DialBareAsync();
            await stranger.WriteAsync(bytes);
            stranger.Socket.Shutdown(SocketShutdown.Send);
            await ReadToEndAsync(stranger);
        }

        await silo.RefusalsAsync(Cases);
        Assert.Equal(0, silo.Receiver.AcceptedCount);
        Assert.DoesNotContain(silo.Logs.Entries, entry => entry.Level > LogLevel.Warning);
    }

    [Fact]
    public async Task A_handshake_that_is_cut_short_is_refused()
    {
        await using var silo = await TransportHost.SiloAsync();
        var recorded = new RecordingStream(await silo.DialBareAsync());
        await using (recorded)
        {
            await new Handshake(recorded, TransportHost.Key, ProtocolVersions.Spoken)
                .DialAsync(PeerIdentity.NewClient(), silo.Address, CancellationToken.None).Soon();
        }

        for (var length = 0; length < 42; length++)
        {
            await using var stranger = await silo.DialBareAsync();
            await stranger.WriteAsync(recorded.Written.AsMemory(0, length));
            stranger.Socket.Shutdown(SocketShutdown.Send);
            Assert.Empty(await ReadToEndAsync(stranger));
        }

        Assert.All(await silo.RefusalsAsync(42), reason => Assert.Equal("Ended", reason));
    }

    [Fact]
    public async Task Who_says_nothing_is_closed_after_the_handshake_timeout()
    {
        await using var silo = await TransportHost.SiloAsync();
        await using var silent = await silo.DialBareAsync();
        // The one before has been accepted once a later one has been served.
        await using (var other = await silo.DialBareAsync())
        {
            await other.WriteAsync("GET /"u8.ToArray());
            Assert.Equal("Malformed", await silo.RefusalAsync());
        }

        silo.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Empty(await ReadToEndAsync(silent));
        Assert.Equal("TooSlow", await silo.RefusalAsync());
    }

    [Fact]
    public async Task When_too_many_say_nothing_the_oldest_goes_and_the_cluster_gets_through()
    {
        const int Limit = 4;
        await using var silo = await TransportHost.SiloAsync(options => options.MaxUnprovedConnections = Limit);
        await using var client = TransportHost.Client();
        var silent = new List<NetworkStream>();
        for (var i = 0; i < Limit; i++) silent.Add(await silo.DialBareAsync());

        await client.ConnectAsync(silo);

        Assert.Empty(await ReadToEndAsync(silent[0]));
        Assert.Equal("TooSlow", await silo.RefusalAsync());
        foreach (var stream in silent) await stream.DisposeAsync();
    }

    [Fact]
    public async Task Refusals_are_logged_once_for_an_address_and_minute_and_all_are_counted()
    {
        await using var silo = await TransportHost.SiloAsync();
        for (var i = 0; i < 5; i++) await KnockAsync(silo);
        await silo.RefusalsAsync(5);
        silo.Time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 5; i++) await KnockAsync(silo);
        await silo.RefusalsAsync(5);

        var lines = silo.Logs.Entries.Where(entry => entry.Level == LogLevel.Warning).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.StartsWith("A connection from 127.0.0.1 was refused (Malformed)", line.Text, StringComparison.Ordinal));
    }

    private static async Task KnockAsync(TransportHost silo)
    {
        await using var stranger = await silo.DialBareAsync();
        await stranger.WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        await ReadToEndAsync(stranger);
    }

    /// <summary>All that comes until the end; a reset is one too.</summary>
    private static async Task<byte[]> ReadToEndAsync(NetworkStream stream)
    {
        using var all = new MemoryStream();
        try
        {
            await stream.CopyToAsync(all).Soon();
        }
        catch (IOException exception) when (exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            // Some of what was sent had not been read when the silo closed.
        }

        return all.ToArray();
    }
}
