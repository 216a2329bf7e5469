using Arena.Gateway.Authority;
using Arena.Gateway.Mail;
using Arena.Gateway.Quizzes.Rest;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.CoAuthors;

/// <summary>
/// Invitations by mail to be a co-author. A link is used once, for a week; the owner can withdraw it before. The address of the account that
/// accepts it is not compared: the link alone is the proof.
/// </summary>
internal sealed class CoAuthorInvitations(IDbContextFactory<ArenaDbContext> contexts, Invitations mails, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <returns>Those of a quiz that can still be accepted; null if the account does not own it.</returns>
    public async Task<List<OpenInvitation>?> ListAsync(Guid owner, Guid quiz, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await IsOwnedAsync(context, owner, quiz, cancel)
            ? await Open(context).Where(row => row.QuizId == quiz).OrderBy(row => row.CreatedAt)
                .Select(row => new OpenInvitation(row.Id, row.MaskedAddress, row.CreatedAt, row.ExpiresAt)).ToListAsync(cancel)
            : null;
    }

    /// <returns>Whether the account owns the quiz, and what became of the invitation: null if the quiz has as many co-authors and invitations as it may.</returns>
    public async Task<(bool IsOwned, InvitationOutcome? Outcome)> InviteAsync(Guid owner, Guid quiz, string address, string language, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (!await IsOwnedAsync(context, owner, quiz, cancel))
            return (false, null);
        if (await context.QuizCoAuthors.CountAsync(share => share.QuizId == quiz, cancel)
            + await Open(context).CountAsync(row => row.QuizId == quiz, cancel) >= QuizSharing.MaxCoAuthors)
        {
            return (true, null);
        }
        var (now, token) = (clock.GetUtcNow(), InvitationToken.Draw());
        var invitation = new QuizInvitationRow
        {
            Id = Guid.CreateVersion7(now),
            QuizId = quiz,
            TokenHash = InvitationToken.Hash(token),
            MaskedAddress = MailAddresses.Mask(address),
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        return (true, await mails.SendAsync(owner, address, language, MailKind.CoAuthorInvitation, token, invitation, cancel));
    }

    /// <returns>Whether there was one, and the account owns its quiz.</returns>
    public async Task<bool> WithdrawAsync(Guid owner, Guid quiz, Guid invitation, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await IsOwnedAsync(context, owner, quiz, cancel)
            && await context.QuizInvitations.Where(row => row.Id == invitation && row.QuizId == quiz).ExecuteDeleteAsync(cancel) > 0;
    }

    /// <returns>What a token invites to; null if it is not good, or not any more.</returns>
    public async Task<InvitationFound?> FindAsync(string token, CancellationToken cancel)
    {
        var hash = InvitationToken.Hash(token);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await (
            from row in Open(context)
            where row.TokenHash == hash
            join quiz in context.Quizzes on row.QuizId equals quiz.Id
            join owner in context.Users on quiz.OwnerId equals owner.Id
            select new InvitationFound(quiz.Title, owner.Username)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Uses a token up. Two who accept with it at once: one does.</summary>
    /// <returns>The quiz, which is shared with the account now; null if the token is not good. An owner who accepts gains nothing.</returns>
    public async Task<(Guid? Quiz, bool IsFull)> AcceptAsync(Guid account, string token, CancellationToken cancel)
    {
        var hash = InvitationToken.Hash(token);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var invitations = Open(context).Where(row => row.TokenHash == hash);
        var found = await invitations.Join(context.Quizzes.Where(quiz => quiz.OwnerId != null), row => row.QuizId, quiz => quiz.Id, (_, quiz) => new { quiz.Id, quiz.OwnerId })
            .SingleOrDefaultAsync(cancel);
        if (found is null || await context.QuizInvitations.Where(row => row.TokenHash == hash).ExecuteDeleteAsync(cancel) == 0)
            return (null, false);
        var shares = context.QuizCoAuthors.Where(share => share.QuizId == found.Id);
        if (found.OwnerId != account && !await shares.AnyAsync(share => share.UserId == account, cancel))
        {
            if (await shares.CountAsync(cancel) >= QuizSharing.MaxCoAuthors)
                return (found.Id, true);
            context.QuizCoAuthors.Add(new() { QuizId = found.Id, UserId = account });
            await context.SaveChangesAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
        return (found.Id, false);
    }

    private static Task<bool> IsOwnedAsync(ArenaDbContext context, Guid owner, Guid quiz, CancellationToken cancel) =>
        QuizAccess.Owned(context, owner).AnyAsync(row => row.Id == quiz, cancel);

    private IQueryable<QuizInvitationRow> Open(ArenaDbContext context)
    {
        var now = clock.GetUtcNow();
        return context.QuizInvitations.Where(row => row.ExpiresAt > now);
    }
}
