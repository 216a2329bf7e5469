using System.Security.Claims;
using Arena.Gateway.Authority;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace Arena.Gateway.Authors;

/// <summary>Who writes quizzes without an account: an identity without a name, known by its token alone.</summary>
internal static class Author
{
    public const string Scheme = BearerTokenDefaults.AuthenticationScheme;

    public static ClaimsPrincipal Principal(Guid id) => new(new ClaimsIdentity([new(Caller.IdClaim, id.ToString())], Scheme));
}
