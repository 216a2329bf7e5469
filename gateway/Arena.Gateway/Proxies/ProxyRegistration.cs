using Microsoft.Extensions.Options;

namespace Arena.Gateway.Proxies;

/// <summary>What the gateway believes of the proxies before it, and how it reports one that it misreads.</summary>
internal static class ProxyRegistration
{
    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddSingleton<IPostConfigureOptions<ForwardedHeadersOptions>, KnownProxies>();
        services.AddSingleton<ProxyDiagnostics>();
        return services;
    }

    /// <summary>Takes address and scheme of a visitor from the headers of known proxies. Goes before everything that reads either.</summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<IOptions<GatewayOptions>>().Value.KnownProxies.Count > 0)
            app.UseForwardedHeaders();
        var diagnostics = app.ApplicationServices.GetRequiredService<ProxyDiagnostics>();
        app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(diagnostics.CheckConfiguration);
        app.Use((context, next) =>
        {
            diagnostics.CheckRequest(context);
            return next(context);
        });
    }
}
