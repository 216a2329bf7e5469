using System.Buffers;
using System.IO.Pipelines;

namespace Arena.Gateway.Http;

/// <summary>
/// A request's body, read up to a limit regardless of its declared length, in memory that requests share: what is too large for the garbage
/// collector's young generations would make it look through the whole heap, and games wait for that.
/// </summary>
internal sealed class BoundedBody : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    /// <summary>The buffers of a long body take a third more than the last one; with a factor of two they would take as much again.</summary>
    private const int Growth = 4;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _length;

    private BoundedBody()
    {
    }

    /// <summary>Not to be used once this is disposed.</summary>
    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _length);

    /// <summary>Reserves memory as bytes arrive: an announced length costs a client nothing.</summary>
    /// <returns>The body, or null as soon as it is known to be longer than the limit.</returns>
    public static async Task<BoundedBody?> ReadAsync(HttpRequest request, int limit, CancellationToken cancel) =>
        request.ContentLength > limit ? null : await ReadAsync(request.BodyReader, limit, cancel);

    /// <summary>The same of something that is no body: a file, or an entry of an archive.</summary>
    public static async Task<BoundedBody?> ReadAsync(PipeReader source, int limit, CancellationToken cancel)
    {
        var body = new BoundedBody();
        var isWhole = false;
        try
        {
            isWhole = await body.FillAsync(source, limit, cancel);
            return isWhole ? body : null;
        }
        finally
        {
            if (!isWhole)
                body.Dispose();
        }
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _length) = ([], 0);
    }

    private async Task<bool> FillAsync(PipeReader source, int limit, CancellationToken cancel)
    {
        while (true)
        {
            var read = await source.ReadAsync(cancel);
            var fits = _length + read.Buffer.Length <= limit;
            if (fits)
            {
                foreach (ReadOnlyMemory<byte> part in read.Buffer)
                    Add(part.Span);
            }
            source.AdvanceTo(read.Buffer.End);
            if (!fits)
                return false;
            if (read.IsCompleted)
                return true;
        }
    }

    private void Add(ReadOnlySpan<byte> part)
    {
        if (_length + part.Length > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + part.Length, Growth * _bytes.Length));
            Content.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
        part.CopyTo(_bytes.AsSpan(_length));
        _length += part.Length;
    }
}
