using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace Arena.Silo;

/// <summary>
/// What comes before Orleans' own words on every connection: each end proves that it has the cluster key, by the HMAC of two fresh nonces
/// and its own role, and the end that listens shows its proof last. So a stranger is shown nothing, an old conversation cannot be played
/// again, and a proof cannot be mirrored. It does not encrypt.
/// </summary>
internal sealed class ClusterKeyProof(string key)
{
    private const int Bytes = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly byte[] Dialled = "arena dialled"u8.ToArray();
    private static readonly byte[] Listened = "arena listened"u8.ToArray();

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>For the end that dials.</summary>
    public void Dial(IConnectionBuilder connections) => connections.Use(next => context => ProvedAsync(context, next, DialAsync));

    /// <summary>For the end that listens.</summary>
    public void Listen(IConnectionBuilder connections) => connections.Use(next => context => ProvedAsync(context, next, ListenAsync));

    private static async Task ProvedAsync(
        ConnectionContext context, ConnectionDelegate next, Func<IDuplexPipe, CancellationToken, Task<bool>> prove)
    {
        using (var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.ConnectionClosed))
        {
            deadline.CancelAfter(Patience);
            if (!await InTimeAsync(prove(context.Transport, deadline.Token), deadline))
            {
                context.Abort(new ConnectionAbortedException("The other end has not proved that it has the cluster key."));
                return;
            }
        }
        await next(context);
    }

    private static async Task<bool> InTimeAsync(Task<bool> proving, CancellationTokenSource deadline)
    {
        try
        {
            return await proving;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<bool> DialAsync(IDuplexPipe link, CancellationToken cancel)
    {
        var mine = await SendNonceAsync(link, cancel);
        if (await ReceiveAsync(link, cancel) is not { } theirs)
            return false;
        await link.Output.WriteAsync(Proof(Dialled, mine, theirs), cancel);
        return await ReceiveAsync(link, cancel) is { } proof && CryptographicOperations.FixedTimeEquals(proof, Proof(Listened, mine, theirs));
    }

    private async Task<bool> ListenAsync(IDuplexPipe link, CancellationToken cancel)
    {
        if (await ReceiveAsync(link, cancel) is not { } theirs)
            return false;
        var mine = await SendNonceAsync(link, cancel);
        if (await ReceiveAsync(link, cancel) is not { } proof || !CryptographicOperations.FixedTimeEquals(proof, Proof(Dialled, theirs, mine)))
            return false;
        await link.Output.WriteAsync(Proof(Listened, theirs, mine), cancel);
        return true;
    }

    private byte[] Proof(byte[] role, byte[] dialler, byte[] listener) => HMACSHA256.HashData(_key, (byte[])[.. role, .. dialler, .. listener]);

    private static async Task<byte[]> SendNonceAsync(IDuplexPipe link, CancellationToken cancel)
    {
        var nonce = RandomNumberGenerator.GetBytes(Bytes);
        await link.Output.WriteAsync(nonce, cancel);
        return nonce;
    }

    /// <returns>Null if the other end says less than that.</returns>
    private static async Task<byte[]?> ReceiveAsync(IDuplexPipe link, CancellationToken cancel)
    {
        var read = await link.Input.ReadAtLeastAsync(Bytes, cancel);
        if (read.Buffer.Length < Bytes)
            return null;
        var said = read.Buffer.Slice(0, Bytes);
        var bytes = said.ToArray();
        link.Input.AdvanceTo(said.End);
        return bytes;
    }
}
