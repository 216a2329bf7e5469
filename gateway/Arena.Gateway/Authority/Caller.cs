using System.Security.Claims;

namespace Arena.Gateway.Authority;

/// <summary>Who asks, as the claims of a request say it.</summary>
internal static class Caller
{
    public const string IdClaim = ClaimTypes.NameIdentifier;

    /// <summary>Which signed-in browser, or which API key: only accounts have them.</summary>
    public const string SignInClaim = "sid";

    /// <summary>Which row the token of an anonymous author belongs to.</summary>
    public const string AuthorSessionClaim = "aid";

    /// <summary>The author or account of a request that passed a policy of <see cref="Access"/>.</summary>
    public static Guid Id(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue(IdClaim)!);

    /// <summary>The signed-in browser or the API key of the request, or null for an anonymous author.</summary>
    public static Guid? SignIn(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(SignInClaim) is { } id ? Guid.Parse(id) : null;

    /// <summary>The row of an anonymous author's tokens, or null for an account.</summary>
    public static Guid? AuthorSession(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(AuthorSessionClaim) is { } id ? Guid.Parse(id) : null;

    public static bool IsAnonymousAuthor(this ClaimsPrincipal caller) => caller.IsInRole(Access.Author) && !caller.IsInRole(Access.Account);

    public static bool IsAdministrator(this ClaimsPrincipal caller) => caller.IsInRole(Access.Administrator);
}
