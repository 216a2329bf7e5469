using System.Security.Claims;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Sessions;

/// <summary>The accounts that a host names to host beside them, at launch or later.</summary>
internal static class CoHostNames
{
    /// <summary>Co-hosts of one session.</summary>
    public const int Max = 20;

    /// <returns>The accounts, or why they cannot be named.</returns>
    public static async Task<(IReadOnlyCollection<Guid> Users, ProblemHttpResult? Refused)> FindAsync(
        ArenaDbContext context, ClaimsPrincipal caller, IReadOnlyList<string>? names, CancellationToken cancel)
    {
        if (names is not { Count: > 0 })
            return ([], null);
        if (!caller.IsInRole(Access.Account))
            return ([], Problems.Of(GameErrorCode.NotAllowed));
        if (names.Count > Max)
            return ([], Problems.Of(GameErrorCode.OutOfRange, limit: Max));
        HashSet<Guid> users = [];
        foreach (var name in names)
        {
            if (name is null || await AccountNamed.FindAsync(context, name, cancel) is not { } user || user == caller.Id())
                return ([], Problems.Of(AccountErrorCode.UnknownUser.AsProblem()));
            users.Add(user);
        }
        return (users, null);
    }
}
