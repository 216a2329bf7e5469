using Arena.Gateway.Accounts.Twitch;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Accounts;

/// <summary>Links of accounts to Twitch: one person at most for each account, and one account at most for each person.</summary>
internal sealed partial class AccountStore : IUserLoginStore<UserRow>
{
    public Task AddLoginAsync(UserRow user, UserLoginInfo login, CancellationToken cancellationToken)
    {
        user.TwitchId = login.ProviderKey;
        return Task.CompletedTask;
    }

    public Task RemoveLoginAsync(UserRow user, string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        user.TwitchId = null;
        return Task.CompletedTask;
    }

    public Task<IList<UserLoginInfo>> GetLoginsAsync(UserRow user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserLoginInfo>>(user.TwitchId is { } id ? [new(TwitchRegistration.Scheme, id, null)] : []);

    public async Task<UserRow?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.AsNoTracking().SingleOrDefaultAsync(row => row.TwitchId == providerKey, cancellationToken);
    }
}
