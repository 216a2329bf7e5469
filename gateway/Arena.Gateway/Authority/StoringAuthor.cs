using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Authority;

/// <summary>Who stores a quiz or a medium.</summary>
/// <param name="Id">The author or account.</param>
/// <param name="IsGuest">Whether it is an author without an account.</param>
/// <param name="Payer">Whose daily allowance is used: the account's, or that of all authors without one in the network.</param>
internal sealed record StoringAuthor(Guid Id, bool IsGuest, string Payer)
{
    public static StoringAuthor Of(HttpContext http)
    {
        var (id, isGuest) = (http.User.Id(), http.User.IsAnonymousAuthor());
        return new(id, isGuest, isGuest ? $"network {AddressRate.Network(http)}" : $"account {id}");
    }

    /// <summary>Lines up the author's requests, on every database, by touching the author's row: a count in the transaction stays true until its commit.</summary>
    public Task<int> LineUpAsync(ArenaDbContext context, CancellationToken cancel) => LineUpAsync(context, Id, cancel);

    /// <summary>The same for the owner of what the author changes.</summary>
    public static Task<int> LineUpAsync(ArenaDbContext context, Guid owner, CancellationToken cancel) => context.Users
        .Where(user => user.Id == owner)
        .ExecuteUpdateAsync(set => set.SetProperty(user => user.CreatedAt, user => user.CreatedAt), cancel);
}
