using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Arena.Storage.Tests.Support;

/// <summary>A server that says it is an old PostgreSQL, and can do nothing but let clients in.</summary>
internal sealed class OldPostgres : IAsyncDisposable
{
    private const int RequestTls = 80_877_103;
    private const int RequestGss = 80_877_104;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _version;
    private readonly Task _serving;

    public OldPostgres(string version)
    {
        _version = version;
        _listener.Start();
        _serving = ServeAsync();
    }

    // A client that knows no types does not ask for them.
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={((IPEndPoint)_listener.LocalEndpoint).Port};Database=arena;Username=arena;Server Compatibility Mode=NoTypeLoading");

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        var clients = new List<Task>();
        try
        {
            while (true)
                clients.Add(LetInAsync(await _listener.AcceptTcpClientAsync()));
        }
        catch (SocketException)
        {
            // Stopped.
            await Task.WhenAll(clients);
        }
    }

    private async Task LetInAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            while (await RequestAsync(stream) is RequestTls or RequestGss)
                await stream.WriteAsync("N"u8.ToArray());
            byte[] welcome =
            [
                .. Message('R', [0, 0, 0, 0]), .. Message('S', Encoding.ASCII.GetBytes($"server_version\0{_version}\0")),
                .. Message('S', "client_encoding\0UTF8\0"u8), .. Message('K', new byte[8]), .. Message('Z', "I"u8),
            ];
            await stream.WriteAsync(welcome);
            // Until the client goes.
            try
            {
                await stream.CopyToAsync(Stream.Null);
            }
            catch (IOException)
            {
                return;
            }
        }
    }

    /// <returns>The code of the client's first message, or of the next after a refusal.</returns>
    private static async Task<int> RequestAsync(NetworkStream stream)
    {
        var head = new byte[8];
        await stream.ReadExactlyAsync(head);
        await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(head) - head.Length]);
        return BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4));
    }

    private static byte[] Message(char type, ReadOnlySpan<byte> body)
    {
        var message = new byte[5 + body.Length];
        message[0] = (byte)type;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), 4 + body.Length);
        body.CopyTo(message.AsSpan(5));
        return message;
    }
}
