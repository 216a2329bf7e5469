using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Arena.Gateway.Health;

/// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: it can play games; not while it starts or drains.</summary>
internal static class HealthRegistration
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<GamesCheck>("games", tags: [Ready]);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz/live", new() { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
