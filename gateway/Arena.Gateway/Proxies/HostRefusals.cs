using Arena.Gateway.Http;
using Arena.Gateway.Refusals;

namespace Arena.Gateway.Proxies;

/// <summary>
/// Reports requests that ASP.NET Core refuses for their <c>Host</c> before they reach Arena. Registered before its filter, so that it sees the
/// refusal.
/// </summary>
internal sealed class HostRefusals(ProxyDiagnostics diagnostics, RefusalLog log) : IStartupFilter
{
    private const string Policy = "AllowedHosts";
    private const string PassedItem = "arena.host";

    /// <summary>The request's host is one of ours. Goes first after the filter.</summary>
    public static void Passed(HttpContext context) => context.Items[PassedItem] = true;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, proceed) =>
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode == StatusCodes.Status400BadRequest && !context.Items.ContainsKey(PassedItem))
                    Report(context);
                return Task.CompletedTask;
            });
            return proceed(context);
        });
        next(app);
    };

    private void Report(HttpContext context)
    {
        diagnostics.HostRefused(context.Request.Host.Host);
        log.Refused(RefusalKind.Host, Policy, AddressRate.Network(context));
    }
}
