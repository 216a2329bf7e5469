using System.Net;

namespace Arena.Load.Attacks;

/// <summary>A body that announces its whole length and sends a few bytes at a time, until the server aborts.</summary>
internal sealed class DrippingContent(int length) : HttpContent
{
    private const int BytesASecond = 300;

    protected override bool TryComputeLength(out long announced)
    {
        announced = length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var drop = new byte[BytesASecond];
        using var every = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var sent = 0; sent < length; sent += drop.Length)
        {
            await stream.WriteAsync(drop.AsMemory(0, Math.Min(drop.Length, length - sent)), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await every.WaitForNextTickAsync(cancellationToken);
        }
    }
}
