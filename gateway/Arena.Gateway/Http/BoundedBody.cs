using System.Buffers;

namespace Arena.Gateway.Http;

/// <summary>Reads a request's body up to a limit, regardless of its declared length.</summary>
internal static class BoundedBody
{
    private const int FirstBuffer = 16 * 1024;

    /// <summary>Reserves memory as bytes arrive: an announced length costs a client nothing.</summary>
    /// <returns>The body, or null as soon as it is known to be longer than the limit.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.ContentLength > limit)
            return null;
        var body = new ArrayBufferWriter<byte>((int)Math.Min(request.ContentLength ?? FirstBuffer, FirstBuffer) + 1);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancel);
            bool fits = body.WrittenCount + read.Buffer.Length <= limit;
            if (fits)
            {
                foreach (ReadOnlyMemory<byte> part in read.Buffer)
                    body.Write(part.Span);
            }
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (!fits)
                return null;
            if (read.IsCompleted)
                return body.WrittenMemory;
        }
    }
}
