using Arena.Storage.Model;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Accounts;

/// <summary>ASP.NET Core Identity's users are the rows of <c>user</c>. Of two changes at once one fails.</summary>
internal sealed partial class AccountStore(
    IDbContextFactory<ArenaDbContext> contexts, IDataProtectionProvider protection, IdentityErrorDescriber errors, PendingMail mails) : IUserPasswordStore<UserRow>
{
    public Task<string> GetUserIdAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Username);

    public Task SetUserNameAsync(UserRow user, string? userName, CancellationToken cancellationToken)
    {
        user.Username = userName!;
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult(user.NameKey);

    public Task SetNormalizedUserNameAsync(UserRow user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NameKey = normalizedName;
        return Task.CompletedTask;
    }

    public Task<IdentityResult> CreateAsync(UserRow user, CancellationToken cancellationToken) =>
        SaveAsync(context => context.Add(user), cancellationToken);

    public Task<IdentityResult> UpdateAsync(UserRow user, CancellationToken cancellationToken) => SaveAsync(
        context =>
        {
            context.Update(user);
            user.Version++;
        },
        cancellationToken);

    public async Task<IdentityResult> DeleteAsync(UserRow user, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.GamePlayers
            .Where(player => player.UserId == user.Id || context.HomeworkAttempts.Any(attempt => attempt.SessionId == player.SessionId
                && context.HomeworkPlayers.Any(own => own.Id == attempt.PlayerId && own.UserId == user.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(player => player.Nickname, GamePlayerRow.ErasedName), cancellationToken);
        await context.HomeworkPlayers.Where(player => player.UserId == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(player => player.Name, GamePlayerRow.ErasedName).SetProperty(player => player.NameKey, player => player.Id.ToString()), cancellationToken);
        // Of several deletions at once one finds the row.
        if (await context.Users.Where(row => row.Id == user.Id).ExecuteDeleteAsync(cancellationToken) != 1)
            return IdentityResult.Failed(errors.ConcurrencyFailure());
        await transaction.CommitAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<UserRow?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // A passkey says by itself whose it is, which may be anything.
        return Guid.TryParse(userId, out var id) ? await context.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
    }

    public async Task<UserRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NameKey == normalizedUserName, cancellationToken);
    }

    public Task SetPasswordHashAsync(UserRow user, string? passwordHash, CancellationToken cancellationToken)
    {
        (user.PasswordHash, user.ResetTokenHash, user.ResetExpiresAt) = (passwordHash, null, null);
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(UserRow user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public void Dispose()
    {
    }

    private async Task<IdentityResult> SaveAsync(Action<ArenaDbContext> change, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        change(context);
        context.Mails.AddRange(mails.Take());
        try
        {
            await context.SaveChangesAsync(cancel);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(errors.ConcurrencyFailure());
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // The only constraints that a user can meet: another one was faster with the name, or with the address.
            return IdentityResult.Failed(errors.DuplicateUserName(""));
        }
    }
}
