using Arena.Gateway.Media.Rest;
using Arena.Gateway.Media.Stores;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Media.Sweeping;

/// <summary>
/// Removes media that no quiz and no live game uses, a day after they were uploaded or used last, and what uploads left behind that did not end.
/// A row is marked before the objects are removed, and removed after them: a sweep that is cut short is finished by the next one, of any gateway.
/// </summary>
internal sealed class MediaSweep(IDbContextFactory<ArenaDbContext> contexts, IMediaStore store, MediaFolders folders, TimeProvider clock)
{
    private const int RowsAPart = 100;

    private static readonly TimeSpan Spared = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(1);

    /// <returns>How many media were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        RemoveUploads();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        await EndUsesAsync(context, now, cancel);
        // A quiz that is saved at this moment has said when it wants the medium before it says that it uses it.
        var before = now - Spared;
        await context.Media.Where(media => media.State != MediaState.Removing && media.WantedAt < before && !context.MediaUses.Any(use => use.Name == media.Name))
            .ExecuteUpdateAsync(set => set.SetProperty(media => media.State, MediaState.Removing), cancel);
        var removed = 0;
        while (await context.Media.AsNoTracking().Where(media => media.State == MediaState.Removing).Take(RowsAPart).ToListAsync(cancel) is { Count: > 0 } part)
        {
            foreach (var media in part)
            {
                foreach (var key in MediaKeys.All(media.Name, MediumReply.WidthsOf(media.Widths)))
                    await store.DeleteAsync(key, cancel);
                removed += await context.Media.Where(row => row.Name == media.Name && row.State == MediaState.Removing).ExecuteDeleteAsync(cancel);
            }
        }
        return removed;
    }

    /// <summary>Quizzes may be deleted in several ways, at once or by the retention: their uses end here. A live game has a copy of its quiz.</summary>
    private static async Task EndUsesAsync(ArenaDbContext context, DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset? ended = now;
        await context.MediaUses.Where(use => use.EndedAt == null && !context.Quizzes.Any(quiz => quiz.Id == use.QuizId))
            .ExecuteUpdateAsync(set => set.SetProperty(use => use.EndedAt, ended), cancel);
        var before = now - Spared;
        await context.MediaUses
            .Where(use => use.EndedAt < before && !context.GameSessions.Any(game => game.Status == SessionStatus.Live
                && (game.QuizId == use.QuizId || context.SessionSources.Any(source => source.SessionId == game.Id && source.QuizId == use.QuizId))))
            .ExecuteDeleteAsync(cancel);
    }

    private void RemoveUploads()
    {
        if (!Directory.Exists(folders.Incoming))
            return;
        var before = clock.GetUtcNow() - LongestUpload;
        foreach (var upload in new DirectoryInfo(folders.Incoming).EnumerateDirectories().Where(upload => upload.LastWriteTimeUtc < before))
            upload.Delete(recursive: true);
    }
}
