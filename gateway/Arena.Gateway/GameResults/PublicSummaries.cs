using System.Threading.RateLimiting;
using Arena.Game.Vocabulary;
using Arena.Gateway.GameResults.Reports;
using Microsoft.Extensions.Caching.Memory;

namespace Arena.Gateway.GameResults;

/// <summary>
/// Summaries for those who follow a link. Many may do so at once, and a big game takes seconds to read: one is made at a time, and it is kept.
/// </summary>
internal sealed class PublicSummaries(ReportedGames games) : IDisposable
{
    private const int KeptQuestions = 20_000;
    private const int QueuedReads = 1_000;
    private static readonly TimeSpan KeptIdle = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = KeptQuestions });
    private readonly ConcurrencyLimiter _reads = new(new() { PermitLimit = 1, QueueLimit = QueuedReads, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <returns>
    /// The summary, or <see cref="GameErrorCode.UnknownSession"/> if the game is gone, or <see cref="GameErrorCode.Overloaded"/> if too many wait already.
    /// </returns>
    public async Task<(SummarisedGame? Game, GameErrorCode? Refusal)> ReadAsync(Guid session, CancellationToken cancel)
    {
        if (await games.VersionAsync(session, cancel) is not { } version)
            return (null, GameErrorCode.UnknownSession);
        if (Kept() is { } kept)
            return (kept, null);
        using var place = await _reads.AcquireAsync(1, cancel);
        if (!place.IsAcquired)
            return (null, GameErrorCode.Overloaded);
        // A request before this one may have made it.
        if (Kept() is { } made)
            return (made, null);
        if (await games.ReadAsync(session, version, cancel) is not { } state)
            return (null, GameErrorCode.UnknownSession);
        var game = new SummarisedGame(state.Quiz.Title, ReportSummary.Of(GameReport.Of(state)));
        _kept.Set((session, version), game, new MemoryCacheEntryOptions { Size = game.Summary.Questions.Length + 1, SlidingExpiration = KeptIdle });
        return (game, null);

        SummarisedGame? Kept() => _kept.Get<SummarisedGame>((session, version));
    }

    public void Dispose()
    {
        _kept.Dispose();
        _reads.Dispose();
    }
}

/// <param name="Title">The quiz's title, as it was played.</param>
/// <param name="Summary">How it went.</param>
internal sealed record SummarisedGame(string Title, ReportSummary Summary);
