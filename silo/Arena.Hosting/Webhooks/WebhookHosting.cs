using System.Net;
using Arena.Hosting.Secrets;
using Arena.Storage.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Hosting.Webhooks;

/// <summary>The webhooks' sender on a silo of consumers.</summary>
internal static class WebhookHosting
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
    private const int MaxResponseHeadersKb = 16;

    /// <summary>Sends what is due, as often as configured. Like the event bus, it looks for work in real time, also where games do not.</summary>
    public static IServiceCollection AddWebhookService(this IServiceCollection services, IConfiguration configuration) =>
        services.AddWebhookSender(configuration).AddHostedService(
            provider => ActivatorUtilities.CreateInstance<WebhookService>(provider, TimeProvider.System));

    /// <summary>What sends, without the service that lets it.</summary>
    public static IServiceCollection AddWebhookSender(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSecretReading(configuration);
        services.AddSingleton<WebhookClient>().AddSingleton<WebhookSender>();
        services.AddSingleton(provider => new WebhookConnector(provider.GetRequiredService<IOptions<WebhookOptions>>(), Dns.GetHostAddressesAsync));
        // A URL may hold a secret of its owner's: the client's own log lines would have it.
        services.AddHttpClient(WebhookClient.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                ActivityHeadersPropagator = null,
                AllowAutoRedirect = false,
                ConnectCallback = provider.GetRequiredService<WebhookConnector>().ConnectAsync,
                MaxResponseHeadersLength = MaxResponseHeadersKb,
                PooledConnectionLifetime = ConnectionLifetime,
                UseCookies = false,
                UseProxy = false,
            });
        return services;
    }
}
