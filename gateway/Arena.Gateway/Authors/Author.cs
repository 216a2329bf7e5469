using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace Arena.Gateway.Authors;

/// <summary>Who writes quizzes: so far an identity without a name, known by its token alone.</summary>
internal static class Author
{
    public const string Scheme = BearerTokenDefaults.AuthenticationScheme;

    /// <summary>The authorization policy of routes that belong to an author.</summary>
    public const string Policy = "author";

    public const string IdClaim = ClaimTypes.NameIdentifier;

    public static ClaimsPrincipal Principal(Guid id) => new(new ClaimsIdentity([new(IdClaim, id.ToString())], Scheme));

    /// <summary>The author of a request that passed <see cref="Policy"/>.</summary>
    public static Guid Id(this ClaimsPrincipal author) => Guid.Parse(author.FindFirstValue(IdClaim)!);
}
