using System.Security.Claims;

namespace Arena.Gateway.Authority;

/// <summary>Who asks, as the claims of a request say it.</summary>
internal static class Caller
{
    public const string IdClaim = ClaimTypes.NameIdentifier;

    /// <summary>Which signed-in browser: only accounts have it.</summary>
    public const string SignInClaim = "sid";

    /// <summary>The author or account of a request that passed a policy of <see cref="Access"/>.</summary>
    public static Guid Id(this ClaimsPrincipal caller) => Guid.Parse(caller.FindFirstValue(IdClaim)!);

    /// <summary>The signed-in browser of the request, or null for an anonymous author.</summary>
    public static Guid? SignIn(this ClaimsPrincipal caller) =>
        caller.FindFirstValue(SignInClaim) is { } id ? Guid.Parse(id) : null;

    public static bool IsAuthenticated(this ClaimsPrincipal caller) => caller.HasClaim(claim => claim.Type == IdClaim);

    public static bool HasAccount(this ClaimsPrincipal caller) => caller.IsInRole(Access.Account);

    public static bool IsAdministrator(this ClaimsPrincipal caller) => caller.IsInRole(Access.Administrator);
}
