using System.Threading.RateLimiting;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Quizzes.Writing;
using Arena.Gateway.Threading;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>
/// Quizzes as files. Loading a large one is work: it is done for one request at a time, over all callers, in parts with pauses that
/// leave games as much time as it takes, and the last ones stay in memory for a while, so that many requests for one quiz cost little more than one.
/// </summary>
/// <param name="json">How they are written.</param>
/// <param name="pace">The pauses.</param>
internal sealed class QuizDocuments(IOptions<JsonOptions> json, WorkPace pace) : IDisposable
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

    /// <param name="id">A quiz that the caller may see.</param>
    /// <param name="version">The version that is there.</param>
    /// <param name="format">What it is written in.</param>
    /// <param name="quiz">Reads it as it is then.</param>
    /// <param name="cancel">The caller is gone.</param>
    /// <returns>The document, or <see cref="GameErrorCode.UnknownQuiz"/>, or <see cref="GameErrorCode.Overloaded"/> if too many wait already.</returns>
    public async Task<(StoredFile? Document, GameErrorCode? Refusal)> GetAsync(
        Guid id, QuizVersion version, ExportFormat format, IQuizParts quiz, CancellationToken cancel)
    {
        if (Kept(version) is { } kept)
            return (kept, null);
        using RateLimitLease place = await _loads.AcquireAsync(1, cancel);
        if (!place.IsAcquired)
            return (null, GameErrorCode.Overloaded);
        // A request before this one may have loaded it.
        if (Kept(version) is { } loaded)
            return (loaded, null);
        if (await LoadAsync(quiz, format, cancel) is not { } document)
            return (null, GameErrorCode.UnknownQuiz);
        _kept.Set(Key(document.Version), document, new MemoryCacheEntryOptions { Size = document.Bytes.Length, SlidingExpiration = KeptIdle });
        return (document, null);

        object Key(QuizVersion of) => (id, of, format, quiz.IsForAuthors);
        StoredFile? Kept(QuizVersion of) => _kept.Get<StoredFile>(Key(of));
    }

    public void Dispose()
    {
        _kept.Dispose();
        _loads.Dispose();
    }

    /// <returns>The quiz as it was at one instant; null if it is gone.</returns>
    private async Task<StoredFile?> LoadAsync(IQuizParts quiz, ExportFormat format, CancellationToken cancel)
    {
        while (await quiz.HeadAsync(cancel) is { } head)
        {
            using var writer = new QuizFileWriter(format, head, json.Value.SerializerOptions);
            long began = pace.Begin();
            await foreach (IReadOnlyList<Question> part in quiz.QuestionsAsync(cancel))
            {
                writer.Add(part);
                await pace.PauseAsync(began, cancel);
                began = pace.Begin();
            }
            // Every replacement changes the version with the content: the same version before and after means that nothing was mixed.
            if ((await quiz.HeadAsync(cancel))?.Version == head.Version)
                return writer.ToFile();
        }
        return null;
    }
}
