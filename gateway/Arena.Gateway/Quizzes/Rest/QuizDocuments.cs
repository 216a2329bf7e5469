using System.Text.Json;
using System.Threading.RateLimiting;
using Arena.Game.Vocabulary;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>A quiz as it is exported, in UTF-8.</summary>
internal sealed record StoredDocument(ReadOnlyMemory<byte> Json, QuizVersion Version);

/// <summary>
/// Quizzes as they are exported. Loading a large one is work: it is done for one request at a time, over all callers, with pauses that leave games as
/// much time as it takes, and the last ones stay in memory for a while, so that many requests for one quiz cost little more than one.
/// </summary>
/// <param name="json">How they are written.</param>
/// <param name="time">Not the game's clock, which tests stop: work knows no virtual time.</param>
internal sealed class QuizDocuments(IOptions<JsonOptions> json, TimeProvider time) : IDisposable
{
    /// <summary>Requests that wait for their turn; the next one is refused.</summary>
    public const int QueuedLoads = 64;

    private const long KeptBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan KeptIdle = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = KeptBytes });
    private readonly ConcurrencyLimiter _loads = new(new()
    {
        PermitLimit = 1,
        QueueLimit = QueuedLoads,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private Task _pause = Task.CompletedTask;

    /// <param name="id">A quiz that the caller may see.</param>
    /// <param name="version">The version that is there.</param>
    /// <param name="load">Loads it as it is then; null if it is gone.</param>
    /// <param name="cancel">The caller is gone.</param>
    /// <returns>The document, or <see cref="GameErrorCode.UnknownQuiz"/>, or <see cref="GameErrorCode.Overloaded"/> if too many wait already.</returns>
    public async Task<(StoredDocument? Document, GameErrorCode? Refusal)> GetAsync(
        Guid id, QuizVersion version, Func<Task<StoredQuiz?>> load, CancellationToken cancel)
    {
        if (_kept.Get<StoredDocument>((id, version)) is { } kept)
            return (kept, null);
        using RateLimitLease place = await _loads.AcquireAsync(1, cancel);
        if (!place.IsAcquired)
            return (null, GameErrorCode.Overloaded);
        // A request before this one may have loaded it.
        if (_kept.Get<StoredDocument>((id, version)) is { } loaded)
            return (loaded, null);
        await _pause.WaitAsync(cancel);
        long began = time.GetTimestamp();
        try
        {
            if (await load() is not { } quiz)
                return (null, GameErrorCode.UnknownQuiz);
            byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(QuizDocument.Of(quiz.Content), json.Value.SerializerOptions);
            var document = new StoredDocument(bytes, quiz.Version);
            _kept.Set((id, quiz.Version), document, new MemoryCacheEntryOptions { Size = bytes.Length, SlidingExpiration = KeptIdle });
            return (document, null);
        }
        finally
        {
            _pause = Task.Delay(time.GetElapsedTime(began), time, CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _loads.Dispose();
    }
}
