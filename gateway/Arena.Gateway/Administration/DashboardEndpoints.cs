using System.Security.Claims;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Hosting.Hosts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans.Dashboard;

namespace Arena.Gateway.Administration;

/// <summary>
/// Orleans' dashboard: silos, grains and calls of the cluster, for administrators. A browser that opens a page sends no access token, so an
/// administrator first asks for a short cookie that is good for the dashboard alone.
/// </summary>
internal static class DashboardEndpoints
{
    public const string Path = "/admin/orleans";

    private const string Scheme = "dashboard";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public static IServiceCollection AddDashboardAccess(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = "arena.dashboard";
            cookie.Cookie.Path = Path;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Lifetime;
            cookie.SlidingExpiration = false;
            cookie.Events.OnRedirectToLogin = cookie.Events.OnRedirectToAccessDenied = redirect =>
            {
                redirect.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            };
        });
        return services;
    }

    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        if (!DashboardSwitch.IsOn(routes.ServiceProvider.GetRequiredService<IConfiguration>()))
            return;
        routes.MapPost("/api/administration/dashboard", OpenAsync)
            .WithTags("Administration")
            .WithName("openDashboard")
            .WithSummary($"Opens {Path} to this browser for 15 minutes, by a cookie")
            .RequireAuthorization(Access.Administrator)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);
        routes.MapOrleansDashboard(Path).RequireAuthorization(
            new AuthorizationPolicyBuilder(Scheme).RequireRole(Access.Administrator).Build());
    }

    private static async Task<NoContent> OpenAsync(HttpContext http, ClaimsPrincipal administrator)
    {
        ClaimsIdentity identity = new(
            [new(ClaimTypes.NameIdentifier, $"{administrator.Id()}"), new(ClaimTypes.Role, Access.Administrator)], Scheme);
        await http.SignInAsync(Scheme, new(identity));
        return TypedResults.NoContent();
    }
}
