using System.Security.Claims;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Authority;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Accounts;

/// <summary>The stored data of an account, for its owner.</summary>
internal static class AccountData
{
    public static async Task<Ok<AccountReply>> GetAsync(ClaimsPrincipal caller, AccountManager accounts) =>
        TypedResults.Ok(Reply((await accounts.FindByIdAsync(caller.Id().ToString()))!));

    public static AccountReply Reply(UserRow user) => new(
        user.Id, user.Username, user.Face, user.IsAdministrator, user.PasswordHash is not null, user.TwitchId is not null, user.HasSecondFactor, user.CreatedAt);
}
