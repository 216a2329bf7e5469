using System.Threading.RateLimiting;
using Arena.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Admits few imports at once, first come, first served, so that reading and storing quizzes leaves the processor and the database to games.</summary>
internal sealed class ImportQueue(IOptions<QuizOptions> options, TimeProvider clock) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new()
    {
        PermitLimit = options.Value.ConcurrentImports,
        QueueLimit = options.Value.QueuedImports,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <param name="cancel">The caller is gone.</param>
    /// <returns>A place, to be disposed when the import is done; null if too many wait already.</returns>
    public async Task<ImportPlace?> EnterAsync(CancellationToken cancel)
    {
        RateLimitLease lease = await _places.AcquireAsync(1, cancel);
        if (lease.IsAcquired)
            return new(lease, options.Value, clock, cancel);
        lease.Dispose();
        return null;
    }

    public void Dispose() => _places.Dispose();
}
