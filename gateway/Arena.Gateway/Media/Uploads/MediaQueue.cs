using System.Threading.RateLimiting;
using Arena.Gateway.Configuration;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Threading;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Media.Uploads;

/// <summary>Decodes and checks few uploads at once, first come, first served, at the lowest priority, so that it leaves the processor to games.</summary>
internal sealed class MediaQueue(IOptions<MediaOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new()
    {
        PermitLimit = options.Value.ConcurrentReadings,
        QueueLimit = options.Value.QueuedReadings,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <returns>A place, to be disposed when the reading is done; null if too many wait already.</returns>
    public async Task<RateLimitLease?> EnterAsync(CancellationToken cancel)
    {
        var place = await _places.AcquireAsync(1, cancel);
        if (place.IsAcquired)
            return place;
        place.Dispose();
        return null;
    }

    /// <returns>The stored form of the upload; null if too many wait already.</returns>
    /// <exception cref="MediaRefusedException">It is not taken.</exception>
    /// <exception cref="MediaStoreException">There is no room for it.</exception>
    public async Task<PreparedMedium?> PrepareAsync(IncomingFile upload, CancellationToken cancel)
    {
        using var place = await EnterAsync(cancel);
        if (place is null)
            return null;
        try
        {
            return await Background.RunAsync(() => Task.FromResult(MediaPreparation.Prepare(upload, options.Value)));
        }
        catch (Exception exception) when (DiskFaults.IsDisk(exception))
        {
            throw new MediaStoreException(DiskFaults.CodeOf(exception), exception);
        }
    }

    public void Dispose() => _places.Dispose();
}
