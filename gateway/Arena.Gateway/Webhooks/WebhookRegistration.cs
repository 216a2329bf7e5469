using Arena.Gateway.Http;

namespace Arena.Gateway.Webhooks;

/// <summary>Composition of the webhooks.</summary>
internal static class WebhookRegistration
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) =>
        services.AddSingleton(new ProblemCodes(typeof(WebhookErrorCode))).AddSingleton<WebhookStore>();
}
