using Arena.Gateway.Quizzes.Content;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>
/// Records which media a quiz uses, in the transaction that makes it what it is. Media that are not stored here are left out: a quiz from elsewhere
/// keeps their names, and shows their texts.
/// </summary>
internal static class QuizMedia
{
    /// <param name="context">The database, in a transaction.</param>
    /// <param name="quiz">The quiz.</param>
    /// <param name="content">What it is from now on.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task UseAsync(ArenaDbContext context, Guid quiz, QuizContent content, DateTimeOffset now, CancellationToken cancel)
    {
        string[] named = [.. content.Questions.SelectMany(question => question.Media()).Select(medium => medium.Name).Distinct()];
        var uses = context.MediaUses.Where(use => use.QuizId == quiz);
        if (named.Length == 0 && !await uses.AnyAsync(cancel))
            return;
        var stored = context.Media.Where(media => EF.Parameter(named).Contains(media.Name) && media.State == MediaState.Stored);
        // Before anything else, so that no sweep takes one of them from here on.
        await stored.ExecuteUpdateAsync(set => set.SetProperty(media => media.WantedAt, now), cancel);
        DateTimeOffset? ended = now, lasting = null;
        await uses.Where(use => use.EndedAt == null && !EF.Parameter(named).Contains(use.Name))
            .ExecuteUpdateAsync(set => set.SetProperty(use => use.EndedAt, ended), cancel);
        await uses.Where(use => use.EndedAt != null && EF.Parameter(named).Contains(use.Name))
            .ExecuteUpdateAsync(set => set.SetProperty(use => use.EndedAt, lasting), cancel);
        var added = await stored.Select(media => media.Name).Where(name => !uses.Any(use => use.Name == name)).ToListAsync(cancel);
        context.MediaUses.AddRange(added.Select(name => new MediaUseRow { QuizId = quiz, Name = name }));
        await context.SaveChangesAsync(cancel);
    }
}
