using Arena.Game.Vocabulary;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>
/// How much may be stored. An author keeps so many questions, one without an account so many bytes; and in a day an account, or all authors without one in a network,
/// who cost nothing to make, store so many. What replaces a quiz counts by how much it is larger.
/// </summary>
internal sealed class QuizQuota(IOptions<QuizOptions> options, TimeProvider clock)
{
    private readonly Allowances _stored = new(options.Value.StoredBytesPerDay, TimeSpan.FromDays(1), clock);

    /// <param name="context">The database.</param>
    /// <param name="owner">Whose quiz it is going to be.</param>
    /// <param name="more">How many questions more the owner keeps then.</param>
    /// <param name="cancel">Stops the count.</param>
    /// <returns><see cref="GameErrorCode.TooManyStoredQuestions"/>, or null.</returns>
    public async Task<GameErrorCode?> RefuseQuestionsAsync(ArenaDbContext context, Guid owner, int more, CancellationToken cancel) =>
        more > 0
            && await QuizAccess.Owned(context, owner).SelectMany(quiz => quiz.Questions).CountAsync(cancel) + more > options.Value.MaxQuestionsPerAuthor
            ? GameErrorCode.TooManyStoredQuestions
            : null;

    /// <param name="context">The database.</param>
    /// <param name="author">Whose quiz it is going to be.</param>
    /// <param name="more">How many bytes more the author keeps then.</param>
    /// <param name="cancel">Stops the count.</param>
    /// <returns><see cref="GameErrorCode.StorageFull"/>, or null.</returns>
    public async Task<GameErrorCode?> RefuseToKeepAsync(ArenaDbContext context, StoringAuthor author, long more, CancellationToken cancel) =>
        author.IsGuest && more > 0
            && await QuizAccess.Owned(context, author.Id).SumAsync(quiz => quiz.StoredBytes, cancel) + more > options.Value.MaxGuestBytes
            ? GameErrorCode.StorageFull
            : null;

    /// <returns><see cref="GameErrorCode.DailyStorageSpent"/>, or null.</returns>
    public GameErrorCode? RefuseToStore(StoringAuthor author, long more) =>
        more > 0 && _stored.Use(author.Payer, more) is not null
            ? GameErrorCode.DailyStorageSpent
            : null;
}
