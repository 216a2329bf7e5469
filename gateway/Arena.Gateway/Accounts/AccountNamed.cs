using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Accounts;

/// <summary>The account that a name stands for when something is shared with it.</summary>
internal static class AccountNamed
{
    public static async Task<Guid?> FindAsync(ArenaDbContext context, string name, CancellationToken cancel)
    {
        if (AccountNames.Clean(name) is not { } clean)
            return null;
        var key = AccountNames.Key(clean);
        return await context.Users.Where(user => user.NameKey == key).Select(user => (Guid?)user.Id).SingleOrDefaultAsync(cancel);
    }
}
