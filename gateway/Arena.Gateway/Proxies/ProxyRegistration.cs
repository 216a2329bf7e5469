using Arena.Gateway.Configuration;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Proxies;

/// <summary>What the gateway believes of the proxies before it, and how it reports one that it misreads.</summary>
internal static class ProxyRegistration
{
    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddSingleton<IPostConfigureOptions<ForwardedHeadersOptions>, KnownProxies>();
        services.AddSingleton<ProxyDiagnostics>();
        services.AddHostedService<ConfigurationCheck>();
        services.AddSingleton<IConfigureOptions<HostFilteringOptions>, AllowedHosts>();
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, HostRefusals>());
        return services;
    }

    /// <summary>Takes address and scheme of a visitor from the headers of known proxies. Goes before everything that reads either.</summary>
    public static void UseProxies(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<IOptions<GatewayOptions>>().Value.KnownProxies.Count > 0)
            app.UseForwardedHeaders();
        var diagnostics = app.ApplicationServices.GetRequiredService<ProxyDiagnostics>();
        app.Use((context, next) =>
        {
            HostRefusals.Passed(context);
            diagnostics.CheckRequest(context);
            return next(context);
        });
    }

    /// <summary>Once the addresses are known on which the gateway listens, and before the start counts as done.</summary>
    private sealed class ConfigurationCheck(ProxyDiagnostics diagnostics) : IHostedLifecycleService
    {
        public Task StartedAsync(CancellationToken cancellationToken)
        {
            diagnostics.CheckConfiguration();
            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
